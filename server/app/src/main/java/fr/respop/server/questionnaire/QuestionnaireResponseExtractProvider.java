package fr.respop.server.questionnaire;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.server.fhir.FhirOperations;
import fr.respop.server.fhir.KnownParameters;
import fr.respop.server.fhir.Refusal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code QuestionnaireResponse/$extract}: the Observations that the answers are. */
@Component
class QuestionnaireResponseExtractProvider implements FhirOperations {

    private static final Set<String> PARAMETERS = Set.of("questionnaire-response", "questionnaire");
    private static final Set<QuestionnaireResponseStatus> FINISHED =
            Set.of(QuestionnaireResponseStatus.COMPLETED, QuestionnaireResponseStatus.AMENDED);
    private static final String ANSWER_IDENTIFIER = "https://respop.org/fhir/sid/questionnaire-answer";

    private final Forms forms;
    private final Calculations calculations;

    QuestionnaireResponseExtractProvider(Forms forms, Calculations calculations) {
        this.forms = forms;
        this.calculations = calculations;
    }

    /**
     * Extracts the Observations of a response.
     *
     * @param id the response, when the operation is called on one
     * @param sent otherwise the response itself, in a body
     * @param questionnaire its form, if it is not stored here
     * @return a transaction, to be posted by the client; posted again after an amendment, it corrects what it stored
     */
    @Operation(name = "$extract", type = QuestionnaireResponse.class, idempotent = true)
    public Bundle extract(
            @IdParam(optional = true) @Nullable IdType id,
            @OperationParam(name = "questionnaire-response") @Nullable QuestionnaireResponse sent,
            @OperationParam(name = "questionnaire") @Nullable Questionnaire questionnaire,
            RequestDetails request) {
        KnownParameters.refuseOthers(request, PARAMETERS);
        var response = response(id, sent);
        refuseUnfinished(response);
        var form = questionnaire == null ? forms.formOf(response) : Forms.usable(questionnaire);
        var patient = forms.subjectOf(response);
        ResponseCheck.check(form, response);
        var complete = calculations.complete(form, response, patient);
        return transaction(ObservationExtractor.extract(form, complete), stored(response));
    }

    private QuestionnaireResponse response(@Nullable IdType id, @Nullable QuestionnaireResponse sent) {
        if (id != null) {
            return forms.response(id);
        }
        if (sent == null) {
            throw Refusal.badRequest(
                    IssueType.REQUIRED,
                    "questionnaire-response",
                    "Name the response: QuestionnaireResponse/<id>/$extract, or send it as the parameter"
                            + " questionnaire-response.");
        }
        return sent;
    }

    private static void refuseUnfinished(QuestionnaireResponse response) {
        if (!FINISHED.contains(response.getStatus())) {
            throw Refusal.unprocessable(
                    IssueType.BUSINESSRULE,
                    "QuestionnaireResponse.status",
                    "Only a finished form says what was observed. Set the status to completed, or to amended.");
        }
        if (!response.hasAuthored()) {
            throw Refusal.unprocessable(
                    IssueType.REQUIRED,
                    "QuestionnaireResponse.authored",
                    "An observation has a date, which is that of the form. Say when it was filled in.");
        }
    }

    private Optional<String> stored(QuestionnaireResponse response) {
        return Optional.of(response)
                .filter(forms::isStored)
                .map(one -> one.getIdElement().getIdPart());
    }

    private static Bundle transaction(Iterable<ObservationExtractor.Extracted> extracted, Optional<String> responseId) {
        var bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        for (var part : extracted) {
            var observation = part.observation();
            var entry = bundle.addEntry()
                    .setFullUrl("urn:uuid:" + UUID.randomUUID())
                    .setResource(observation);
            entry.getRequest().setMethod(HTTPVerb.POST).setUrl("Observation");
            responseId.ifPresent(id -> {
                var identifier = new Identifier().setSystem(ANSWER_IDENTIFIER).setValue(id + "/" + part.linkId());
                observation.addIdentifier(identifier).addDerivedFrom(new Reference("QuestionnaireResponse/" + id));
                entry.getRequest()
                        .setMethod(HTTPVerb.PUT)
                        .setUrl("Observation?identifier=" + ANSWER_IDENTIFIER + "|" + identifier.getValue());
            });
        }
        return bundle;
    }
}
