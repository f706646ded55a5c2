package fr.respop.server.cql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.DemonstrationTest;
import fr.respop.server.FhirHttp;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DemonstrationTest
class LibraryEvaluateIT {

    private static final String SUBJECT = "subject=Patient/aube-et-sezannais-000187";
    private static final String YEAR = "periodStart=2025-01-01&periodEnd=2025-12-31";

    private final FhirHttp fhir;

    @Autowired
    LibraryEvaluateIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @Test
    void answersTheNamesThatOthersRelyOn() {
        var values = evaluate("Library/DiabetesStrata/$evaluate?" + SUBJECT + "&" + YEAR);

        assertThat(values.getParameterValue("Stratum").primitiveValue()).isEqualTo("3");
        assertThat(values(values, "Criteria")).containsExactly("D3.1");
        assertThat(values(values, "Missing Data")).containsExactly("monofilament");
        assertThat(values.getParameterBool("Provisional")).isFalse();
        assertThat(values.getParameters("Evidence")).isNotEmpty();
    }

    @Test
    void takesTheMeasurementPeriodInAUrlAndInABody() {
        var inUrl = evaluate("Library/DiabetesStrata/$evaluate?" + SUBJECT
                + "&Measurement%20Period=2025-01-01/2025-12-31&expression=Stratum");
        var inBody = fhir.post("Library/DiabetesStrata/$evaluate", """
                        {"resourceType":"Parameters","parameter":[
                          {"name":"subject","valueString":"Patient/aube-et-sezannais-000187"},
                          {"name":"expression","valueString":"Stratum"},
                          {"name":"parameters","resource":{"resourceType":"Parameters","parameter":[
                            {"name":"Measurement Period","valuePeriod":{"start":"2025-01-01","end":"2025-12-31"}}]}}]}""")
                .hasStatus(200)
                .as(Parameters.class);

        assertThat(inUrl.getParameterValue("Stratum").primitiveValue()).isEqualTo("3");
        assertThat(inBody.equalsDeep(inUrl)).isTrue();
    }

    @Test
    void outsideTheTargetPopulationThereIsNoStratum() {
        var outsider = outsider();
        var values = evaluate("Library/DiabetesStrata/$evaluate?subject=Patient/" + outsider + "&" + YEAR);

        assertThat(values.getParameter("Stratum").getValue().hasPrimitiveValue())
                .isFalse();
        assertThat(values.getParameterBool("In Target Population")).isFalse();
    }

    @Test
    void refusesWhatCannotBeEvaluated() {
        fhir.get("Library/DiabetesStrata/$evaluate?" + SUBJECT)
                .isRefusal(400, IssueType.REQUIRED, "Measurement Period");
        fhir.get("Library/DiabetesStrata/$evaluate?" + YEAR).isRefusal(400, IssueType.VALUE, "subject=Patient/<id>");
        fhir.get("Library/Absent/$evaluate?" + SUBJECT + "&" + YEAR)
                .isRefusal(404, IssueType.NOTFOUND, "Library/Absent");
        fhir.get("Library/DiabetesStrata/$evaluate?subject=Patient/absent&" + YEAR)
                .isRefusal(404, IssueType.NOTFOUND, "Patient/absent");
        assertThat(fhir.get("Library/DiabetesStrata/$evaluate?expression=Absent&" + SUBJECT + "&" + YEAR)
                        .status())
                .isBetween(400, 422);
    }

    /** The first resident whom the pyramid does not count. */
    private String outsider() {
        for (var number = 1; ; number++) {
            var id = "aube-et-sezannais-%06d".formatted(number);
            var values =
                    evaluate("Library/DiabetesStrata/$evaluate?expression=In%20Target%20Population&subject=Patient/"
                            + id + "&" + YEAR);
            if (!values.getParameterBool("In Target Population")) {
                return id;
            }
        }
    }

    private Parameters evaluate(String request) {
        return fhir.get(request).hasStatus(200).as(Parameters.class);
    }

    private static List<String> values(Parameters parameters, String name) {
        return parameters.getParameters(name).stream()
                .map(ParametersParameterComponent::getValue)
                .map(value -> value.primitiveValue())
                .toList();
    }
}
