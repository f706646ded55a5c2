package fr.respop.server.caregaps;

import fr.respop.engine.MeasurementPeriod;
import fr.respop.server.fhir.programme.Gap;
import fr.respop.server.fhir.programme.GapStatus;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;

/** Writes gaps as DEQM's gaps-in-care document: a Composition with a section, a report and an issue an item. */
final class CareGapsDocument {

    private static final String LAST_DONE = "https://respop.org/fhir/StructureDefinition/respop-last-done";
    private static final String DUE = "https://respop.org/fhir/StructureDefinition/respop-due";
    private static final String RECOMMENDED_DUE = "https://respop.org/fhir/StructureDefinition/respop-recommended-due";
    private static final String DEQM = "http://hl7.org/fhir/uv/deqm/StructureDefinition/";
    private static final String GAP_STATUS = DEQM + "deqm-gapStatus";
    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final CodeableConcept GAPS_IN_CARE_REPORT =
            new CodeableConcept(new Coding("http://loinc.org", "96315-7", "Gaps in care report"));

    private final Patient patient;
    private final MeasurementPeriod period;
    private final List<ReportedGap> gaps;
    private final Bundle bundle = new Bundle();
    private final Map<String, String> urns = new HashMap<>();

    CareGapsDocument(Patient patient, MeasurementPeriod period, List<ReportedGap> gaps) {
        this.patient = patient;
        this.period = period;
        this.gaps = gaps;
    }

    Bundle toBundle() {
        var composition = composition();
        if (!gaps.isEmpty()) {
            // DEQM knows no document without a section.
            bundle.getMeta().addProfile(DEQM + "deqm-gapsincarebundle");
            composition.getMeta().addProfile(DEQM + "deqm-gapsincarecomposition");
        }
        bundle.setType(Bundle.BundleType.DOCUMENT)
                .setTimestamp(Date.from(period.end().toInstant()))
                .setIdentifier(new Identifier().setSystem("urn:ietf:rfc:3986").setValue(urn("document")));
        add("composition", composition);
        bundle.addEntry().setFullUrl(urn("patient")).setResource(patient);
        add("author", author());
        gaps.forEach(reported -> addSection(composition, reported));
        return bundle;
    }

    private Composition composition() {
        var composition = new Composition();
        composition
                .setStatus(Composition.CompositionStatus.FINAL)
                .setType(GAPS_IN_CARE_REPORT)
                .setSubject(new Reference(urn("patient")))
                .setDateElement(evaluatedAt())
                .addAuthor(new Reference(urn("author")))
                .setCustodian(new Reference(urn("author")))
                .setTitle("Follow-up gaps [écarts de suivi]");
        return composition;
    }

    private static Organization author() {
        var author = new Organization();
        return author.setName("Respop").setActive(true);
    }

    private void addSection(Composition composition, ReportedGap reported) {
        var measure = reported.gap().measure().measure();
        var report = reported.report().setSubject(new Reference(urn("patient")));
        DeqmReport.complete(report, measure, urn("author"));
        report.addEvaluatedResource(new Reference(urn("patient")));
        reported.gap().evidence().forEach(event -> report.addEvaluatedResource(event.copy()));
        var reportUrn = add("report-" + measure.getUrl(), report);
        var issueUrn = add("issue-" + measure.getUrl(), issue(reported.gap(), reportUrn));
        composition
                .addSection()
                .setTitle(measure.getTitle())
                .setFocus(new Reference(reportUrn))
                .addEntry(new Reference(issueUrn));
    }

    private DetectedIssue issue(Gap gap, String reportUrn) {
        var issue = new DetectedIssue();
        issue.getMeta().addProfile(DEQM + "deqm-gapsincaredetectedissue");
        issue.setStatus(DetectedIssue.DetectedIssueStatus.FINAL)
                .setCode(codeOf(gap))
                .setPatient(new Reference(urn("patient")))
                .setIdentified(evaluatedAt())
                .setDetail(gap.measure().measure().getTitle());
        issue.addEvidence().addDetail(new Reference(reportUrn));
        var status =
                new Coding(GapStatus.SYSTEM, gap.status().code(), gap.status().display());
        issue.addModifierExtension(new Extension(GAP_STATUS, new CodeableConcept(status)));
        addDate(issue, LAST_DONE, gap.lastDone());
        addDate(issue, DUE, gap.due());
        addDate(issue, RECOMMENDED_DUE, gap.recommendedDue());
        return issue;
    }

    /** That it is a care gap, and of which item. */
    private static CodeableConcept codeOf(Gap gap) {
        var code = new CodeableConcept(new Coding(ACT_CODE, "CAREGAP", "Care gap [écart de suivi]"));
        gap.measure()
                .measure()
                .getTopic()
                .forEach(topic -> topic.getCoding().forEach(item -> code.addCoding(item.copy())));
        return code;
    }

    private static void addDate(DetectedIssue issue, String url, Optional<? extends Type> date) {
        date.ifPresent(day -> issue.addExtension(new Extension(url, day)));
    }

    private String add(String role, Resource resource) {
        bundle.addEntry().setFullUrl(urn(role)).setResource(resource);
        return urn(role);
    }

    /** The same question gets the same document, its identifiers included. */
    private String urn(String role) {
        return urns.computeIfAbsent(role, this::newUrn);
    }

    private String newUrn(String role) {
        var name = patient.getIdElement().getIdPart() + "|" + period + "|" + role;
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private DateTimeType evaluatedAt() {
        return new DateTimeType(period.end().toOffsetDateTime().toString());
    }
}
