package fr.respop.server.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.respop.server.fhir.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Reads the body of a call. */
@Component
class HookRequests {

    private static final String CONTEXT = "context.";

    /** Each order is evaluated by itself while the user waits. */
    private static final int MOST_ORDERS = 100;

    private final SentResources resources;

    HookRequests(SentResources resources) {
        this.resources = resources;
    }

    /** @throws Refusal 400 if something is missing, is not understood, or is about somebody else */
    HookRequest read(CdsService service, ObjectNode body) {
        refuseOtherHook(service, Json.text(body, "", "hook"));
        var hookInstance = uuid(Json.text(body, "", "hookInstance"), "hookInstance");
        var context = body.path("context");
        if (!context.isObject()) {
            throw Refusal.badRequest(IssueType.REQUIRED, "context", "The field is required: the context of the hook.");
        }
        var patientId = patientId(context);
        return new HookRequest(
                service,
                hookInstance,
                patientId,
                Json.optionalText(body, "", "fhirServer"),
                resources.prefetch(body.path("prefetch"), patientId),
                service.isAboutOrders() ? orders(service, context, patientId) : List.of());
    }

    private static void refuseOtherHook(CdsService service, String hook) {
        if (!hook.equals(service.hook())) {
            throw Refusal.badRequest(
                    IssueType.VALUE,
                    "hook",
                    "The service " + service.id() + " answers the hook " + service.hook()
                            + ". Call it for that hook, or the service of yours: GET /cds-services lists them.");
        }
    }

    static UUID uuid(String text, String path) {
        try {
            var uuid = UUID.fromString(text);
            if (uuid.toString().equalsIgnoreCase(text)) {
                return uuid;
            }
        } catch (IllegalArgumentException none) {
            // Refused below, as a short form is.
        }
        throw Refusal.badRequest(IssueType.VALUE, path, "It is a UUID, such as d1577c69-dfbe-44ad-ba6d-3e05e953b2ea.");
    }

    private static String patientId(JsonNode context) {
        var id = Json.text(context, CONTEXT, "patientId");
        if (!SentResources.ID.matcher(id).matches()) {
            throw Refusal.badRequest(
                    IssueType.VALUE,
                    "context.patientId",
                    "It is the id of a Patient alone, without the type: at most 64 letters, digits, points and hyphens.");
        }
        return id;
    }

    private List<Resource> orders(CdsService service, JsonNode context, String patientId) {
        var path = "context.draftOrders";
        var orders = resources.bundle(context.path("draftOrders"), path, patientId);
        if (orders.size() > MOST_ORDERS) {
            throw Refusal.badRequest(
                    IssueType.TOOCOSTLY,
                    path,
                    "One call is about at most " + MOST_ORDERS + " orders. Send several calls.");
        }
        for (int i = 0; i < orders.size(); i++) {
            if (!ResidentRecord.isDraft(orders.get(i))) {
                throw Refusal.badRequest(
                        IssueType.VALUE,
                        path + ".entry[" + i + "].resource.status",
                        "An order that is not signed yet has the status draft.");
            }
        }
        return service == CdsService.ORDER_SELECT ? selected(context, orders) : orders;
    }

    /** Of the hook order-select, cards are wanted for what was just selected. */
    private static List<Resource> selected(JsonNode context, List<Resource> orders) {
        var path = "context.selections";
        var selections = context.path("selections");
        if (!selections.isArray() || selections.isEmpty()) {
            throw Refusal.badRequest(
                    IssueType.REQUIRED, path, "The field is required: references to the selected draft orders.");
        }
        var byReference = SentResources.byReference(orders);
        var selected = new ArrayList<Resource>();
        for (int i = 0; i < selections.size(); i++) {
            var place = path + "[" + i + "]";
            selected.add(Optional.ofNullable(byReference.get(selections.get(i).asText()))
                    .orElseThrow(() -> Refusal.badRequest(
                            IssueType.VALUE,
                            place,
                            "It refers to an order of context.draftOrders, such as ServiceRequest/example.")));
        }
        return selected;
    }
}
