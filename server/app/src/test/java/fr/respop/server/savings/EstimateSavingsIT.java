package fr.respop.server.savings;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.FhirHttp;
import fr.respop.server.ServerTest;
import java.math.BigDecimal;
import org.hl7.fhir.r4.model.Money;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class EstimateSavingsIT {

    private final FhirHttp fhir;

    @Autowired
    EstimateSavingsIT(FhirHttp fhir) {
        this.fhir = fhir;
        for (var programme : new String[] {"diabetes", "heart-failure"}) {
            fhir.put("Group/saving-" + programme, """
                    {"resourceType": "Group", "id": "saving-%1$s", "type": "person", "actual": false,
                     "characteristic": [{"exclude": false, "code": {"coding": [{
                         "system": "https://respop.org/fhir/CodeSystem/respop-group-characteristic",
                         "code": "programme"}]},
                       "valueCodeableConcept": {"coding": [{
                         "system": "https://respop.org/fhir/CodeSystem/respop-programme", "code": "%1$s"}]}}]}
                    """.formatted(programme)).isStored();
        }
    }

    /** The published costs: 34,781 EUR in stratum 2, 51,642 EUR in stratum 3. */
    @Test
    void whoStaysInAStratumSavesTheDifferenceToTheNext() {
        var answer = fhir.get("Group/saving-heart-failure/$estimate-savings?stratum=heart-failure-2&residents=100")
                .hasStatus(200)
                .as(Parameters.class);

        assertThat(euros(answer, "cost")).isEqualByComparingTo("34781");
        assertThat(euros(answer, "costOfNext")).isEqualByComparingTo("51642");
        assertThat(euros(answer, "savings")).isEqualByComparingTo("1686100");
        assertThat(value(answer, "formula").primitiveValue()).contains("100 × (51642 − 34781) EUR = 1686100 EUR");
        assertThat(value(answer, "source").primitiveValue()).contains("Fédération hospitalière de France", "2021");
    }

    @ParameterizedTest
    @CsvSource({
        "none, stratum=heart-failure-2&residents=1, 404, not-found, no Group/none",
        "saving-heart-failure, residents=1, 400, required, Name the stratum",
        "saving-heart-failure, stratum=heart-failure-2, 400, required, how many residents",
        "saving-heart-failure, stratum=heart-failure-2&residents=0, 400, value, at least one",
        "saving-heart-failure, stratum=diabetes-2&residents=1, 422, code-invalid, no stratum of the programme",
        "saving-heart-failure, stratum=heart-failure-5&residents=1, 422, code-invalid, no stratum of the programme",
        "saving-diabetes, stratum=diabetes-2&residents=1, 422, not-supported, No cost is published",
    })
    void whatCannotBeEstimatedIsRefused(String group, String parameters, int status, String code, String text) {
        fhir.get("Group/" + group + "/$estimate-savings?" + parameters)
                .isRefusal(status, IssueType.fromCode(code), text);
    }

    private static BigDecimal euros(Parameters answer, String name) {
        var money = (Money) value(answer, name);
        assertThat(money.getCurrency()).isEqualTo("EUR");
        return money.getValue();
    }

    private static Type value(Parameters answer, String name) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
