package fr.respop.server.notification;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/** What a subscriber reads in a notification. */
record Notification(Bundle bundle, String contentType, String authorization) {

    static Notification of(Bundle bundle) {
        return new Notification(bundle, "", "");
    }

    private Parameters status() {
        return (Parameters) bundle.getEntryFirstRep().getResource();
    }

    /** A part of the status; empty if it is not there. */
    String status(String name) {
        return status().getParameter().stream()
                .filter(parameter -> parameter.getName().equals(name))
                .map(parameter -> text(parameter.getValue()))
                .findFirst()
                .orElse("");
    }

    /** A part of each event. */
    List<String> events(String part) {
        return status().getParameter().stream()
                .filter(parameter -> parameter.getName().equals("notification-event"))
                .flatMap(event -> parts(event, part))
                .toList();
    }

    static Stream<String> parts(ParametersParameterComponent parameter, String name) {
        return parameter.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .map(part -> text(part.getValue()));
    }

    private static String text(Type value) {
        if (value instanceof CodeableConcept concept) {
            return concept.getText();
        }
        return value instanceof Reference reference ? reference.getReference() : value.primitiveValue();
    }

    /** The entries after the status. */
    List<Bundle.BundleEntryComponent> entries() {
        return bundle.getEntry().stream().skip(1).toList();
    }
}
