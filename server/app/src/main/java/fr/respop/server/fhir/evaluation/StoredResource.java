package fr.respop.server.fhir.evaluation;

import ca.uhn.fhir.jpa.dao.GZipUtil;
import ca.uhn.fhir.jpa.model.entity.ResourceEncodingEnum;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of HFJ_RES_VER: a resource's body as JSON, wherever HAPI put it. */
record StoredResource(String type, String id, String json) {

    static StoredResource of(ResultSet row) throws SQLException {
        return new StoredResource(row.getString("RES_TYPE"), row.getString("FHIR_ID"), jsonOf(row));
    }

    boolean isPatient(String logicalId) {
        return "Patient".equals(type) && logicalId.equals(id);
    }

    private static String jsonOf(ResultSet row) throws SQLException {
        var text = row.getString("RES_TEXT_VC");
        if (text != null) {
            return text;
        }
        var blob = row.getBytes("RES_TEXT");
        var encoding = ResourceEncodingEnum.valueOf(row.getString("RES_ENCODING"));
        return encoding == ResourceEncodingEnum.JSONC
                ? GZipUtil.decompress(blob)
                : new String(blob, java.nio.charset.StandardCharsets.UTF_8);
    }
}
