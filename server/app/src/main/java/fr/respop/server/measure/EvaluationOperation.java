package fr.respop.server.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** The operations that evaluate measures; they differ in how they answer. */
enum EvaluationOperation {
    /** One measure: its report. */
    EVALUATE_MEASURE("evaluate-measure") {
        @Override
        Resource answer(List<MeasureReport> reports) {
            return reports.get(0);
        }
    },

    /** Several measures: a Bundle of their reports, in the order of the measures, in a parameter {@code return}. */
    EVALUATE("evaluate") {
        @Override
        Resource answer(List<MeasureReport> reports) {
            var bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
            reports.forEach(report -> bundle.addEntry().setResource(report));
            var answer = new Parameters();
            answer.addParameter().setName("return").setResource(bundle);
            return answer;
        }
    };

    private final String code;

    EvaluationOperation(String code) {
        this.code = code;
    }

    static Optional<EvaluationOperation> of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(operation -> operation.code.equals(code))
                .findFirst();
    }

    /** The name of the operation, without the dollar sign. */
    String code() {
        return code;
    }

    abstract Resource answer(List<MeasureReport> reports);
}
