package fr.respop.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.engine.ProgressListener;
import fr.respop.server.DemonstrationTest;
import fr.respop.server.FhirHttp;
import fr.respop.server.OnAnyDatabase;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The kept reports beside the expected numbers, for an analyst. */
@OnAnyDatabase
@DemonstrationTest
class DeploymentIT {

    private static final String HEART_FAILURE = "Group/aube-et-sezannais-heart-failure/$deployment";
    private static final String MONTHLY = "https://respop.org/fhir/CodeSystem/respop-report-tag|monthly";
    private final YearMonth last = YearMonth.now(ZoneId.of("Europe/Paris")).minusMonths(1);

    private final FhirHttp fhir;
    private final MonthlyReporter reporter;

    @Autowired
    DeploymentIT(FhirHttp fhir, MonthlyReporter reporter) {
        this.fhir = fhir;
        this.reporter = reporter;
    }

    @BeforeEach
    void keepTheLastMonth() {
        reporter.makeMissing(ProgressListener.NONE);
    }

    @AfterEach
    void leaveTheServerAsItWas() {
        fhir.get("MeasureReport?_count=100&_tag=" + MONTHLY)
                .as(Bundle.class)
                .getEntry()
                .forEach(entry -> fhir.delete("MeasureReport/"
                                + entry.getResource().getIdElement().getIdPart())
                        .hasStatus(200));
    }

    /** Published for Aube et Sézannais: 45,968 at risk of 314,590 residents, 14,612.0 of 100,000. */
    @Test
    void showsWhoIsThereBesideWhoIsExpected() {
        var answer = get(HEART_FAILURE);

        assertThat(rows(answer))
                .extracting(row -> ((Coding) value(row, "stratum")).getCode())
                .containsExactly(
                        "heart-failure-0",
                        "heart-failure-1",
                        "heart-failure-2",
                        "heart-failure-3",
                        "heart-failure-4",
                        "heart-failure-5");
        var atRisk = rows(answer).get(0);
        assertThat(value(atRisk, "month").primitiveValue()).isEqualTo(last.toString());
        assertThat(integer(atRisk, "territoryResidents")).isEqualTo(3159);
        assertThat(decimal(atRisk, "expectedPer100000")).isEqualByComparingTo("14612.0");
        assertThat(decimal(atRisk, "expected")).isEqualByComparingTo("461.6");
        assertThat(value(atRisk, "expectedSource").primitiveValue()).contains("45,968 of 314,590", "2021");
        assertThat(integer(atRisk, "residents"))
                .isPositive()
                .isEqualTo(integer(atRisk, "identified")
                        + integer(atRisk, "proposed")
                        + integer(atRisk, "confirmed")
                        + integer(atRisk, "included"));
        assertThat(answer.getParameter("formula").getValue().primitiveValue()).contains("territoryResidents ×");
        assertThat(answer.getParameter("basis").getValue().primitiveValue())
                .contains("Respop definition, experimental", "not by age or sex");
    }

    /** All counts add up to the population of the measure: no cell is lost. */
    @Test
    void everyResidentOfTheTargetPopulationIsInOneRow() {
        var population = fhir.get("Measure/HeartFailureDeployment/$evaluate-measure?subject=Group/"
                        + "aube-et-sezannais-heart-failure&periodStart=" + last + "&periodEnd=" + last)
                .as(MeasureReport.class)
                .getGroupFirstRep()
                .getPopulationFirstRep()
                .getCount();

        assertThat(rows(get(HEART_FAILURE)).stream()
                        .mapToInt(row -> integer(row, "residents"))
                        .sum())
                .isEqualTo(population);
    }

    @Test
    void takesTheNumberOfPeopleWhoReallyLiveThere() {
        var atRisk = rows(get(HEART_FAILURE + "?residents=314590")).get(0);

        assertThat(decimal(atRisk, "expected")).isEqualByComparingTo("45967.9");
    }

    @Test
    void aProgrammeWithoutReportsInTheAskedMonthsHasNoRow() {
        assertThat(rows(get(HEART_FAILURE + "?from=" + last + "&to=" + last))).hasSize(6);
        assertThat(rows(get(HEART_FAILURE + "?to=" + last.minusMonths(1)))).isEmpty();
        assertThat(rows(get("Group/haute-saone-diabetes/$deployment"))).isEmpty();
    }

    @Test
    void answersATableForTableProgrammes() {
        var table = fhir.send(fhir.request(HEART_FAILURE).header("Accept", "text/csv"))
                .hasStatus(200);

        assertThat(table.header("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(table.body().lines())
                .hasSize(7)
                .startsWith("month,stratum,residents,identified,proposed,confirmed,included,expected,deviationPercent,"
                        + "territoryResidents,expectedPer100000,expectedSource,evaluated,madeUpLater,report");
        assertThat(table.body().lines().skip(1))
                .allSatisfy(line -> assertThat(line).startsWith(last + ",heart-failure-"));
    }

    @ParameterizedTest
    @CsvSource({
        "absent, '', 404, not-found, Group/absent",
        "aube-et-sezannais-diabetes, ?from=2026, 400, value, from=2026-10",
        "aube-et-sezannais-diabetes, ?from=2026-02&to=2026-01, 400, value, not before the first",
        "aube-et-sezannais-diabetes, ?residents=0, 400, value, at least one",
    })
    void whatCannotBeShownIsRefused(String group, String parameters, int status, String code, String text) {
        fhir.get("Group/" + group + "/$deployment" + parameters).isRefusal(status, IssueType.fromCode(code), text);
    }

    private Parameters get(String path) {
        return fhir.get(path).hasStatus(200).as(Parameters.class);
    }

    private static List<ParametersParameterComponent> rows(Parameters answer) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("row"))
                .toList();
    }

    private static int integer(ParametersParameterComponent row, String name) {
        return ((IntegerType) value(row, name)).getValue();
    }

    private static BigDecimal decimal(ParametersParameterComponent row, String name) {
        return ((DecimalType) value(row, name)).getValue();
    }

    private static Type value(ParametersParameterComponent row, String name) {
        return row.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
