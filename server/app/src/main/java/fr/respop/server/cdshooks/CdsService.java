package fr.respop.server.cdshooks;

import fr.respop.server.fhir.Refusal;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The services on offer, each for one hook. */
enum CdsService {
    PATIENT_VIEW("respop-patient-view", "patient-view"),
    ORDER_SELECT("respop-order-select", "order-select"),
    ORDER_SIGN("respop-order-sign", "order-sign");

    private final String id;
    private final String hook;

    CdsService(String id, String hook) {
        this.id = id;
        this.hook = hook;
    }

    String id() {
        return id;
    }

    String hook() {
        return hook;
    }

    boolean isAboutOrders() {
        return this != PATIENT_VIEW;
    }

    /** @throws Refusal 404 if there is none of that id */
    static CdsService of(String id) {
        return Arrays.stream(values())
                .filter(service -> service.id.equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(
                        "",
                        "There is no service of that id. GET /cds-services lists them: "
                                + Arrays.stream(values()).map(CdsService::id).collect(Collectors.joining(", "))
                                + "."));
    }
}
