package fr.respop.server.notification;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.programme.GeneralPractitioners;
import fr.respop.server.notification.Filters.Filter;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Finds out whether an event is one that a subscriber asked for. */
@Component
class Audience {

    private static final String TERRITORY = "https://respop.org/fhir/StructureDefinition/respop-residence-territory";

    private final LocalStore store;
    private final GeneralPractitioners generalPractitioners;
    private final EventProgrammes programmes;

    Audience(LocalStore store, GeneralPractitioners generalPractitioners, EventProgrammes programmes) {
        this.store = store;
        this.generalPractitioners = generalPractitioners;
        this.programmes = programmes;
    }

    /** Whether filters let the event pass; what is not asked for is not read. */
    Predicate<Filters> of(TopicEvent event) {
        Supplier<Set<String>> ofProgrammes = SingletonSupplier.of(() -> programmes.of(event));
        Supplier<Patient> resident = SingletonSupplier.of(
                () -> store.find(Patient.class, event.patientId()).orElseGet(Patient::new));
        // What belongs to no programme is no event of the programme: the stay of somebody who is not included.
        return filters -> !ofProgrammes.get().isEmpty()
                && filters.filters().stream().allMatch(filter -> matches(filter, event, ofProgrammes, resident));
    }

    private boolean matches(
            Filter filter, TopicEvent event, Supplier<Set<String>> ofProgrammes, Supplier<Patient> resident) {
        return switch (filter.name()) {
            case PATIENT -> filter.values().contains("Patient/" + event.patientId());
            case PROGRAMME -> filter.values().stream().anyMatch(ofProgrammes.get()::contains);
            case GENERAL_PRACTITIONER ->
                filter.values().stream()
                        .anyMatch(value -> generalPractitioners.isOne(resident.get(), new Reference(value)));
            case TERRITORY -> filter.values().contains(territoryOf(resident.get()));
        };
    }

    private static String territoryOf(Patient resident) {
        var extension = resident.getExtensionByUrl(TERRITORY);
        return extension != null && extension.getValue() instanceof Reference territory
                ? String.valueOf(territory.getReference())
                : "";
    }
}
