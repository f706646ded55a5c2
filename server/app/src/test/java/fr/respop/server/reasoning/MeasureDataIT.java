package fr.respop.server.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.DemonstrationTest;
import fr.respop.server.FhirHttp;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DemonstrationTest
class MeasureDataIT {

    private static final String MEASURE = "Measure/DiabetesHbA1cFollowUp/";
    private static final String YEAR = "periodStart=2025-01-01&periodEnd=2025-12-31";

    private final FhirHttp fhir;

    @Autowired
    MeasureDataIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @Test
    void saysWhichDataAMeasureLooksAt() {
        var requirements =
                fhir.get(MEASURE + "$data-requirements?" + YEAR).hasStatus(200).as(Library.class);

        assertThat(requirements.getDataRequirement())
                .extracting(requirement -> requirement.getType())
                .contains("Patient", "Observation", "Condition");
    }

    @Test
    void storesSubmittedDataWithItsReport() {
        var stored = fhir.post(MEASURE + "$submit-data", """
                        {"resourceType":"Parameters","parameter":[
                          {"name":"measureReport","resource":{"resourceType":"MeasureReport","status":"complete",
                            "type":"data-collection","measure":"https://respop.org/fhir/Measure/DiabetesHbA1cFollowUp",
                            "period":{"start":"2025-01-01","end":"2025-12-31"}}},
                          {"name":"resource","resource":{"resourceType":"Observation","status":"final",
                            "code":{"coding":[{"system":"http://loinc.org","code":"4548-4"}]},
                            "effectiveDateTime":"2025-12-20"}}]}""").hasStatus(200).as(Bundle.class);

        assertThat(stored.getEntry()).hasSize(2);
        fhir.post(MEASURE + "$submit-data", "{\"resourceType\":\"Parameters\"}")
                .isRefusal(400, IssueType.REQUIRED, "measureReport");
    }
}
