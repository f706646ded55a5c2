package fr.respop.server.bulkimport;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.server.fhir.FhirOperations;
import fr.respop.server.fhir.KnownParameters;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.background.BackgroundAnswers;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Set;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code $import}: loads files of resources. */
@Component
public class ImportProvider implements FhirOperations {

    private static final Set<String> PARAMETERS =
            Set.of(ImportRequest.INPUT, ImportRequest.FORMAT, ImportRequest.SOURCE, ImportRequest.STORAGE);

    private final ImportSources sources;
    private final BackgroundAnswers background;
    private final FhirContext context;
    private final Clock clock;

    ImportProvider(
            ImportSources sources, BackgroundAnswers background, FhirContext context, EvaluationProperties properties) {
        this.sources = sources;
        this.background = background;
        this.context = context;
        this.clock = properties.clock();
    }

    /**
     * Begins an import; as {@link BackgroundAnswers#accept} answers.
     *
     * @param parameters {@code input} for each file, with the parts {@code type} and {@code url}; {@code inputFormat},
     *     {@code inputSource} and {@code storageDetail} as the Bulk Data Import proposal has them
     */
    @Operation(name = "$import")
    public OperationOutcome begin(
            @ResourceParam @Nullable Parameters parameters, RequestDetails request, HttpServletResponse response) {
        if (!BackgroundAnswers.arePreferred(request)) {
            throw Refusal.badRequest(
                    IssueType.REQUIRED, "Prefer", "An import goes on in the background: send Prefer: respond-async.");
        }
        KnownParameters.refuseOthers(request, PARAMETERS);
        var asked = ImportRequest.of(parameters == null ? new Parameters() : parameters);
        asked.inputs().forEach(this::check);
        return background.accept(asked.toTask(clock.instant()), request, response);
    }

    private void check(ImportInput input) {
        if (!context.getResourceTypes().contains(input.type())) {
            throw Refusal.badRequest(
                    IssueType.CODEINVALID,
                    "input.type",
                    "The type of a file is a resource type of FHIR R4, such as Patient.");
        }
        sources.checked(input.url());
    }
}
