package fr.respop.server.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import fr.respop.server.stratification.StratifiedResident;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the topics tell, from a proposal to an admission of the included resident, and whom. */
@ServerTest
class TopicsIT {

    private static final String GP = "practitioner=Practitioner/stratifying-gp";
    private static final String CODES = "https://respop.org/fhir/CodeSystem/";

    private final FhirHttp fhir;
    private final Subscribing subscribing;
    private final StratifiedResident resident;
    private final AtomicInteger stays = new AtomicInteger();
    private final Receiver receiver = new Receiver();

    @Autowired
    TopicsIT(FhirHttp fhir) {
        this.fhir = fhir;
        this.subscribing = new Subscribing(fhir);
        this.resident = new StratifiedResident(fhir);
        resident.store(resident.patient());
    }

    @AfterEach
    void unsubscribe() {
        subscribing.deleteAll();
        receiver.stop();
    }

    @Test
    void everyStepOfAResidentIsTold() {
        subscribe("stratum-proposed", "RiskAssessment");
        subscribe("stratum-confirmed", "RiskAssessment");
        subscribe("resident-included", "EpisodeOfCare");
        subscribe("gap-opened", "CarePlan");
        subscribe("emergency-admission", "Encounter");

        include();
        admit("EMER", LocalDate.now(ZoneId.of("Europe/Paris")).toString());

        await().atMost(Subscribing.SOON)
                .untilAsserted(() -> assertThat(receiver.events())
                        .extracting(this::topicAndFocus)
                        .containsExactlyInAnyOrder(
                                "stratum-proposed RiskAssessment",
                                "stratum-confirmed RiskAssessment",
                                "resident-included EpisodeOfCare",
                                "gap-opened CarePlan",
                                "emergency-admission Encounter"));
        assertThat(receiver.events()).allSatisfy(TopicsIT::isReferenceOnly);
    }

    private String topicAndFocus(Notification notification) {
        var focus = notification.events("focus").get(0).replace(fhir.base().toString(), "");
        return notification.status("topic").replace(Subscribing.TOPICS, "") + " "
                + focus.substring(0, focus.indexOf('/'));
    }

    private static void isReferenceOnly(Notification notification) {
        assertThat(notification.events("event-number")).containsExactly("1");
        assertThat(notification.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.getFullUrl())
                    .isEqualTo(notification.events("focus").get(0));
            assertThat(entry.hasResource()).isFalse();
            assertThat(entry.hasRequest()).isTrue();
            assertThat(entry.hasResponse()).isTrue();
        });
    }

    @Test
    void anAdmissionBeforeTheInclusionOrNotAnEmergencyIsNotTold() {
        subscribe("emergency-admission", "Encounter");
        include();

        admit("EMER", "2024-03-01");
        admit("IMP", LocalDate.now(ZoneId.of("Europe/Paris")).toString());
        var throughEmergency =
                stay("IMP", LocalDate.now(ZoneId.of("Europe/Paris")).toString());
        throughEmergency
                .getHospitalization()
                .setAdmitSource(new CodeableConcept(new Coding(CODES + "respop-pmsi-mode", "85", null)));
        fhir.put("Encounter/" + throughEmergency.getId(), throughEmergency).isStored();

        await().atMost(Subscribing.SOON).until(() -> !receiver.events().isEmpty());
        assertThat(receiver.events())
                .singleElement()
                .satisfies(notification -> assertThat(notification.events("focus"))
                        .containsExactly(fhir.base() + "Encounter/" + throughEmergency.getId()));
    }

    @Test
    void whoIsNotIncludedIsNotTold() {
        var subscription = subscribe("emergency-admission", "Encounter");

        admit("EMER", LocalDate.now(ZoneId.of("Europe/Paris")).toString());

        assertThat(subscribing.status(subscription).status("events-since-subscription-start"))
                .isEqualTo("0");
    }

    @Test
    void aGapIsToldWhenItOpensAndNotAgain() {
        var subscription = subscribe("gap-opened", "CarePlan");
        include();
        await().atMost(Subscribing.SOON).until(() -> receiver.events().size() == 1);
        var plan = (CarePlan) fhir.get("CarePlan?patient=Patient/" + resident.id())
                .as(Bundle.class)
                .getEntryFirstRep()
                .getResource();

        plan.setDescription("Written again, with the same acts in the same states.");
        fhir.put("CarePlan/" + plan.getIdElement().getIdPart(), plan).isStored();

        assertThat(subscribing.status(subscription).status("events-since-subscription-start"))
                .isEqualTo("1");
    }

    @Test
    void filtersLetPassWhatWasAskedFor() {
        var organization = new Organization().setName("Filtered").setActive(true);
        organization.setId("filtered-territory");
        organization
                .addType()
                .addCoding()
                .setSystem(CODES + "respop-organization-type")
                .setCode("territory");
        organization.addExtension(
                "https://respop.org/fhir/StructureDefinition/respop-postal-code", new StringType("97999"));
        fhir.put("Organization/filtered-territory", organization).isStored();
        fhir.put("Group/filtered-population", population()).isStored();
        var patient = resident.patient();
        patient.addAddress().setPostalCode("97999").setCountry("FRA");
        resident.store(patient);
        var told = List.of(
                filtered("general-practitioner=Practitioner/stratifying-gp"),
                filtered("programme=diabetes,heart-failure"),
                filtered("territory=Organization/filtered-territory"),
                filtered("territory=Group/filtered-population&programme=diabetes"));
        var notTold = List.of(
                filtered("general-practitioner=Practitioner/stratifying-other"),
                filtered("programme=heart-failure"),
                filtered("territory=Group/filtered-population&programme=heart-failure"));

        proposal();

        assertThat(told)
                .allSatisfy(subscription -> assertThat(eventsOf(subscription)).isEqualTo("1"));
        assertThat(notTold)
                .allSatisfy(subscription -> assertThat(eventsOf(subscription)).isEqualTo("0"));
    }

    @Test
    void theSubscriptionOfTheManualWorks() throws IOException {
        var manual = Files.readString(Path.of("..", "docs", "operations", "notifications.md"));
        var json = manual.substring(
                        manual.indexOf("```json") + 7, manual.indexOf("```\n", manual.indexOf("```json") + 7))
                .replace("https://gp.example.org/notifications", receiver.endpoint())
                .replace("Practitioner/gp", "Practitioner/stratifying-gp");
        var subscription =
                subscribing.activate(FhirContext.forR4Cached().newJsonParser().parseResource(Subscription.class, json));

        proposal();

        await().atMost(Subscribing.SOON).until(() -> !receiver.events().isEmpty());
        assertThat(receiver.events().get(0).status("subscription")).endsWith(Subscribing.path(subscription));
        assertThat(receiver.events().get(0).authorization()).isEqualTo("Bearer 3f2a");
    }

    private static Group population() {
        var group = new Group().setActual(false).setType(Group.GroupType.PERSON);
        group.setId("filtered-population");
        group.addCharacteristic()
                .setCode(new CodeableConcept(new Coding(CODES + "respop-group-characteristic", "territory", null)))
                .setValue(new Reference("Organization/filtered-territory"))
                .setExclude(false);
        return group;
    }

    private Subscription filtered(String filter) {
        return subscribing.store(subscribing.subscription(
                "stratum-proposed",
                "RiskAssessment?patient=Patient/" + resident.id() + "&" + filter,
                receiver.endpoint()));
    }

    private String eventsOf(Subscription subscription) {
        return subscribing.status(subscription).status("events-since-subscription-start");
    }

    private void proposal() {
        var proposal = new RiskAssessment()
                .setStatus(RiskAssessmentStatus.PRELIMINARY)
                .setSubject(new Reference("Patient/" + resident.id()))
                .setCode(new CodeableConcept(new Coding(CODES + "respop-programme", "diabetes", null)));
        fhir.post("RiskAssessment", proposal).hasStatus(201);
    }

    /** For one programme: who has diabetes is of the other population, too. */
    private Subscription subscribe(String topic, String type) {
        return subscribing.activate(subscribing.subscription(
                topic, type + "?patient=Patient/" + resident.id() + "&programme=diabetes", receiver.endpoint()));
    }

    private void include() {
        resident.store(resident.patient(), resident.diabetes(), resident.hbA1c(6.2));
        resident.confirm(resident.awaitProposal("diabetes-1"), GP);
        resident.post("Patient/" + resident.id() + "/$include?programme=diabetes&channel=gp&consentDate=2026-11-02&"
                        + GP)
                .hasStatus(200);
    }

    private void admit(String stayClass, String day) {
        var stay = stay(stayClass, day);
        fhir.put("Encounter/" + stay.getId(), stay).isStored();
    }

    private Encounter stay(String stayClass, String day) {
        var stay = new Encounter()
                .setStatus(EncounterStatus.INPROGRESS)
                .setClass_(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", stayClass, null))
                .setSubject(new Reference("Patient/" + resident.id()));
        stay.getPeriod().setStartElement(new DateTimeType(day));
        stay.setId(resident.id() + "-" + stays.incrementAndGet());
        return stay;
    }
}
