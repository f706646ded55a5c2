package fr.respop.server.measure;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.CqlParameters;
import fr.respop.server.fhir.evaluation.ResidentEvaluator;
import java.util.Map;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Parameters;
import org.springframework.stereotype.Component;

/** Evaluates a stored library for one stored resident and writes the values as FHIR Parameters. */
@Component
class LibraryEvaluateService {

    private final LocalStore store;
    private final ResidentEvaluator evaluator;
    private final CqlParameters cqlParameters;

    LibraryEvaluateService(LocalStore store, ResidentEvaluator evaluator, CqlParameters cqlParameters) {
        this.store = store;
        this.evaluator = evaluator;
        this.cqlParameters = cqlParameters;
    }

    Parameters evaluateStored(String libraryId, LibraryEvaluateRequest request) {
        var library = store.find(Library.class, libraryId)
                .orElseThrow(() -> Refusal.notFound(
                        "library",
                        "There is no Library/" + libraryId
                                + ". Search the installed ones with Library?_elements=url."));
        return evaluate(library.getUrl() + "|" + library.getVersion(), request);
    }

    Parameters evaluate(String canonical, LibraryEvaluateRequest request) {
        var parameters = request.parameters().map(cqlParameters::toCql).orElse(Map.of());
        return cqlParameters.toFhir(evaluator.evaluate(
                canonical, request.expressions(), request.patientId(), request.period(), parameters));
    }
}
