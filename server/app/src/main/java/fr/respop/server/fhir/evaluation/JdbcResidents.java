package fr.respop.server.fhir.evaluation;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.engine.SubjectRecord;
import fr.respop.engine.SubjectSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opencds.cqf.cql.engine.fhir.model.R4FhirModelResolver;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The {@link Residents} in HAPI's tables: two SQL statements a chunk, and two more where results are kept.
 *
 * <p>HFJ_RES_LINK holds every reference that a search parameter indexes, by the path at which it stands: a resident's
 * record is the sources of the links to the resident from {@code subject}, {@code patient} or where else its type names
 * the patient. HFJ_RES_VER holds the bodies. {@link SelectionSql} finds the residents.
 */
@Component
class JdbcResidents implements Residents {

    /**
     * A resident without a count was not written since writes are counted, or not since the write that stored the resident:
     * that one may have come before the row that it counts. The next one raises the count above none in any case.
     */
    private static final String RESIDENTS = """
            select r.RES_ID, r.FHIR_ID,
              coalesce((select %s from RESPOP_RESIDENT_CHANGE c where c.RESIDENT_PID = r.RES_ID), 0) as CHANGES
            """;

    private static final String CHANGES = "c.CHANGES";
    private static final String CHANGES_WITH_OWN = "c.CHANGES + c.OWN_CHANGES";

    private static final String PAGE = " and %1$s > :after and %1$s <= :upTo order by %1$s limit :atMost";

    private static final String BY_ID = RESIDENTS.formatted(CHANGES) + """
            from HFJ_RESOURCE r
            where r.RES_TYPE = 'Patient' and r.FHIR_ID = :id and r.RES_DELETED_AT is null""";

    private static final String RECORDS = """
            select l.TARGET_RESOURCE_ID as SUBJECT, r.RES_TYPE, r.FHIR_ID, v.RES_ENCODING, v.RES_TEXT_VC, v.RES_TEXT
            from HFJ_RES_LINK l
              join HFJ_RESOURCE r on r.RES_ID = l.SRC_RESOURCE_ID
              join HFJ_RES_VER v on v.RES_ID = r.RES_ID and v.RES_VER = r.RES_VER
            where l.TARGET_RESOURCE_ID in (:subjects) and l.SRC_PATH in (:paths) and r.RES_DELETED_AT is null
            union all
            select r.RES_ID, r.RES_TYPE, r.FHIR_ID, v.RES_ENCODING, v.RES_TEXT_VC, v.RES_TEXT
            from HFJ_RESOURCE r join HFJ_RES_VER v on v.RES_ID = r.RES_ID and v.RES_VER = r.RES_VER
            where r.RES_ID in (:subjects) and r.RES_DELETED_AT is null""";

    private static final RowMapper<Resident> RESIDENT =
            (row, number) -> new Resident(row.getLong("RES_ID"), row.getString("FHIR_ID"), row.getLong("CHANGES"));

    /** The same order at every reading and in every database, so that ties in the content break alike. */
    private static final Comparator<StoredResource> STABLE_ORDER =
            Comparator.comparing(StoredResource::type).thenComparing(StoredResource::id);

    private static final R4FhirModelResolver FHIR_MODEL = new R4FhirModelResolver();

    private final NamedParameterJdbcTemplate jdbc;
    private final ResourceBodies bodies;
    private final ResidentIndexes indexes;
    private final KeptResults kept;
    private final EvaluationProperties properties;

    JdbcResidents(
            NamedParameterJdbcTemplate jdbc,
            FhirContext context,
            ResidentIndexes indexes,
            KeptResults kept,
            EvaluationProperties properties) {
        this.jdbc = jdbc;
        this.bodies = new ResourceBodies(context);
        this.indexes = indexes;
        this.kept = kept;
        this.properties = properties;
    }

    @Override
    public SubjectSource stream(Selection selection, Set<String> types) {
        return new PagedSubjectSource(pages(selection, types));
    }

    @Override
    public SubjectSource stream(Selection selection, Set<String> types, List<String> resultKeys) {
        if (resultKeys.isEmpty() || !properties.keepsResults()) {
            return stream(selection, types);
        }
        kept.forgetOld();
        var key = kept.key(selection, resultKeys);
        return new RememberingSubjectSource(pages(selection, types), kept, key, resultKeys.size());
    }

    private PagedSubjectSource.Pages pages(Selection selection, Set<String> types) {
        return new PagedSubjectSource.Pages() {
            @Override
            public long total() {
                return count(selection);
            }

            @Override
            public List<Resident> after(long pid, int atMost) {
                return page(selection, types, pid, Long.MAX_VALUE, atMost);
            }

            @Override
            public List<Resident> between(long after, long upTo) {
                return page(selection, types, after, upTo, Integer.MAX_VALUE);
            }

            @Override
            public Map<Resident, SubjectRecord> records(List<Resident> residents) {
                return JdbcResidents.this.records(residents, types);
            }
        };
    }

    @Override
    public Optional<SubjectRecord> find(String id, Set<String> types) {
        var resident = jdbc.query(BY_ID, Map.of("id", id), RESIDENT);
        return records(resident, types).values().stream().findFirst();
    }

    @Override
    public List<SubjectRecord> find(Collection<String> ids, Set<String> types) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var sql = sql(new Selection.Named(List.copyOf(ids)));
        var residents = jdbc.query(RESIDENTS.formatted(CHANGES) + sql.from(), sql.parameters(), RESIDENT);
        return List.copyOf(records(residents, types).values());
    }

    private SelectionSql sql(Selection selection) {
        return new SelectionSql(selection, indexes, LocalDate.now(properties.clock()));
    }

    private List<Resident> page(Selection selection, Set<String> types, long after, long upTo, int atMost) {
        var sql = sql(selection);
        var parameters =
                sql.parameters().addValue("after", after).addValue("upTo", upTo).addValue("atMost", atMost);
        var isOfOwn = types.stream().anyMatch(ResidentChangeHooks.OWN::contains);
        var residents = RESIDENTS.formatted(isOfOwn ? CHANGES_WITH_OWN : CHANGES);
        return jdbc.query(residents + sql.from() + PAGE.formatted(sql.pid()), parameters, RESIDENT);
    }

    private long count(Selection selection) {
        var sql = sql(selection);
        var count = jdbc.queryForObject("select count(*) " + sql.from(), sql.parameters(), Long.class);
        return Objects.requireNonNull(count);
    }

    /** A resident who was deleted in the meantime is left out. */
    private Map<Resident, SubjectRecord> records(List<Resident> residents, Set<String> types) {
        if (residents.isEmpty()) {
            return Map.of();
        }
        var resourcesOf = new LinkedHashMap<Long, List<StoredResource>>();
        residents.forEach(resident -> resourcesOf.put(resident.pid(), new ArrayList<>()));
        jdbc.query(RECORDS, Map.of("subjects", resourcesOf.keySet(), "paths", pathsOf(types)), (RowCallbackHandler)
                row -> Objects.requireNonNull(resourcesOf.get(row.getLong("SUBJECT")))
                        .add(StoredResource.of(row)));
        var records = new LinkedHashMap<Resident, SubjectRecord>();
        for (var resident : residents) {
            var stored = Objects.requireNonNull(resourcesOf.get(resident.pid()));
            if (stored.stream().anyMatch(resource -> resource.isPatient(resident.id()))) {
                stored.sort(STABLE_ORDER);
                records.put(resident, new StoredRecord("Patient/" + resident.id(), stored, bodies));
            }
        }
        return records;
    }

    private static Set<String> pathsOf(Set<String> types) {
        return types.stream()
                .flatMap(type -> Stream.of(type + ".subject", type + ".patient", type + "." + pathToPatient(type)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where CQL looks for the patient of a type, such as {@code beneficiary} of Coverage or {@code for} of Task. */
    private static String pathToPatient(String type) {
        return String.valueOf(FHIR_MODEL.getContextPath("Patient", type));
    }

    /**
     * Who a resident is.
     *
     * @param pid the row number
     * @param id the logical id
     * @param changes how often the record had been written; read before the record, so that what is written in between
     *     counts as a change the next time
     */
    record Resident(long pid, String id, long changes) {}
}
