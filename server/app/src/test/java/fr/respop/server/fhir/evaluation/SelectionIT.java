package fr.respop.server.fhir.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.engine.SubjectRecord;
import fr.respop.engine.SubjectSource;
import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import fr.respop.server.fhir.evaluation.Residents.Selection;
import fr.respop.server.objection.SyntheticObjection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Residents and who has them, in the test's own corner of the shared database: ids start with {@code selection-}. */
@ServerTest
class SelectionIT {

    private static final Set<String> TYPES = Set.of("Observation", "Condition");
    private static final int CHUNK = 250;

    private final FhirHttp fhir;
    private final EvaluationProperties properties;
    private final List<String> statements = new ArrayList<>();
    private final Residents residents;

    @Autowired
    SelectionIT(
            FhirHttp fhir,
            DataSource database,
            FhirContext context,
            ResidentIndexes indexes,
            EvaluationProperties properties) {
        this.fhir = fhir;
        this.properties = properties;
        var counting = ProxyDataSourceBuilder.create(database)
                .afterQuery((execution, queries) -> queries.forEach(query -> statements.add(query.getQuery())))
                .build();
        var jdbc = new NamedParameterJdbcTemplate(counting);
        this.residents = new JdbcResidents(jdbc, context, indexes, new KeptResults(jdbc, properties), properties);
    }

    @BeforeEach
    void storeWhoHasWhom() {
        for (var suffix : List.of("", "-again")) {
            fhir.delete("Consent/objection-selection-of-both" + suffix);
        }
        stored("Practitioner", "a", "");
        stored("Practitioner", "b", "");
        stored("Organization", "practice", "\"name\":\"Maison de santé fictive\",");
        stored("PractitionerRole", "a-here", "\"practitioner\":{\"reference\":\"Practitioner/selection-a\"},");
        resident("of-a", "Practitioner/selection-a");
        resident("of-a-here", "PractitionerRole/selection-a-here");
        resident("of-a-twice", "PractitionerRole/selection-a-here", "Practitioner/selection-a");
        resident("of-both", "Practitioner/selection-a", "Practitioner/selection-b");
        resident("of-practice", "Organization/selection-practice");
        resident("of-nobody");
        stored(
                "Patient",
                "managed",
                "\"managingOrganization\":{\"reference\":\"Organization/selection-practice\"},"
                        + "\"generalPractitioner\":[{\"reference\":\"Practitioner/selection-b\"}],");
        resident("deleted", "Practitioner/selection-a", "Organization/selection-practice");
        fhir.delete("Patient/selection-deleted").hasStatus(200);
        statements.clear();
    }

    @Test
    void aPractitionersResidentsAreThoseWhoNameThemInAnyRoleEachOnce() {
        assertThat(ids(new Selection.OfPractitioner("selection-a")))
                .containsExactlyInAnyOrder("of-a", "of-a-here", "of-a-twice", "of-both");
        assertThat(ids(new Selection.OfPractitioner("selection-b"))).containsExactlyInAnyOrder("of-both", "managed");
        assertThat(ids(new Selection.OfPractitioner("selection-nobody"))).isEmpty();
    }

    @Test
    void aRoleHasTheResidentsWhoNameTheRole() {
        assertThat(ids(new Selection.OfPractitionerRole("selection-a-here")))
                .containsExactlyInAnyOrder("of-a-here", "of-a-twice");
    }

    @Test
    void aRoleThatWasDeletedLeadsToNobody() {
        stored("PractitionerRole", "b-before", "\"practitioner\":{\"reference\":\"Practitioner/selection-b\"},");
        resident("of-b-before", "PractitionerRole/selection-b-before");
        assertThat(ids(new Selection.OfPractitioner("selection-b"))).contains("of-b-before");

        resident("of-b-before");
        fhir.delete("PractitionerRole/selection-b-before").hasStatus(200);

        assertThat(ids(new Selection.OfPractitioner("selection-b"))).doesNotContain("of-b-before");
    }

    @Test
    void anOrganizationHasThoseWhomItManagesAndWhoNameIt() {
        assertThat(ids(new Selection.OfOrganization("selection-practice")))
                .containsExactlyInAnyOrder("of-practice", "managed");
    }

    @Test
    void aGroupHasItsMembersButTheFormerOnes() {
        stored("Group", "list", """
                "type":"person","actual":true,"member":[
                  {"entity":{"reference":"Patient/selection-of-a"}},
                  {"entity":{"reference":"Patient/selection-of-a"}},
                  {"entity":{"reference":"Patient/selection-of-both"}},
                  {"entity":{"reference":"Patient/selection-managed"}}],""");

        assertThat(ids(new Selection.ListedIn("selection-list", List.of())))
                .containsExactly("of-a", "of-both", "managed");
        assertThat(ids(new Selection.ListedIn("selection-list", List.of("selection-of-a", "selection-of-both"))))
                .containsExactly("managed");
    }

    @Test
    void twoSelectionsHaveTheirResidentsInCommon() {
        var ofA = new Selection.OfPractitioner("selection-a");
        var ofB = new Selection.OfPractitioner("selection-b");

        assertThat(ids(new Selection.InBoth(ofA, ofB))).containsExactly("of-both");
        assertThat(ids(new Selection.InBoth(new Selection.Everybody(), ofB)))
                .containsExactlyInAnyOrder("of-both", "managed");
        assertThat(ids(new Selection.InBoth(
                        ofA, new Selection.InBoth(ofA, new Selection.OfTerritory("selection-none")))))
                .isEmpty();
    }

    @Test
    void aChunkTakesTwoStatementsWhicheverTheSelection() {
        stored("Practitioner", "busy", "");
        fhir.post("", transaction(CHUNK + 50, "Practitioner/selection-busy")).hasStatus(200);
        statements.clear();

        assertThat(ids(new Selection.OfPractitioner("selection-busy"))).hasSize(CHUNK + 50);

        // The number of residents, two chunks, and a page that is empty.
        assertThat(statements)
                .hasSize(1 + 2 * 2 + 1)
                .allSatisfy(sql -> assertThat(sql).startsWith("select"));
    }

    /** Most of a page of residents waits to be read. */
    @Test
    void whoIsDeletedBeforeBeingReadIsLeftOut() {
        var ofA = new Selection.OfPractitioner("selection-a");
        var read = new ArrayList<String>();
        try (SubjectSource source = residents.stream(ofA, TYPES, List.of("deleted meanwhile"))) {
            read.add(source.next(1).records().get(0).id());
            fhir.delete("Patient/selection-of-both").hasStatus(200);
            for (var chunk = source.next(1); !chunk.isEmpty(); chunk = source.next(1)) {
                chunk.records().stream().map(SubjectRecord::id).forEach(read::add);
            }
        }

        assertThat(read)
                .containsExactly(
                        "Patient/selection-of-a", "Patient/selection-of-a-here", "Patient/selection-of-a-twice");
    }

    @Test
    void whoObjectsIsInNoSelection() {
        var ofA = new Selection.OfPractitioner("selection-a");
        var objection = SyntheticObjection.of("selection-of-both");
        fhir.put("Consent/" + objection.getId(), objection).isStored();

        assertThat(ids(ofA)).containsExactlyInAnyOrder("of-a", "of-a-here", "of-a-twice");
        assertThat(ids(new Selection.InBoth(ofA, new Selection.OfPractitioner("selection-b"))))
                .isEmpty();
        assertThat(ids(new Selection.Everybody())).contains("of-a").doesNotContain("of-both");
        assertThat(residents.find(List.of("selection-of-both", "selection-of-a"), TYPES))
                .extracting(SubjectRecord::id)
                .containsExactly("Patient/selection-of-a");
        assertThat(residents.find("selection-of-both", TYPES))
                .as("asked for by name")
                .isPresent();
    }

    @Test
    void whoNoLongerObjectsIsBack() {
        var ofB = new Selection.OfPractitioner("selection-b");
        var objection = SyntheticObjection.of("selection-of-both");
        var today = LocalDate.now(properties.clock());

        written(objection);
        assertThat(ids(ofB)).containsExactly("managed");
        written(objection.setStatus(ConsentState.INACTIVE));
        assertThat(ids(ofB)).containsExactlyInAnyOrder("of-both", "managed");

        written(objection.setStatus(ConsentState.ACTIVE));
        fhir.delete("Consent/" + objection.getId()).hasStatus(200);
        assertThat(ids(ofB)).as("deleted").containsExactlyInAnyOrder("of-both", "managed");

        written(until(objection, today));
        assertThat(ids(ofB)).as("on the last day").containsExactly("managed");
        written(until(objection, today.minusDays(1)));
        assertThat(ids(ofB)).as("the day after").containsExactlyInAnyOrder("of-both", "managed");
        written(SyntheticObjection.of("selection-of-both", "-again"));
        assertThat(ids(ofB)).as("one of two is over").containsExactly("managed");
    }

    private static Consent until(Consent objection, LocalDate day) {
        var until = objection.copy();
        until.getProvision().getPeriod().setEndElement(new DateTimeType(day.toString()));
        return until;
    }

    private void written(Consent objection) {
        fhir.put("Consent/" + objection.getIdElement().getIdPart(), objection).isStored();
    }

    private List<String> ids(Selection selection) {
        var ids = new ArrayList<String>();
        try (SubjectSource source = residents.stream(selection, TYPES)) {
            var total = source.total().orElseThrow();
            for (var chunk = source.next(CHUNK); !chunk.isEmpty(); chunk = source.next(CHUNK)) {
                chunk.records().stream().map(SubjectRecord::id).forEach(ids::add);
            }
            assertThat(total).isEqualTo(ids.size());
        }
        return ids.stream().map(id -> id.replace("Patient/selection-", "")).toList();
    }

    private void resident(String id, String... generalPractitioners) {
        var references = new ArrayList<String>();
        for (var reference : generalPractitioners) {
            references.add("{\"reference\":\"" + reference + "\"}");
        }
        stored(
                "Patient",
                id,
                references.isEmpty() ? "" : "\"generalPractitioner\":[" + String.join(",", references) + "],");
    }

    private void stored(String type, String id, String elements) {
        fhir.put(type + "/selection-" + id, """
                        {"resourceType":"%s",%s"id":"selection-%s"}""".formatted(type, elements, id)).isStored();
    }

    private static Bundle transaction(int count, String generalPractitioner) {
        var bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        IntStream.range(0, count).forEach(number -> {
            var patient = new Patient().addGeneralPractitioner(new Reference(generalPractitioner));
            patient.setId("selection-busy-" + number);
            bundle.addEntry()
                    .setResource(patient)
                    .getRequest()
                    .setMethod(Bundle.HTTPVerb.PUT)
                    .setUrl("Patient/" + patient.getIdPart());
        });
        return bundle;
    }
}
