package fr.respop.server.fhir;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.entity.ResourceIndexedSearchParamString;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The {@link ResidentAddresses} in the index that HAPI keeps for {@code Patient?address-postalcode}. */
@Component
class JdbcResidentAddresses implements ResidentAddresses {

    private static final String SEARCH_PARAMETER = "address-postalcode";

    private static final String PAGE = """
            select distinct r.RES_ID, r.FHIR_ID
            from HFJ_SPIDX_STRING s join HFJ_RESOURCE r on r.RES_ID = s.RES_ID
            where s.HASH_EXACT = :postalCode and s.RES_ID > :after and r.RES_DELETED_AT is null
            order by r.RES_ID limit :atMost""";

    private static final String UNLINK = """
            delete from HFJ_RES_LINK
            where TARGET_RESOURCE_ID =
                (select o.RES_ID from HFJ_RESOURCE o where o.RES_TYPE = 'Organization' and o.FHIR_ID = :organization)
              and SRC_PATH like 'Patient.extension%'""";

    private final NamedParameterJdbcTemplate jdbc;
    private final PartitionSettings partitions;

    JdbcResidentAddresses(NamedParameterJdbcTemplate jdbc, PartitionSettings partitions) {
        this.jdbc = jdbc;
        this.partitions = partitions;
    }

    @Override
    public List<StoredResident> page(String postalCode, long after, int atMost) {
        return jdbc.query(
                PAGE,
                Map.of("postalCode", hash(postalCode), "after", after, "atMost", atMost),
                (row, number) -> new StoredResident(row.getLong("RES_ID"), row.getString("FHIR_ID")));
    }

    @Override
    public void unlinkFromTerritory(String organizationId) {
        jdbc.update(UNLINK, Map.of("organization", organizationId));
    }

    private long hash(String postalCode) {
        return ResourceIndexedSearchParamString.calculateHashExact(
                partitions, RequestPartitionId.allPartitions(), "Patient", SEARCH_PARAMETER, postalCode);
    }
}
