package fr.respop.territories.clinical;

import static fr.respop.territories.clinical.Story.ofResident;

import java.util.List;
import java.util.stream.Stream;

/** Stories of residents at risk: one strong sign, or two factors, of which the age over 45 is the most common. */
final class AtRiskStories {

    static final List<Story> ALL = Stream.of(
                    ofResident("over 45 with hypertension", Cohort.OVER_45, AtRiskStories::hypertension)
                            .times(5),
                    ofResident("over 45 with a lipid disorder", Cohort.OVER_45, AtRiskStories::lipids)
                            .times(4),
                    ofResident("over 45 and overweight", Cohort.OVER_45, AtRiskStories::overweight)
                            .times(4),
                    ofResident("fasting glucose slightly high", Cohort.OVER_45, AtRiskStories::highGlucose)
                            .times(2),
                    ofResident("high FINDRISC", Cohort.OVER_45, AtRiskStories::highFindrisc)
                            .times(2),
                    ofResident("over 45 with a wide waist", Cohort.OVER_45, AtRiskStories::wideWaist)
                            .times(1),
                    ofResident("over 45 with low HDL", Cohort.OVER_45, AtRiskStories::lowHdl)
                            .times(1),
                    ofResident("over 45 on corticosteroids", Cohort.OVER_45, AtRiskStories::corticosteroids)
                            .times(1),
                    ofResident("over 45 with liver steatosis", Cohort.OVER_45, AtRiskStories::steatosis)
                            .times(1),
                    ofResident("over 45 with a diabetic parent", Cohort.OVER_45, AtRiskStories::diabeticParent)
                            .times(1),
                    ofResident("glucose intolerance coded", Cohort.YOUNG_ADULTS, AtRiskStories::prediabetes)
                            .times(1),
                    ofResident("gestational diabetes once", Cohort.YOUNG_WOMEN, AtRiskStories::gestational)
                            .times(1),
                    ofResident("large child once", Cohort.YOUNG_WOMEN, AtRiskStories::largeChild)
                            .times(1),
                    ofResident("polycystic ovary and obesity", Cohort.YOUNG_WOMEN, AtRiskStories::polycysticOvary)
                            .times(1),
                    ofResident("antipsychotic and obesity", Cohort.YOUNG_ADULTS, AtRiskStories::antipsychotic)
                            .times(1))
            .flatMap(List::stream)
            .toList();

    private AtRiskStories() {}

    private static void hypertension(Chart chart) {
        new Prevention(chart).ofNormalWeight();
        if (chart.dice().chance(0.6)) {
            chart.condition(Diagnosis.HYPERTENSION, chart.dice().between(400, 5000));
        }
        chart.deliveries(chart.dice().chance(0.6) ? Drug.RAMIPRIL : Drug.AMLODIPINE, 350, 88);
    }

    private static void lipids(Chart chart) {
        new Prevention(chart).ofNormalWeight();
        if (chart.dice().chance(0.5)) {
            chart.condition(Diagnosis.DYSLIPIDAEMIA, chart.dice().between(400, 5000));
        }
        chart.deliveries(Drug.ATORVASTATIN, 350, 88);
    }

    private static void overweight(Chart chart) {
        new Prevention(chart).ofOverweight();
        if (chart.dice().chance(0.3)) {
            chart.condition(Diagnosis.OBESITY, chart.dice().between(300, 3000));
        }
    }

    private static void highGlucose(Chart chart) {
        var prevention = new Prevention(chart);
        prevention.body(22, 27);
        prevention.bloodPressure();
        prevention.findrisc(5, 11);
        chart.findings()
                .measure(
                        Measurement.GLUCOSE,
                        chart.dice().between(6.2, 6.8),
                        chart.dice().between(30, 330));
    }

    private static void highFindrisc(Chart chart) {
        var prevention = new Prevention(chart);
        prevention.body(28.5, 34);
        prevention.bloodPressure();
        prevention.normalGlucose();
        prevention.score(chart.dice().between(13, 20), chart.dice().between(30, 900));
    }

    private static void wideWaist(Chart chart) {
        new Prevention(chart).ofNormalWeight();
        var least = chart.person().isFemale() ? 91 : 105;
        chart.findings().measure(Measurement.WAIST, least + chart.dice().between(0, 12), 200);
    }

    private static void lowHdl(Chart chart) {
        new Prevention(chart).ofNormalWeight();
        var days = chart.dice().between(30, 700);
        chart.findings().measure(Measurement.HDL, chart.dice().between(0.65, 0.84), days);
        chart.findings().measure(Measurement.TRIGLYCERIDES, chart.dice().between(2.6, 4.5), days);
    }

    private static void corticosteroids(Chart chart) {
        new Prevention(chart).ofNormalWeight();
        chart.deliveries(Drug.PREDNISOLONE, 300, 30);
    }

    private static void steatosis(Chart chart) {
        new Prevention(chart).ofOverweight();
        chart.condition(Diagnosis.LIVER_STEATOSIS, chart.dice().between(200, 2500));
    }

    private static void diabeticParent(Chart chart) {
        new Prevention(chart).ofNormalWeight();
        chart.parentWith(Diagnosis.TYPE_2_DIABETES);
        chart.condition(Diagnosis.HYPERTENSION, chart.dice().between(400, 3000));
        chart.deliveries(Drug.AMLODIPINE, 350, 88);
    }

    private static void prediabetes(Chart chart) {
        new Prevention(chart).ofNormalWeight();
        chart.condition(Diagnosis.PREDIABETES, chart.dice().between(100, 1500));
    }

    private static void gestational(Chart chart) {
        new Prevention(chart).ofNormalWeight();
        chart.condition(Diagnosis.GESTATIONAL_DIABETES, chart.dice().between(400, 2000));
    }

    private static void largeChild(Chart chart) {
        new Prevention(chart).ofNormalWeight();
        chart.condition(Diagnosis.LARGE_CHILD, chart.dice().between(400, 2000));
    }

    private static void polycysticOvary(Chart chart) {
        new Prevention(chart).ofOverweight();
        chart.condition(Diagnosis.POLYCYSTIC_OVARY, chart.dice().between(400, 3000));
        chart.condition(Diagnosis.OBESITY, chart.dice().between(200, 2000));
    }

    private static void antipsychotic(Chart chart) {
        new Prevention(chart).ofOverweight();
        chart.deliveries(Drug.OLANZAPINE, 350, 29);
    }
}
