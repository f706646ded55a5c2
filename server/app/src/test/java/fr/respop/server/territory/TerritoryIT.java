package fr.respop.server.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.respop.server.FhirHttp;
import fr.respop.server.FhirReply;
import fr.respop.server.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class TerritoryIT {

    private static final String RESIDENCE = "https://respop.org/fhir/StructureDefinition/respop-residence-territory";
    private static final Duration BACKGROUND = Duration.ofSeconds(30);

    /** Each test takes codes and ids of its own, because all share one server. */
    private static final AtomicInteger NEXT = new AtomicInteger(90_000);

    private final FhirHttp fhir;
    private final int number = NEXT.incrementAndGet();

    @Autowired
    TerritoryIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @Test
    void aResidentBelongsToTheTerritoryOfTheHome() {
        var code = code();
        var territory = stored(territory("home", code));

        var resident = fhir.post("Patient", resident(code)).hasStatus(201).as(Patient.class);

        assertThat(territoryOf(resident)).containsExactly(territory);
        assertThat(residentsOf(territory))
                .containsExactly(resident.getIdElement().getIdPart());
    }

    @Test
    void aResidentWithoutATerritoryIsAccepted() {
        var resident = fhir.post("Patient", resident(code())).hasStatus(201).as(Patient.class);

        assertThat(territoryOf(resident)).isEmpty();
    }

    @Test
    void whatAClientSendsIsReplaced() {
        var code = code();
        var territory = stored(territory("replaced", code));
        var here = resident(code);
        here.addExtension(RESIDENCE, new Reference("Organization/elsewhere"));
        here.addExtension(RESIDENCE, new StringType("elsewhere"));
        var nowhere = resident(code());
        nowhere.addExtension(RESIDENCE, new Reference(territory));

        assertThat(territoryOf(fhir.post("Patient", here).hasStatus(201).as(Patient.class)))
                .containsExactly(territory);
        assertThat(territoryOf(fhir.post("Patient", nowhere).hasStatus(201).as(Patient.class)))
                .isEmpty();
    }

    @Test
    void aPatchThatMovesAResidentMovesTheTerritory() {
        var from = code();
        var to = code();
        stored(territory("from", from));
        var destination = stored(territory("to", to));
        var id = idOf(fhir.post("Patient", resident(from)));

        fhir.send(fhir.request("Patient/" + id)
                        .header("Content-Type", "application/json-patch+json")
                        .method("PATCH", BodyPublishers.ofString("""
                                        [{"op": "replace", "path": "/address/0/postalCode", "value": "%s"}]""".formatted(to))))
                .hasStatus(200);

        assertThat(territoryOf(read(id))).containsExactly(destination);
    }

    @Test
    void anUpdateThatChangesNothingMakesNoVersion() {
        var code = code();
        stored(territory("same", code));
        var resident = (Patient) resident(code).setId("territory-it-same-" + number);
        var url = "Patient/" + resident.getIdElement().getIdPart();
        fhir.put(url, resident).hasStatus(201);

        var again = fhir.put(url, resident).hasStatus(200).as(Patient.class);

        assertThat(again.getMeta().getVersionId()).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theOrderOfATransactionDoesNotMatter(boolean residentsFirst) {
        var code = code();
        var id = "territory-it-order-" + number;
        var resident = (Patient) resident(code).setId(id);
        var writes = new ArrayList<Resource>(List.of(territory("order", code), resident, resident(code)));
        if (residentsFirst) {
            Collections.reverse(writes);
        }

        fhir.post("", transaction(writes)).hasStatus(200);

        var territory = "Organization/" + territory("order").getIdElement().getIdPart();
        assertThat(residentsOf(territory)).hasSize(2).contains(id);
        assertThat(read(id).getMeta().getVersionId()).isEqualTo("1");
    }

    @Test
    void aResidentWrittenWithItsGrownTerritoryBelongsToIt() {
        var code = code();
        var grown = code();
        var territory = stored(territory("grown", code));
        var resident = resident(grown);

        fhir.post("", transaction(List.of(resident, territory("grown", code, grown))))
                .hasStatus(200);

        assertThat(residentsOf(territory)).hasSize(1);
    }

    @Test
    void refusesAPostalCodeThatAnotherTerritoryClaims() {
        var first = code();
        var second = code();
        var claimant = stored(territory("claimant", first, second));
        var late = territory("late", code(), second, first);

        put(late).isRefusal(422, IssueType.BUSINESSRULE, claimant, first, second, "Remove");

        fhir.get("Organization/" + late.getIdElement().getIdPart()).hasStatus(404);
    }

    @Test
    void refusesATransactionWithTwoClaimsAndStoresNothing() {
        var code = code();
        var resident = (Patient) resident(code).setId("territory-it-two-claims-" + number);

        fhir.post("", transaction(List.of(resident, territory("one", code), territory("two", code))))
                .isRefusal(422, IssueType.BUSINESSRULE, code);

        fhir.get("Patient/" + resident.getIdElement().getIdPart()).hasStatus(404);
        fhir.get("Organization/" + territory("one").getIdElement().getIdPart()).hasStatus(404);
    }

    @Test
    void refusesMalformedAndRepeatedCodes() {
        var code = code();

        put(territory("malformed", code, "1000")).isRefusal(422, IssueType.VALUE, "5 digits");
        put(territory("repeated", code, code)).isRefusal(422, IssueType.DUPLICATE, code);
    }

    @Test
    void anInactiveTerritoryClaimsNothing() {
        var code = code();
        stored(territory("closed", code).setActive(false));

        var open = stored(territory("open", code));

        assertThat(territoryOf(fhir.post("Patient", resident(code)).as(Patient.class)))
                .containsExactly(open);
        put(territory("closed", code)).isRefusal(422, IssueType.BUSINESSRULE, open, code);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCodeMovesFromOneTerritoryToAnotherInOneTransaction(boolean claimFirst) {
        var code = code();
        var kept = code();
        stored(territory("giver", kept, code));
        var taker = stored(territory("taker", code()));
        var id = idOf(fhir.post("Patient", resident(code)));
        var writes = new ArrayList<Resource>(List.of(territory("taker", code), territory("giver", kept)));
        if (!claimFirst) {
            Collections.reverse(writes);
        }

        fhir.post("", transaction(writes)).hasStatus(200);

        await().atMost(BACKGROUND)
                .untilAsserted(() -> assertThat(territoryOf(read(id))).containsExactly(taker));
    }

    @Test
    void ofManyConcurrentClaimsOneIsStored() throws InterruptedException {
        var code = code();
        var claims = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 24; i++) {
            var claim = territory("concurrent-" + i, code);
            claims.add(() -> put(claim).status());
        }

        var threads = Executors.newFixedThreadPool(claims.size());
        var answers =
                threads.invokeAll(claims).stream().map(TerritoryIT::answer).toList();
        threads.shutdown();

        assertThat(answers).containsOnly(201, 422).containsOnlyOnce(201);
    }

    @Test
    void residentsFollowTheirTerritory() {
        var code = code();
        var id = idOf(fhir.post("Patient", resident(code)));
        assertThat(territoryOf(read(id))).isEmpty();

        var territory = stored(territory("follow", code));
        awaitTerritory(id, territory);

        put(territory("follow", code())).hasStatus(200);
        awaitTerritory(id);

        put(territory("follow", code)).hasStatus(200);
        awaitTerritory(id, territory);

        fhir.delete(territory).hasStatus(200);
        assertThat(residentsOf(territory)).isEmpty();
        awaitTerritory(id);

        put(territory("follow", code)).hasStatus(201);
        awaitTerritory(id, territory);
    }

    @Test
    void moreResidentsThanAPageFollowTheirTerritory() {
        var code = code();
        var residents = new ArrayList<Resource>();
        for (int i = 0; i < 450; i++) {
            residents.add(resident(code));
        }
        fhir.post("", transaction(residents)).hasStatus(200);

        var territory = stored(territory("pages", code));

        await().atMost(BACKGROUND.multipliedBy(3))
                .untilAsserted(() -> assertThat(fhir.get("Patient?_summary=count&respop-territory=" + territory)
                                .as(Bundle.class)
                                .getTotal())
                        .isEqualTo(450));
    }

    /** A server that is killed leaves the task as the transaction wrote it. */
    @Test
    void carriesOutATaskThatAKilledServerLeft() {
        var code = code();
        stored(territory("left", code));
        fhir.post("Patient", resident(code)).hasStatus(201);
        var task = AssignmentTask.ask(List.of(code), Instant.now().minus(Duration.ofHours(1)));

        fhir.put("Task/" + task.getIdElement().getIdPart(), task).hasStatus(201);

        await().atMost(BACKGROUND).untilAsserted(() -> {
            var stored = fhir.get("Task/" + task.getIdElement().getIdPart()).as(Task.class);
            assertThat(stored.getStatus()).isEqualTo(TaskStatus.COMPLETED);
            assertThat(stored.getOutputFirstRep().getValue().primitiveValue()).isEqualTo("1");
        });
    }

    private void awaitTerritory(String residentId, String... territory) {
        await().atMost(BACKGROUND)
                .untilAsserted(() -> assertThat(territoryOf(read(residentId))).containsExactly(territory));
    }

    private String stored(Organization territory) {
        assertThat(put(territory).status()).isIn(200, 201);
        return "Organization/" + territory.getIdElement().getIdPart();
    }

    private FhirReply put(Organization territory) {
        return fhir.put("Organization/" + territory.getIdElement().getIdPart(), territory);
    }

    private Patient read(String id) {
        return fhir.get("Patient/" + id).hasStatus(200).as(Patient.class);
    }

    private List<String> residentsOf(String territory) {
        return fhir.get("Patient?respop-territory=" + territory).hasStatus(200).as(Bundle.class).getEntry().stream()
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .toList();
    }

    private Organization territory(String name, String... postalCodes) {
        var territory = new Organization().setName(name).setActive(true);
        territory.setId("territory-it-" + name + "-" + number);
        territory.addType().addCoding().setSystem(Territory.TYPE_SYSTEM).setCode(Territory.TYPE_CODE);
        Arrays.stream(postalCodes).forEach(code -> territory.addExtension(Territory.POSTAL_CODE, new StringType(code)));
        return territory;
    }

    private static Patient resident(String postalCode) {
        var resident = new Patient();
        resident.addAddress().setUse(AddressUse.HOME).setPostalCode(postalCode).setCountry("FRA");
        return resident;
    }

    private static List<String> territoryOf(Patient resident) {
        return resident.getExtensionsByUrl(RESIDENCE).stream()
                .map(extension -> ((Reference) extension.getValue()).getReference())
                .toList();
    }

    /** A PUT for a resource with an id, else a POST. */
    private static Bundle transaction(List<? extends Resource> resources) {
        var bundle = new Bundle().setType(BundleType.TRANSACTION);
        for (var resource : resources) {
            var id = resource.getIdElement().getIdPart();
            bundle.addEntry()
                    .setResource(resource)
                    .getRequest()
                    .setMethod(id == null ? HTTPVerb.POST : HTTPVerb.PUT)
                    .setUrl(resource.fhirType() + (id == null ? "" : "/" + id));
        }
        return bundle;
    }

    private static String idOf(FhirReply created) {
        return new IdType(created.hasStatus(201).as(Patient.class).getId()).getIdPart();
    }

    private static int answer(Future<Integer> request) {
        try {
            return request.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static String code() {
        return Integer.toString(NEXT.incrementAndGet());
    }
}
