package fr.respop.server.notification;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.programme.Programme;
import fr.respop.server.fhir.programme.Programmes;
import fr.respop.server.notification.Filters.Filter;
import fr.respop.server.notification.Filters.Name;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Reads the filters of a Subscription, such as {@code RiskAssessment?general-practitioner=Practitioner/1}. */
@Component
class FilterReader {

    private static final String ELEMENT = "Subscription.criteria.extension";
    private static final String CHARACTERISTICS = "https://respop.org/fhir/CodeSystem/respop-group-characteristic";

    private final LocalStore store;
    private final Programmes programmes;

    FilterReader(LocalStore store, Programmes programmes) {
        this.store = store;
        this.programmes = programmes;
    }

    /**
     * The filters, with the territory in place of a Group.
     *
     * @throws Refusal 422 if one is not understood, or names what is not there
     */
    Filters read(Topic topic, List<String> criteria) {
        return new Filters(criteria.stream().flatMap(text -> read(topic, text)).toList());
    }

    private Stream<Filter> read(Topic topic, String criteria) {
        var type = topic.type().getSimpleName();
        if (!criteria.startsWith(type + "?")) {
            throw notUnderstood(type);
        }
        return Arrays.stream(criteria.substring(type.length() + 1).split("&")).map(part -> filter(part, type));
    }

    private Filter filter(String part, String type) {
        var nameAndValues = part.split("=", 2);
        var name = Arrays.stream(Name.values())
                .filter(known -> known.code().equals(nameAndValues[0]))
                .findFirst()
                .orElseThrow(() -> notUnderstood(type));
        if (nameAndValues.length < 2 || nameAndValues[1].isEmpty()) {
            throw notUnderstood(type);
        }
        var values = Arrays.stream(nameAndValues[1].split(","))
                .map(FilterReader::decode)
                .map(value -> value(name, value))
                .toList();
        return new Filter(name, values);
    }

    private static Refusal notUnderstood(String type) {
        return Refusal.unprocessable(
                IssueType.NOTSUPPORTED,
                ELEMENT,
                "A filter of this topic has the form " + type + "?name=value, several joined by &, the values of one by"
                        + " commas. The names are " + Name.all() + "; none has a modifier.");
    }

    private static String decode(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.unprocessable(
                    IssueType.VALUE, ELEMENT, "A value is not percent-encoded text: encode % as %25.");
        }
    }

    private String value(Name name, String value) {
        return switch (name) {
            case PATIENT -> reference(name, value, List.of(Patient.class));
            case GENERAL_PRACTITIONER -> reference(name, value, List.of(Practitioner.class, PractitionerRole.class));
            case PROGRAMME ->
                programmes
                        .get(value.startsWith(Programme.SYSTEM + "|") ? value.split("\\|", 2)[1] : value, ELEMENT)
                        .code();
            case TERRITORY -> territory(reference(name, value, List.of(Organization.class, Group.class)));
        };
    }

    private String reference(Name name, String value, List<Class<? extends Resource>> types) {
        var id = new IdType(value);
        return types.stream()
                .filter(type -> type.getSimpleName().equals(id.getResourceType()) && !id.isAbsolute())
                .filter(type -> store.find(type, id.getIdPart()).isPresent())
                .map(type -> type.getSimpleName() + "/" + id.getIdPart())
                .findFirst()
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.VALUE,
                        ELEMENT,
                        "The filter " + name.code() + " refers to a resource of this server by "
                                + String.join(
                                        " or ",
                                        types.stream()
                                                .map(type -> type.getSimpleName() + "/<id>")
                                                .toList())
                                + ": store it first, or correct the reference."));
    }

    private String territory(String reference) {
        if (!reference.startsWith("Group/")) {
            return reference;
        }
        return store.find(Group.class, reference.substring("Group/".length())).stream()
                .flatMap(group -> group.getCharacteristic().stream())
                .filter(characteristic -> characteristic.getCode().hasCoding(CHARACTERISTICS, "territory"))
                .filter(characteristic -> !characteristic.getExclude() && characteristic.hasValueReference())
                .map(characteristic -> characteristic.getValueReference().getReferenceElement())
                .map(id -> "Organization/" + id.getIdPart())
                .findFirst()
                .orElseThrow(() -> Refusal.unprocessable(
                        IssueType.VALUE,
                        ELEMENT,
                        "The Group has no characteristic " + CHARACTERISTICS
                                + "#territory: name a target population, or the Organization of the territory."));
    }
}
