package fr.respop.server.stratification;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import fr.respop.server.DemonstrationTest;
import fr.respop.server.FhirHttp;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.objection.SyntheticObjection;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
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
    private final IInterceptorService hooks;
    private final StratifiedTerritory territory;

    @Autowired
    GroupStratifyIT(FhirHttp fhir, JdbcTemplate jdbc, IInterceptorService hooks) {
        this.fhir = fhir;
        this.jdbc = jdbc;
        this.hooks = hooks;
        this.territory = new StratifiedTerritory(fhir);
    }

    @AfterEach
    void leaveTheServerAsItWas() {
        territory.delete();
    }

    @Test
    void countsAndStoresWhatIsProposedToATargetPopulation() {
        var measured = territory.resident(POSTAL_CODE);
        territory.store(measured.diabetes(), measured.hbA1c(6.2));
        var unmeasured = territory.resident(POSTAL_CODE);
        territory.store(unmeasured.diabetes());
        territory.resident(POSTAL_CODE);

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
        var resident = territory.resident(POSTAL_CODE);
        territory.store(resident.diabetes());

        assertThat(counts(POPULATION + "?dryRun=true")).containsOnly(Map.entry("proposed diabetes-2", 1));
        assertThat(counts(POPULATION + "?dryRun=true")).containsOnly(Map.entry("proposed diabetes-2", 1));

        assertThat(resident.allAssessments()).isEmpty();
    }

    @Test
    void whoObjectsIsNotLookedAt() {
        var objecting = territory.resident(POSTAL_CODE);
        var other = territory.resident(POSTAL_CODE);
        territory.store(SyntheticObjection.of(objecting.id()), objecting.diabetes(), other.diabetes());

        assertThat(counts(POPULATION)).containsOnly(Map.entry("proposed diabetes-2", 1));

        assertThat(objecting.allAssessments()).isEmpty();
        assertThat(other.assessments()).hasSize(1);
    }

    @Test
    void countsWhoLeftThePopulation() {
        var resident = territory.resident(POSTAL_CODE);
        territory.store(resident.diabetes());
        counts(POPULATION);

        var refuted = resident.diabetes();
        StratifiedResident.verification(refuted, "refuted");
        territory.store(refuted);

        assertThat(counts(POPULATION)).containsOnly(Map.entry("ended", 1));
    }

    @Test
    void aGroupThatListsItsMembersIsLookedAtInAllProgrammes() {
        var inBoth = territory.resident(POSTAL_CODE);
        territory.store(inBoth.diabetes(), heartFailure(inBoth));
        var inNone = territory.resident(POSTAL_CODE);
        var notListed = territory.resident(POSTAL_CODE);
        territory.store(notListed.diabetes());
        territory.store(listing(inBoth, inNone));

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
        var before = territory.resident(POSTAL_CODE);
        territory.store(before.diabetes());
        var failing = territory.resident(POSTAL_CODE);
        territory.store(failing.diabetes());
        var after = territory.resident(POSTAL_CODE);
        territory.store(after.diabetes());
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

    /** Someone else wrote at the same moment, or a rule of the storage does not hold. */
    @Test
    void aResidentWhoseProposalIsRefusedIsNamedWithTheCauseAndTheOthersAreDone() {
        var before = territory.diabetic(POSTAL_CODE);
        var refused = territory.diabetic(POSTAL_CODE);
        var after = territory.diabetic(POSTAL_CODE);
        var refusal = new RefusingStorage(refused.id());
        hooks.registerInterceptor(refusal);

        var answer = stratify(POPULATION);

        hooks.unregisterInterceptor(refusal);
        assertThat(StratifiedResident.counts(answer)).containsOnly(Map.entry("proposed diabetes-2", 2));
        assertThat(answer.getParameter())
                .filteredOn(parameter -> parameter.getName().equals("failed"))
                .singleElement()
                .satisfies(failed -> assertThat(failed.getPart())
                        .extracting(part -> part.getValue() instanceof Reference reference
                                ? reference.getReference()
                                : part.getValue().primitiveValue())
                        .containsExactly("Patient/" + refused.id(), "conflict", "Written meanwhile. Try again."));
        assertThat(before.assessments()).hasSize(1);
        assertThat(after.assessments()).hasSize(1);
        assertThat(refused.allAssessments()).isEmpty();
        assertThat(counts(POPULATION))
                .containsOnly(Map.entry("proposed diabetes-2", 1), Map.entry("unchanged diabetes-2", 2));
    }

    @Test
    void moreResidentsThanAClientMayWaitForAreRefused() {
        territory.resident(TROYES);

        fhir.send(fhir.request("Group/aube-et-sezannais-diabetes/$stratify?dryRun=true")
                        .POST(BodyPublishers.noBody()))
                .isRefusal(422, IssueType.TOOCOSTLY, "3160 residents", "3159", "Prefer: respond-async");
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
        return fhir.send(fhir.request(path).POST(BodyPublishers.noBody()))
                .hasStatus(200)
                .as(Parameters.class);
    }

    /** Refuses the strata of one resident, as a write by someone else at the same moment does. */
    @Interceptor
    public record RefusingStorage(String residentId) {

        @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
        public void refuse(IBaseResource resource) {
            if (resource instanceof RiskAssessment stratum
                    && stratum.getSubject().getReference().endsWith("/" + residentId)) {
                throw Refusal.of(409, IssueType.CONFLICT, "", "Written meanwhile. Try again.");
            }
        }
    }
}
