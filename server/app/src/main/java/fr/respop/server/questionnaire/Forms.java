package fr.respop.server.questionnaire;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.StoredCanonicals;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the stored forms, responses and residents that requests name. */
@Component
class Forms {

    private final LocalStore store;
    private final StoredCanonicals stored;

    Forms(LocalStore store, StoredCanonicals stored) {
        this.store = store;
        this.stored = stored;
    }

    /** The form, named by its id, by its canonical or by sending it. */
    Questionnaire form(@Nullable IdType id, @Nullable String canonical, @Nullable Questionnaire sent) {
        if (id != null) {
            return usable(byId(Questionnaire.class, id));
        }
        if (sent != null) {
            return usable(sent);
        }
        if (canonical == null || canonical.isBlank()) {
            throw Refusal.badRequest(
                    IssueType.REQUIRED,
                    "canonical",
                    "Name the form: Questionnaire/<id>/$populate, canonical=<canonical>, or the parameter questionnaire with"
                            + " the resource itself.");
        }
        return usable(stored.find(Questionnaire.class, canonical)
                .orElseThrow(() -> Refusal.notFound("canonical", unknownForm(canonical))));
    }

    /** The form that a response answers. */
    Questionnaire formOf(QuestionnaireResponse response) {
        if (!response.hasQuestionnaire()) {
            throw Refusal.unprocessable(
                    IssueType.REQUIRED,
                    "QuestionnaireResponse.questionnaire",
                    "The response does not say which form it answers. Give the form's canonical.");
        }
        var canonical = response.getQuestionnaire();
        return usable(stored.find(Questionnaire.class, canonical)
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.NOTFOUND, "QuestionnaireResponse.questionnaire", unknownForm(canonical))));
    }

    /** HAPI stores a form whose items lack what FHIR requires; no answer could be told from another. */
    static Questionnaire usable(Questionnaire form) {
        if (!areUsable(form.getItem())) {
            throw Refusal.unprocessable(
                    IssueType.REQUIRED,
                    "Questionnaire.item",
                    "Every item of a form has a linkId and a type, every enableWhen a question, an operator and an"
                            + " answer. Complete the form.");
        }
        return form;
    }

    private static boolean areUsable(List<QuestionnaireItemComponent> items) {
        return items.stream()
                .allMatch(item -> item.hasLinkId()
                        && item.hasType()
                        && item.getEnableWhen().stream()
                                .allMatch(when -> when.hasQuestion() && when.hasOperator() && when.hasAnswer())
                        && areUsable(item.getItem()));
    }

    QuestionnaireResponse response(IdType id) {
        return byId(QuestionnaireResponse.class, id);
    }

    boolean isStored(QuestionnaireResponse response) {
        return response.getIdElement().hasIdPart()
                && store.find(
                                QuestionnaireResponse.class,
                                response.getIdElement().getIdPart())
                        .isPresent();
    }

    /** The resident in a parameter {@code subject}. */
    Patient subject(@Nullable Reference subject) {
        var id =
                Optional.ofNullable(subject).map(Reference::getReferenceElement).orElseGet(IdType::new);
        if (!id.hasIdPart() || !"Patient".equals(id.getResourceType())) {
            throw Refusal.badRequest(IssueType.VALUE, "subject", "Name one resident: subject=Patient/<id>.");
        }
        return store.find(Patient.class, id.getIdPart())
                .orElseThrow(() -> Refusal.notFound("subject", "There is no Patient/" + id.getIdPart() + "."));
    }

    /** The resident whom a response is about. */
    Patient subjectOf(QuestionnaireResponse response) {
        var reference = response.getSubject().getReferenceElement();
        return Optional.of(reference)
                .filter(id -> id.hasIdPart() && "Patient".equals(id.getResourceType()))
                .flatMap(id -> store.find(Patient.class, id.getIdPart()))
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.NOTFOUND,
                        "QuestionnaireResponse.subject",
                        "The response is about nobody whom this server knows. Make subject a reference to a stored"
                                + " Patient."));
    }

    private <T extends Resource> T byId(Class<T> type, IdType id) {
        return store.find(type, id.getIdPart())
                .orElseThrow(() -> Refusal.notFound(
                        "", "There is no " + type.getSimpleName() + "/" + id.getIdPart() + " on this server."));
    }

    private static String unknownForm(String canonical) {
        return "This server has no form " + canonical + ". Search those it has with Questionnaire?_elements=url.";
    }
}
