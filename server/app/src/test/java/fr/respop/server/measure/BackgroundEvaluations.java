package fr.respop.server.measure;

import fr.respop.server.FhirHttp;
import org.hl7.fhir.r4.model.MeasureReport;

/** Evaluations for tests of the background. */
final class BackgroundEvaluations {

    static final String YEAR = "periodStart=2025-01-01&periodEnd=2025-12-31";
    static final String TERRITORY = "subject=Group/aube-et-sezannais-diabetes";
    static final String PYRAMID = "Measure/DiabetesPyramid/$evaluate-measure?" + TERRITORY + "&" + YEAR;
    /** Reads every record each time: nothing is kept of a report with lists. */
    static final String SLOW = "Measure/Slow/$evaluate-measure?reportType=subject-list&" + YEAR;

    private BackgroundEvaluations() {}

    /** Makes {@link #SLOW} take some seconds for everybody: a thousand sums a resident. */
    static void storeSlowMeasure(FhirHttp fhir) {
        if (fhir.get("Measure/Slow").status() != 200) {
            CohortMeasure.store(fhir, "Slow", """
                            define Digits: {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}
                            define "Everybody": Count(from Digits A, Digits B, Digits C return all A + B + C) = 1000""");
        }
    }

    static int count(MeasureReport report) {
        return report.getGroupFirstRep().getPopulationFirstRep().getCount();
    }
}
