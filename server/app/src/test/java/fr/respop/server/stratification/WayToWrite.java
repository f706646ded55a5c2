package fr.respop.server.stratification;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.server.FhirHttp;
import fr.respop.server.FhirReply;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** How a client can bring the status, the performer and a first note into a stored RiskAssessment. */
enum WayToWrite {
    PUT {
        @Override
        FhirReply write(FhirHttp fhir, RiskAssessment written) {
            return fhir.put(path(written), written);
        }
    },
    JSON_PATCH {
        @Override
        FhirReply write(FhirHttp fhir, RiskAssessment written) {
            return patch(fhir, written, "application/json-patch+json", jsonPatch(written));
        }
    },
    FHIRPATH_PATCH {
        @Override
        FhirReply write(FhirHttp fhir, RiskAssessment written) {
            return patch(fhir, written, "application/fhir+json", json(fhirPathPatch(written)));
        }
    },
    TRANSACTION {
        @Override
        FhirReply write(FhirHttp fhir, RiskAssessment written) {
            return fhir.post("", transaction(HTTPVerb.PUT, written, written));
        }
    },
    TRANSACTION_WITH_PATCH {
        @Override
        FhirReply write(FhirHttp fhir, RiskAssessment written) {
            return fhir.post("", transaction(HTTPVerb.PATCH, written, fhirPathPatch(written)));
        }
    };

    abstract FhirReply write(FhirHttp fhir, RiskAssessment written);

    private static String path(RiskAssessment written) {
        return "RiskAssessment/" + written.getIdElement().getIdPart();
    }

    private static FhirReply patch(FhirHttp fhir, RiskAssessment written, String contentType, String body) {
        return fhir.send(fhir.request(path(written))
                .header("Content-Type", contentType)
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    private static String jsonPatch(RiskAssessment written) {
        var operations = new ArrayList<String>();
        operations.add("{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"%s\"}"
                .formatted(written.getStatus().toCode()));
        if (written.hasPerformer()) {
            operations.add("{\"op\":\"add\",\"path\":\"/performer\",\"value\":{\"reference\":\"%s\"}}"
                    .formatted(written.getPerformer().getReference()));
        }
        if (written.hasNote()) {
            var note = written.getNoteFirstRep();
            operations.add(
                    "{\"op\":\"add\",\"path\":\"/note\",\"value\":[{\"authorReference\":{\"reference\":\"%s\"},\"text\":\"%s\"}]}"
                            .formatted(note.getAuthorReference().getReference(), note.getText()));
        }
        return operations.toString();
    }

    private static Parameters fhirPathPatch(RiskAssessment written) {
        var patch = new Parameters();
        operation(
                patch,
                "replace",
                "RiskAssessment.status",
                "",
                new CodeType(written.getStatus().toCode()));
        if (written.hasPerformer()) {
            operation(patch, "add", "RiskAssessment", "performer", written.getPerformer());
        }
        if (written.hasNote()) {
            operation(patch, "add", "RiskAssessment", "note", written.getNoteFirstRep());
        }
        return patch;
    }

    private static void operation(Parameters patch, String type, String path, String name, Type value) {
        var operation = patch.addParameter().setName("operation");
        operation.addPart().setName("type").setValue(new CodeType(type));
        operation.addPart().setName("path").setValue(new StringType(path));
        if (!name.isEmpty()) {
            operation.addPart().setName("name").setValue(new StringType(name));
        }
        operation.addPart().setName("value").setValue(value);
    }

    private static Bundle transaction(HTTPVerb verb, RiskAssessment written, Resource body) {
        var bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        bundle.addEntry().setResource(body).getRequest().setMethod(verb).setUrl(path(written));
        return bundle;
    }

    private static String json(Parameters patch) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(patch);
    }
}
