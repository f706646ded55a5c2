package fr.respop.server.reporting;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.ServerLocks;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The stored monthly reports: one a measure, Group and month, whatever server makes it, and however often. */
@Component
class KeptReports {

    static final String TAGS = "https://respop.org/fhir/CodeSystem/respop-report-tag";
    static final String MONTHLY = "monthly";
    static final String MADE_UP_LATER = "made-up-later";

    private static final String LOCK = "monthly-report-";

    private final LocalStore store;
    private final ServerLocks locks;
    private final TransactionTemplate transaction;
    private final ZoneId zone;

    KeptReports(
            LocalStore store,
            ServerLocks locks,
            PlatformTransactionManager transactions,
            EvaluationProperties properties) {
        this.store = store;
        this.locks = locks;
        this.transaction = new TransactionTemplate(transactions);
        this.zone = properties.timeZone();
    }

    /** Those of a Group, in no particular order. */
    List<MeasureReport> of(String groupId) {
        return store.search(MeasureReport.class, "subject=Group/" + groupId + "&_tag=" + TAGS + "|" + MONTHLY);
    }

    /** The months of those of a measure, in whatever version. */
    Set<YearMonth> months(List<MeasureReport> reports, Measure measure) {
        return reports.stream()
                .filter(report -> isOf(measure, report))
                .map(this::month)
                .collect(Collectors.toSet());
    }

    /** The month of a report. */
    YearMonth month(MeasureReport report) {
        return YearMonth.from(report.getPeriod().getStart().toInstant().atZone(zone));
    }

    /**
     * Keeps a report.
     *
     * @param isCorrection whether it takes the place of the kept one, as its next version; otherwise that stays
     */
    void keep(MeasureReport report, String groupId, YearMonth month, boolean isCorrection) {
        var id = id(withoutVersion(report.getMeasure()), groupId, month);
        report.setId(id);
        transaction.executeWithoutResult(status -> {
            locks.hold(LOCK + id);
            if (isCorrection || store.search(MeasureReport.class, "_id=" + id).isEmpty()) {
                store.put(report);
            }
        });
    }

    private static String id(String measure, String groupId, YearMonth month) {
        var name = measure + " Group/" + groupId + " " + month;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static Coding tag(String code) {
        return new Coding(TAGS, code, null);
    }

    /** Whether a report is of a measure, in whatever version. */
    static boolean isOf(Measure measure, MeasureReport report) {
        return withoutVersion(report.getMeasure()).equals(measure.getUrl());
    }

    private static String withoutVersion(String canonical) {
        var bar = canonical.indexOf('|');
        return bar < 0 ? canonical : canonical.substring(0, bar);
    }
}
