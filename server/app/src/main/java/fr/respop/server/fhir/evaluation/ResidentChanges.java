package fr.respop.server.fhir.evaluation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.util.FhirTerser;
import fr.respop.server.fhir.StorageHooks;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts for each resident how often a resource of the resident's record was written, whatever the way in. Only
 * {@link #NOT_COUNTED} leaves the count as it is.
 *
 * <p>The count changes in the transaction of the write. Who reads the count and then the record knows that the record is
 * at least as new; when the count is still the same later, so is the record.
 */
@Component
@Interceptor
class ResidentChanges implements StorageHooks, DueResidents {

    /** What the server itself makes of a record. A measure that looks at it reads every record each time. */
    static final Set<String> NOT_COUNTED = Set.of("RiskAssessment");

    private static final String COUNT = """
            update RESPOP_RESIDENT_CHANGE set CHANGES = CHANGES + 1, STRATIFY_AT = :now where RESIDENT_ID = :resident""";

    private static final String BEGIN = """
            insert into RESPOP_RESIDENT_CHANGE (RESIDENT_ID, CHANGES, STRATIFY_AT) values (:resident, 1, :now)""";

    private static final String READ =
            "select RESIDENT_ID, CHANGES from RESPOP_RESIDENT_CHANGE where RESIDENT_ID in (:residents)";

    private static final String DUE = """
            select RESIDENT_ID, CHANGES from RESPOP_RESIDENT_CHANGE
            where STRATIFY_AT <= :until order by STRATIFY_AT, RESIDENT_ID limit :atMost""";

    private static final String DONE = """
            update RESPOP_RESIDENT_CHANGE set STRATIFY_AT = :next
            where RESIDENT_ID = :resident and CHANGES = :changes""";

    private final NamedParameterJdbcTemplate jdbc;
    private final FhirTerser terser;

    ResidentChanges(NamedParameterJdbcTemplate jdbc, FhirContext context) {
        this.jdbc = jdbc;
        this.terser = context.newTerser();
    }

    /**
     * The counts of residents.
     *
     * @param residents the logical ids of Patients
     * @return the count by logical id; none for a resident that was not written since there are counts
     */
    Map<String, Long> of(Collection<String> residents) {
        var changes = new HashMap<String, Long>();
        if (!residents.isEmpty()) {
            jdbc.query(READ, Map.of("residents", residents), row -> {
                changes.put(row.getString("RESIDENT_ID"), row.getLong("CHANGES"));
            });
        }
        return changes;
    }

    @Override
    public List<DueResident> due(Instant until, int atMost) {
        return jdbc.query(
                DUE,
                new MapSqlParameterSource("until", utc(until)).addValue("atMost", atMost),
                (row, number) -> new DueResident(row.getString("RESIDENT_ID"), row.getLong("CHANGES")));
    }

    @Override
    public void done(List<DueResident> residents, Instant next) {
        var parameters = residents.stream()
                .map(resident -> new MapSqlParameterSource("resident", resident.id())
                        .addValue("changes", resident.changes())
                        .addValue("next", utc(next)))
                .toArray(MapSqlParameterSource[]::new);
        jdbc.batchUpdate(DONE, parameters);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        written(resource);
    }

    /** Before and after may be of different residents. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        written(before);
        written(after);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        written(resource);
    }

    private void written(IBaseResource resource) {
        if (NOT_COUNTED.contains(resource.fhirType())) {
            return;
        }
        note(resource.getIdElement());
        terser.getAllResourceReferences(resource)
                .forEach(reference -> note(reference.getResourceReference().getReferenceElement()));
    }

    private void note(IIdType id) {
        if ("Patient".equals(id.getResourceType()) && id.hasIdPart()) {
            ofTransaction().add(id.getIdPart());
        }
    }

    private Written ofTransaction() {
        var bound = (Written) TransactionSynchronizationManager.getResource(this);
        if (bound != null) {
            return bound;
        }
        var written = new Written();
        TransactionSynchronizationManager.bindResource(this, written);
        TransactionSynchronizationManager.registerSynchronization(written);
        return written;
    }

    /** In the order of their ids, so that two transactions with the same residents do not wait for each other. */
    private void count(List<String> residents) {
        var counted = jdbc.batchUpdate(COUNT, parameters(residents));
        var unknown = new ArrayList<String>();
        for (int i = 0; i < counted.length; i++) {
            if (counted[i] == 0) {
                unknown.add(residents.get(i));
            }
        }
        if (!unknown.isEmpty()) {
            jdbc.batchUpdate(BEGIN, parameters(unknown));
        }
    }

    private static MapSqlParameterSource[] parameters(List<String> residents) {
        var now = utc(Instant.now());
        return residents.stream()
                .map(resident -> new MapSqlParameterSource("resident", resident).addValue("now", now))
                .toArray(MapSqlParameterSource[]::new);
    }

    /** The residents whose record a transaction writes. */
    private final class Written implements TransactionSynchronization {

        private final TreeSet<String> residents = new TreeSet<>();
        private boolean isCounted;

        void add(String resident) {
            if (residents.add(resident) && isCounted) {
                count(List.of(resident));
            }
        }

        /** Others may write before the commit, too. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            isCounted = true;
            count(List.copyOf(residents));
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(ResidentChanges.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(ResidentChanges.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(ResidentChanges.this);
        }
    }
}
