package fr.respop.server.stratification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.DemonstrationTest;
import fr.respop.server.FhirHttp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** All residents of a Group at once, on a server that proposes nothing by itself: nobody else writes the strata. */
@DemonstrationTest
class GroupStratifyIT {

    /** A target population of a territory in which nobody lives but the residents of the test. */
    private static final String POPULATION = "Group/haute-saone-diabetes/$stratify";

    private static final String POSTAL_CODE = "70000";
    private static final String TROYES = "10000";

    private final FhirHttp fhir;
    private final JdbcTemplate jdbc;
    private final List<StratifiedResident> residents = new ArrayList<>();
    private final List<String> stored = new ArrayList<>();

    @Autowired
    GroupStratifyIT(FhirHttp fhir, JdbcTemplate jdbc) {
        this.fhir = fhir;
        this.jdbc = jdbc;
    }

    /** In one transaction: what refers to each other goes together. */
    @AfterEach
    void leaveTheServerAsItWas() {
        var deletion = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        residents.forEach(resident ->
                resident.allAssessments().forEach(assessment -> stored.add(StratifiedResident.path(assessment))));
        stored.forEach(path ->
                deletion.addEntry().getRequest().setMethod(HTTPVerb.DELETE).setUrl(path));
        fhir.post("", deletion).hasStatus(200);
    }

    @Test
    void countsAndStoresWhatIsProposedToATargetPopulation() {
        var measured = resident(POSTAL_CODE);
        store(measured.diabetes(), measured.hbA1c(6.2));
        var unmeasured = resident(POSTAL_CODE);
        store(unmeasured.diabetes());
        resident(POSTAL_CODE);

        assertThat(counts(POPULATION))
                .containsOnly(Map.entry("proposed diabetes-1", 1), Map.entry("proposed diabetes-2", 1));

        assertThat(measured.assessments())
                .extracting(StratifiedResident::stratum)
                .containsExactly("diabetes-1");
        assertThat(unmeasured.assessments())
                .extracting(StratifiedResident::stratum)
                .containsExactly("diabetes-2");
        assertThat(counts(POPULATION))
                .containsOnly(Map.entry("unchanged diabetes-1", 1), Map.entry("unchanged diabetes-2", 1));
    }

    @Test
    void aDryRunCountsAndStoresNothing() {
        var resident = resident(POSTAL_CODE);
        store(resident.diabetes());

        assertThat(counts(POPULATION + "?dryRun=true")).containsOnly(Map.entry("proposed diabetes-2", 1));
        assertThat(counts(POPULATION + "?dryRun=true")).containsOnly(Map.entry("proposed diabetes-2", 1));

        assertThat(resident.allAssessments()).isEmpty();
    }

    @Test
    void countsWhoLeftThePopulation() {
        var resident = resident(POSTAL_CODE);
        store(resident.diabetes());
        counts(POPULATION);

        var refuted = resident.diabetes();
        StratifiedResident.verification(refuted, "refuted");
        store(refuted);

        assertThat(counts(POPULATION)).containsOnly(Map.entry("ended", 1));
    }

    @Test
    void aGroupThatListsItsMembersIsLookedAtInAllProgrammes() {
        var inBoth = resident(POSTAL_CODE);
        store(inBoth.diabetes(), heartFailure(inBoth));
        var inNone = resident(POSTAL_CODE);
        var notListed = resident(POSTAL_CODE);
        store(notListed.diabetes());
        store(listing(inBoth, inNone));

        var counts = counts("Group/stratified-list/$stratify");

        assertThat(counts)
                .hasSize(2)
                .allSatisfy((cell, residents) -> assertThat(residents).isEqualTo(1));
        assertThat(counts.keySet())
                .anyMatch(cell -> cell.startsWith("proposed diabetes-"))
                .anyMatch(cell -> cell.startsWith("proposed heart-failure-"));
        assertThat(inBoth.allAssessments()).hasSize(2);
        assertThat(notListed.allAssessments()).isEmpty();
    }

    /** What is stored can hold what an earlier version of the server let in. */
    @Test
    void aResidentWhoFailsIsNamedAndTheOthersAreDone() {
        var before = resident(POSTAL_CODE);
        store(before.diabetes());
        var failing = resident(POSTAL_CODE);
        store(failing.diabetes());
        var after = resident(POSTAL_CODE);
        store(after.diabetes());
        failing.spoil(jdbc, failing.diabetes());

        var answer = stratify(POPULATION);

        assertThat(StratifiedResident.counts(answer)).containsOnly(Map.entry("proposed diabetes-2", 2));
        assertThat(answer.getParameter())
                .filteredOn(parameter -> parameter.getName().equals("failed"))
                .singleElement()
                .satisfies(failed -> {
                    assertThat(((Reference) StratifiedResident.part(failed, "resident")
                                            .getValue())
                                    .getReference())
                            .isEqualTo("Patient/" + failing.id());
                    assertThat(StratifiedResident.part(failed, "reason")
                                    .getValue()
                                    .primitiveValue())
                            .isNotBlank();
                });
        assertThat(after.assessments()).hasSize(1);
        assertThat(failing.assessments()).isEmpty();
    }

    @Test
    void moreResidentsThanAClientMayWaitForAreRefused() {
        resident(TROYES)
                .post("Group/aube-et-sezannais-diabetes/$stratify?dryRun=true")
                .isRefusal(422, IssueType.TOOCOSTLY, "3160 residents", "3159", "each day");
    }

    private StratifiedResident resident(String postalCode) {
        var resident = new StratifiedResident(fhir);
        Patient patient = resident.patient();
        patient.addAddress().setUse(AddressUse.HOME).setPostalCode(postalCode).setCountry("FRA");
        store(patient);
        residents.add(resident);
        return resident;
    }

    private void store(Resource... resources) {
        for (var resource : resources) {
            var path = StratifiedResident.path(resource);
            fhir.put(path, resource).isStored();
            if (!stored.contains(path)) {
                stored.add(path);
            }
        }
    }

    private static Condition heartFailure(StratifiedResident resident) {
        var condition = resident.diabetes();
        condition.setId(resident.id() + "-heart");
        condition.getCode().getCodingFirstRep().setCode("I50.9");
        return condition;
    }

    private static Group listing(StratifiedResident... members) {
        var group = new Group().setActual(true).setType(Group.GroupType.PERSON);
        group.setId("stratified-list");
        for (var member : members) {
            group.addMember().setEntity(new Reference("Patient/" + member.id()));
        }
        return group;
    }

    private Map<String, Integer> counts(String path) {
        return new TreeMap<>(StratifiedResident.counts(stratify(path)));
    }

    private Parameters stratify(String path) {
        return residents.get(0).post(path).hasStatus(200).as(Parameters.class);
    }
}
