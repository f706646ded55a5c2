package fr.respop.server.cdshooks;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import fr.respop.engine.cql.SubjectRunner;
import fr.respop.engine.record.ResourceParser;
import fr.respop.engine.record.StrictParsing;
import fr.respop.engine.record.UnreadableResource;
import fr.respop.server.fhir.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Reads the resources that a client sends: whole ones, of the one patient that it names. */
@Component
class SentResources {

    static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    private static final String BUNDLE = "Bundle";
    private static final String OUTCOME = "OperationOutcome";

    private final ResourceParser parser;
    private final Set<String> types;

    SentResources(FhirContext context) {
        this.parser = new ResourceParser(context);
        this.types = context.getResourceTypes();
    }

    /**
     * The resources of a prefetch. Those that belong to no patient, such as a Practitioner, are left out, and so are
     * templates that the client could not fill (null).
     *
     * @throws Refusal 400 if something is no FHIR R4, is about another patient, or is a page of more
     */
    List<Resource> prefetch(JsonNode prefetch, String patientId) {
        if (prefetch.isMissingNode() || prefetch.isNull()) {
            return List.of();
        }
        if (!prefetch.isObject()) {
            throw Refusal.badRequest(
                    IssueType.STRUCTURE, "prefetch", "The field is an object: a resource or null for each key.");
        }
        var resources = new LinkedHashMap<String, Resource>();
        prefetch.properties().forEach(sent -> {
            var path = "prefetch." + sent.getKey();
            if (!sent.getValue().isNull()) {
                read(sent.getValue(), path, patientId)
                        .forEach(resource -> resources.put(ResidentRecord.reference(resource), resource));
            }
        });
        return List.copyOf(resources.values());
    }

    /**
     * The resources of a Bundle, in its order.
     *
     * @param path where it is in the request
     */
    List<Resource> bundle(JsonNode bundle, String path, String patientId) {
        if (!BUNDLE.equals(bundle.path("resourceType").asText())) {
            throw Refusal.badRequest(IssueType.STRUCTURE, path, "The field is a FHIR Bundle.");
        }
        return read(bundle, path, patientId);
    }

    private List<Resource> read(JsonNode json, String path, String patientId) {
        if (!BUNDLE.equals(json.path("resourceType").asText())) {
            return one(json, path, patientId);
        }
        refuseOnePageOfMany(json, path);
        var resources = new ArrayList<Resource>();
        var entries = json.path("entry");
        for (int i = 0; i < entries.size(); i++) {
            resources.addAll(one(entries.get(i).path("resource"), path + ".entry[" + i + "].resource", patientId));
        }
        return resources;
    }

    private static void refuseOnePageOfMany(JsonNode bundle, String path) {
        for (var link : bundle.path("link")) {
            if (link.path("relation").asText().equals("next")) {
                throw Refusal.badRequest(
                        IssueType.INCOMPLETE,
                        path,
                        "The Bundle is one page of several; what is missing would seem never done. Send all entries.");
            }
        }
    }

    private List<Resource> one(JsonNode json, String path, String patientId) {
        var type = Json.text(json, path + ".", "resourceType");
        if (!types.contains(type)) {
            throw Refusal.badRequest(IssueType.STRUCTURE, path + ".resourceType", "FHIR R4 has no such resource type.");
        }
        if (type.equals(OUTCOME) || !SubjectRunner.isOfSubject(type)) {
            return List.of();
        }
        var id = Json.optionalText(json, path + ".", "id").orElseGet(() -> numbered(path));
        if (!ID.matcher(id).matches()) {
            throw Refusal.badRequest(
                    IssueType.VALUE, path + ".id", "An id has at most 64 letters, digits, points and hyphens.");
        }
        var resource = parse(type, id, json, path);
        if (!PatientMatch.isOfSomebody(resource)) {
            return List.of();
        }
        PatientMatch.require(resource, patientId, path);
        return List.of(resource);
    }

    /** An id for a resource without one, by its place in the request. */
    private static String numbered(String path) {
        var id = path.replaceAll("[^A-Za-z0-9]+", "-");
        return id.substring(Math.max(0, id.length() - 64));
    }

    private Resource parse(String type, String id, JsonNode json, String path) {
        try {
            return parser.parse(type, id, json.toString());
        } catch (UnreadableResource unreadable) {
            var malformed = StrictParsing.MESSAGE.matcher(String.valueOf(unreadable.getMessage()));
            throw malformed.find()
                    ? Refusal.badRequest(
                            IssueType.STRUCTURE,
                            path,
                            "Element " + malformed.group(1) + ": " + malformed.group(2) + ". Correct it.")
                    : Refusal.badRequest(IssueType.STRUCTURE, path, "It is no resource of FHIR R4. Correct it.");
        }
    }

    static Map<String, Resource> byReference(List<Resource> resources) {
        var found = new LinkedHashMap<String, Resource>();
        resources.forEach(resource -> found.put(ResidentRecord.reference(resource), resource));
        return found;
    }
}
