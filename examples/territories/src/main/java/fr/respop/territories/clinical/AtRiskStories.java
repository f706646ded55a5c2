package fr.respop.territories.clinical;

import static fr.respop.territories.clinical.Story.ofResident;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Stories of residents at risk: one strong sign, or two factors, of which the age over 45 is the most common. */
final class AtRiskStories {

    static final List<Story> ALL = Stream.of(
                    over45("hypertension", HeartRole.AT_RISK, AtRiskStories::hypertension)
                            .times(3),
                    over45("beta-blocker", HeartRole.AT_RISK, AtRiskStories::betaBlocker)
                            .times(2),
                    over45("lipid disorder", HeartRole.MAY_FAIL, AtRiskStories::lipids)
                            .times(4),
                    over45("overweight", HeartRole.MAY_FAIL, AtRiskStories::overweight)
                            .orAtRisk(AtRiskStories::obesity)
                            .times(4),
                    over45("fasting glucose slightly high", HeartRole.MAY_FAIL, AtRiskStories::highGlucose)
                            .times(2),
                    over45("high FINDRISC", HeartRole.MAY_FAIL, AtRiskStories::highFindrisc)
                            .orAtRisk(AtRiskStories::highFindriscWithObesity)
                            .times(2),
                    over45("wide waist", HeartRole.MAY_FAIL, AtRiskStories::wideWaist)
                            .times(1),
                    over45("low HDL", HeartRole.MAY_FAIL, AtRiskStories::lowHdl).times(1),
                    over45("corticosteroids", HeartRole.MAY_FAIL, AtRiskStories::corticosteroids)
                            .times(1),
                    over45("liver steatosis", HeartRole.MAY_FAIL, AtRiskStories::steatosis)
                            .orAtRisk(AtRiskStories::steatosisWithObesity)
                            .times(1),
                    over45("diabetic parent", HeartRole.AT_RISK, AtRiskStories::diabeticParent)
                            .times(1),
                    young(
                            "glucose intolerance coded",
                            Cohort.YOUNG_ADULTS,
                            HeartRole.APART,
                            AtRiskStories::prediabetes),
                    young("gestational diabetes once", Cohort.YOUNG_WOMEN, HeartRole.APART, AtRiskStories::gestational),
                    young("large child once", Cohort.YOUNG_WOMEN, HeartRole.APART, AtRiskStories::largeChild),
                    young("polycystic ovary", Cohort.YOUNG_WOMEN, HeartRole.AT_RISK, AtRiskStories::polycysticOvary),
                    young("antipsychotic", Cohort.YOUNG_ADULTS, HeartRole.APART, AtRiskStories::antipsychotic))
            .flatMap(List::stream)
            .toList();

    private AtRiskStories() {}

    private static Story over45(String title, HeartRole role, Consumer<Chart> plot) {
        return ofResident("over 45: " + title, Cohort.OVER_45, role, plot);
    }

    private static List<Story> young(String title, Cohort cohort, HeartRole role, Consumer<Chart> plot) {
        return ofResident(title, cohort, role, plot).times(1);
    }

    private static void hypertension(Chart chart) {
        new Prevention(chart).ofNormalWeight();
        chart.condition(Diagnosis.HYPERTENSION, chart.dice().between(400, 5000));
        chart.deliveries(chart.dice().chance(0.6) ? Drug.RAMIPRIL : Drug.AMLODIPINE, 350, 88);
    }

    /** Deliveries alone tell of hypertension, although the drug is taken for the rhythm of the heart. */
    private static void betaBlocker(Chart chart) {
        new Prevention(chart).ofNormalWeight();
        chart.condition(Diagnosis.ATRIAL_FIBRILLATION, chart.dice().between(400, 3000));
        chart.deliveries(Drug.BISOPROLOL, 350, 88);
        chart.deliveries(Drug.APIXABAN, 350, 58);
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
    }

    private static void obesity(Chart chart) {
        new Prevention(chart).ofObesity();
        chart.condition(Diagnosis.OBESITY, chart.dice().between(300, 3000));
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
        highFindrisc(chart, 28.2, 29.7);
    }

    private static void highFindriscWithObesity(Chart chart) {
        highFindrisc(chart, 30.2, 34);
        chart.condition(Diagnosis.OBESITY, chart.dice().between(300, 3000));
    }

    private static void highFindrisc(Chart chart, double lowestIndex, double highestIndex) {
        var prevention = new Prevention(chart);
        prevention.body(lowestIndex, highestIndex);
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
        overweight(chart);
        chart.condition(Diagnosis.LIVER_STEATOSIS, chart.dice().between(200, 2500));
    }

    private static void steatosisWithObesity(Chart chart) {
        obesity(chart);
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
        new Prevention(chart).ofObesity();
        chart.condition(Diagnosis.POLYCYSTIC_OVARY, chart.dice().between(400, 3000));
        chart.condition(Diagnosis.OBESITY, chart.dice().between(200, 2000));
    }

    private static void antipsychotic(Chart chart) {
        new Prevention(chart).ofOverweight();
        chart.deliveries(Drug.OLANZAPINE, 350, 29);
    }
}
