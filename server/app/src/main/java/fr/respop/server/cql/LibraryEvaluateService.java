package fr.respop.server.cql;

import fr.respop.engine.content.UnknownLibrary;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.CqlParameters;
import fr.respop.server.fhir.evaluation.ResidentEvaluator;
import java.util.Map;
import org.hl7.fhir.r4.model.Parameters;
import org.springframework.stereotype.Component;

/** Evaluates a stored library for one stored resident and writes the values as FHIR Parameters. */
@Component
class LibraryEvaluateService {

    private final ResidentEvaluator evaluator;
    private final CqlParameters cqlParameters;

    LibraryEvaluateService(ResidentEvaluator evaluator, CqlParameters cqlParameters) {
        this.evaluator = evaluator;
        this.cqlParameters = cqlParameters;
    }

    /** Does not read the Library, which is large: what is compiled is known by its reference as well. */
    Parameters evaluateStored(String libraryId, LibraryEvaluateRequest request) {
        var reference = "Library/" + libraryId;
        try {
            return evaluate(reference, request);
        } catch (UnknownLibrary unknown) {
            if (!reference.equals(unknown.library())) {
                throw unknown;
            }
            throw Refusal.notFound(
                    "library", "There is no " + reference + ". Search the installed ones with Library?_elements=url.");
        }
    }

    Parameters evaluate(String canonical, LibraryEvaluateRequest request) {
        var parameters = request.parameters().map(cqlParameters::toCql).orElse(Map.of());
        return cqlParameters.toFhir(evaluator.evaluate(
                canonical, request.expressions(), request.patientId(), request.period(), parameters));
    }
}
