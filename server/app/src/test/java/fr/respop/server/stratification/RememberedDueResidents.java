package fr.respop.server.stratification;

import fr.respop.server.fhir.evaluation.DueResidents;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The {@link DueResidents} of a test, in memory. */
final class RememberedDueResidents implements DueResidents {

    private record Entry(long changes, Instant dueAt) {}

    private final Map<String, Entry> entries = new TreeMap<>();

    /** A resident's record is written. */
    void written(String id, Instant at) {
        entries.merge(id, new Entry(1, at), (known, unused) -> new Entry(known.changes() + 1, at));
    }

    /** When a resident is due next. */
    Instant dueAt(String id) {
        return Objects.requireNonNull(entries.get(id)).dueAt();
    }

    @Override
    public List<DueResident> due(Instant until, int atMost) {
        return entries.entrySet().stream()
                .filter(entry -> !entry.getValue().dueAt().isAfter(until))
                .sorted(Comparator.comparing(entry -> entry.getValue().dueAt()))
                .limit(atMost)
                .map(entry -> new DueResident(entry.getKey(), entry.getValue().changes()))
                .toList();
    }

    @Override
    public void makeDue(String id) {
        written(id, Instant.EPOCH);
    }

    @Override
    public void done(List<DueResident> residents, Instant next) {
        residents.forEach(resident -> entries.computeIfPresent(
                resident.id(),
                (id, known) -> known.changes() == resident.changes() ? new Entry(known.changes(), next) : known));
    }
}
