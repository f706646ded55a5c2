package fr.respop.server.worklist;

import fr.respop.server.fhir.programme.GapStatus;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;

/** Writes a page of work as Parameters. */
final class WorkListAnswer {

    private WorkListAnswer() {}

    /** @param url the operation's, without parameters */
    static Parameters of(WorkPage page, String url, WorkListRequest request) {
        var answer = new Parameters();
        answer.addParameter().setName("total").setValue(new IntegerType(page.total()));
        var next = request.offset() + page.items().size();
        if (next < page.total() && !page.items().isEmpty()) {
            answer.addParameter().setName("next").setValue(new UriType(url + query(request, next)));
        }
        page.items().forEach(item -> write(item, answer.addParameter().setName("item")));
        page.failures().forEach(failure -> {
            var failed = answer.addParameter().setName("failed");
            failed.addPart().setName("resident").setValue(new Reference(failure.subject()));
            failed.addPart().setName("reason").setValue(new StringType(failure.reason()));
        });
        return answer;
    }

    private static String query(WorkListRequest request, int offset) {
        var query = new StringBuilder("?count=" + request.count() + "&offset=" + offset);
        request.programmes().forEach(programme -> query.append("&programme=").append(programme));
        request.statuses().forEach(status -> query.append("&status=").append(status.code()));
        return query.toString();
    }

    private static void write(WorkItem item, ParametersParameterComponent parameter) {
        parameter
                .addPart()
                .setName("resident")
                .setValue(new Reference("Patient/" + item.patientId())
                        .setDisplay(item.name().isEmpty() ? null : item.name()));
        parameter.addPart().setName("programme").setValue(item.programme().coding());
        parameter.addPart().setName("stratum").setValue(item.stratum().coding());
        parameter
                .addPart()
                .setName("confirmed")
                .setValue(new BooleanType(item.stratum().isConfirmed()));
        parameter.addPart().setName("followUpItem").setValue(item.item());
        parameter
                .addPart()
                .setName("status")
                .setValue(new Coding(
                        GapStatus.SYSTEM,
                        item.gap().status().code(),
                        item.gap().status().display()));
        addDate(parameter, "due", item.due());
        addDate(parameter, "lastDone", item.lastDone());
        addDate(parameter, "lastContact", item.lastContact().orElse(""));
    }

    private static void addDate(ParametersParameterComponent parameter, String name, String day) {
        if (!day.isEmpty()) {
            parameter.addPart().setName(name).setValue(new DateType(day));
        }
    }
}
