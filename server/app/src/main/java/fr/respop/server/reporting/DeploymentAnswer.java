package fr.respop.server.reporting;

import fr.respop.server.fhir.Csv;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** Writes how far a programme has come. */
final class DeploymentAnswer {

    private static final String FORMULA = "expected = territoryResidents × expectedPer100000 / 100000;"
            + " deviationPercent = 100 × (residents − expected) / expected";

    private DeploymentAnswer() {}

    static Parameters parameters(List<DeploymentRow> rows, String basis) {
        var answer = new Parameters();
        answer.addParameter().setName("formula").setValue(new StringType(FORMULA));
        answer.addParameter().setName("basis").setValue(new StringType(basis));
        rows.forEach(row -> add(answer.addParameter().setName("row"), row));
        return answer;
    }

    private static void add(ParametersParameterComponent part, DeploymentRow row) {
        part(part, "month", new DateType(row.month().toString()));
        part(part, "stratum", row.stratum().coding());
        part(part, "residents", new IntegerType(row.residents()));
        DeploymentRow.STEPS.forEach(step -> part(part, step, new IntegerType(row.at(step))));
        row.expected().ifPresent(expected -> part(part, "expected", new DecimalType(expected)));
        row.deviationPercent().ifPresent(deviation -> part(part, "deviationPercent", new DecimalType(deviation)));
        part(part, "territoryResidents", new IntegerType(row.territoryResidents()));
        row.stratum().per100000().ifPresent(rate -> {
            part(part, "expectedPer100000", new DecimalType(rate));
            part(part, "expectedSource", new StringType(row.stratum().source()));
        });
        part(part, "evaluated", row.report().getDateElement());
        part(part, "madeUpLater", new BooleanType(row.isMadeUpLater()));
        part(part, "report", new Reference(reference(row)));
    }

    private static void part(ParametersParameterComponent parameter, String name, Type value) {
        parameter.addPart().setName(name).setValue(value);
    }

    private static String reference(DeploymentRow row) {
        return "MeasureReport/" + row.report().getIdElement().getIdPart();
    }

    static Binary csv(List<DeploymentRow> rows) {
        var columns = new ArrayList<>(List.of("month", "stratum", "residents"));
        columns.addAll(DeploymentRow.STEPS);
        columns.addAll(List.of(
                "expected",
                "deviationPercent",
                "territoryResidents",
                "expectedPer100000",
                "expectedSource",
                "evaluated",
                "madeUpLater",
                "report"));
        return Csv.of(columns, rows.stream().map(DeploymentAnswer::csv).toList());
    }

    private static List<?> csv(DeploymentRow row) {
        var values = new ArrayList<Object>(
                List.of(row.month(), row.stratum().coding().getCode(), row.residents()));
        DeploymentRow.STEPS.forEach(step -> values.add(row.at(step)));
        values.addAll(Arrays.asList(
                row.expected().orElse(null),
                row.deviationPercent().orElse(null),
                row.territoryResidents(),
                row.stratum().per100000().orElse(null),
                row.stratum().source(),
                row.report().getDateElement().getValueAsString(),
                row.isMadeUpLater(),
                reference(row)));
        return values;
    }
}
