package fr.respop.server.worklist;

import fr.respop.server.fhir.Csv;
import java.util.Arrays;
import java.util.List;
import org.hl7.fhir.r4.model.Binary;

/** Writes a page of work as comma-separated values. */
final class WorkListCsv {

    private static final List<String> COLUMNS = List.of(
            "resident",
            "name",
            "programme",
            "stratum",
            "confirmed",
            "item",
            "status",
            "due",
            "lastDone",
            "lastContact");

    private WorkListCsv() {}

    static Binary of(WorkPage page) {
        return Csv.of(COLUMNS, page.items().stream().map(WorkListCsv::row).toList());
    }

    private static List<?> row(WorkItem item) {
        return Arrays.asList(
                "Patient/" + item.patientId(),
                Csv.plain(item.name()),
                item.programme().code(),
                item.stratum().coding().getCode(),
                item.stratum().isConfirmed(),
                item.item().getCode(),
                item.gap().status().code(),
                item.due(),
                item.lastDone(),
                item.lastContact().orElse(""));
    }
}
