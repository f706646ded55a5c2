package fr.respop.territories.clinical;

import static fr.respop.territories.clinical.Story.ofResident;

import java.util.List;
import java.util.stream.Stream;

/**
 * Stories of residents whom the diabetes programme does not concern: children, adults with no factor of risk, young
 * adults with a single one. They have records too, so that being outside is found from data and not from their absence.
 */
final class UnconcernedStories {

    static final List<Story> ALL = Stream.of(
                    ofResident("child", Cohort.CHILDREN, HeartRole.APART, UnconcernedStories::child)
                            .times(30),
                    ofResident("young adult without a record", Cohort.YOUNG_ADULTS, HeartRole.APART, chart -> {})
                            .times(14),
                    ofResident(
                                    "young adult seen once",
                                    Cohort.YOUNG_ADULTS,
                                    HeartRole.MAY_FAIL,
                                    UnconcernedStories::seenOnce)
                            .times(16),
                    ofResident(
                                    "young adult with another disease",
                                    Cohort.YOUNG_ADULTS,
                                    HeartRole.MAY_BE_AT_RISK,
                                    UnconcernedStories::otherDisease)
                            .times(8),
                    ofResident(
                                    "young adult with overweight alone",
                                    Cohort.YOUNG_ADULTS,
                                    HeartRole.MAY_BE_AT_RISK,
                                    UnconcernedStories::overweight)
                            .orAtRisk(UnconcernedStories::obesity)
                            .times(4),
                    ofResident(
                                    "young adult with hypertension alone",
                                    Cohort.YOUNG_ADULTS,
                                    HeartRole.AT_RISK,
                                    UnconcernedStories::hypertension)
                            .times(1),
                    ofResident(
                                    "type 1 diabetes",
                                    Cohort.YOUNG_ADULTS,
                                    HeartRole.AT_RISK,
                                    UnconcernedStories::typeOneDiabetes)
                            .times(1),
                    ofResident(
                                    "over 45, seen once",
                                    Cohort.OVER_45,
                                    HeartRole.MAY_BE_AT_RISK,
                                    UnconcernedStories::seenOnce)
                            .times(12),
                    ofResident(
                                    "over 45, checked and without a factor",
                                    Cohort.OVER_45,
                                    HeartRole.MAY_BE_AT_RISK,
                                    UnconcernedStories::checked)
                            .times(10),
                    ofResident(
                                    "over 45 with another disease",
                                    Cohort.OVER_45,
                                    HeartRole.MAY_BE_AT_RISK,
                                    UnconcernedStories::otherDisease)
                            .times(4))
            .flatMap(List::stream)
            .toList();

    private static final List<Diagnosis> OTHER_DISEASES =
            List.of(Diagnosis.ASTHMA, Diagnosis.BACK_PAIN, Diagnosis.MIGRAINE, Diagnosis.KNEE_ARTHROSIS);
    private static final List<Diagnosis> OTHER_STAYS =
            List.of(Diagnosis.APPENDICITIS, Diagnosis.WRIST_FRACTURE, Diagnosis.PNEUMONIA);

    private UnconcernedStories() {}

    private static void child(Chart chart) {
        var age = chart.person().age();
        if (age >= 2) {
            chart.vaccination(
                    age < 6 ? Vaccine.MEASLES : Vaccine.BOOSTER, chart.dice().between(20, 360));
        }
        if (age >= 1 && chart.dice().chance(0.4)) {
            chart.delivery(Drug.PARACETAMOL, chart.dice().between(10, 360), 5);
        }
    }

    private static void seenOnce(Chart chart) {
        new Prevention(chart).bloodPressure();
        if (chart.dice().chance(0.3)) {
            chart.delivery(Drug.AMOXICILLIN, chart.dice().between(10, 360), 7);
        }
        if (chart.dice().chance(0.3)) {
            chart.vaccination(Vaccine.BOOSTER, chart.dice().between(100, 3000));
        }
    }

    private static void otherDisease(Chart chart) {
        var disease = chart.dice().pick(OTHER_DISEASES);
        chart.condition(disease, chart.dice().between(100, 3000));
        chart.deliveries(
                disease == Diagnosis.ASTHMA ? Drug.SALBUTAMOL : Drug.PARACETAMOL,
                chart.dice().between(60, 300),
                60);
        if (chart.dice().chance(0.5)) {
            var emergency = chart.dice().pick(OTHER_STAYS);
            chart.stays().unplanned(chart.dice().between(20, 1200), chart.dice().between(1, 5), emergency);
        }
    }

    private static void overweight(Chart chart) {
        new Prevention(chart).ofOverweight();
    }

    private static void obesity(Chart chart) {
        new Prevention(chart).ofObesity();
        chart.condition(Diagnosis.OBESITY, chart.dice().between(200, 2000));
    }

    private static void hypertension(Chart chart) {
        new Prevention(chart).ofNormalWeight();
        chart.condition(Diagnosis.HYPERTENSION, chart.dice().between(200, 1500));
        chart.deliveries(Drug.RAMIPRIL, 350, 88);
    }

    /** Another disease than the programme's, although its drugs and its laboratory results are alike. */
    private static void typeOneDiabetes(Chart chart) {
        new Prevention(chart).body(20, 26);
        chart.condition(Diagnosis.TYPE_1_DIABETES, chart.dice().between(1000, 6000));
        chart.deliveries(Drug.INSULIN_GLARGINE, 400, 58);
        chart.deliveries(Drug.INSULIN_ASPART, 400, 58);
        chart.findings()
                .measure(
                        Measurement.HBA1C,
                        chart.dice().between(6.8, 8.2),
                        chart.dice().between(20, 160));
    }

    private static void checked(Chart chart) {
        new Prevention(chart).ofNormalWeight();
        if (chart.dice().chance(0.4)) {
            chart.vaccination(Vaccine.INFLUENZA, chart.dice().between(20, 75));
        }
    }
}
