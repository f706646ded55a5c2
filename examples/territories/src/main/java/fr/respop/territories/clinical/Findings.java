package fr.respop.territories.clinical;

import static fr.respop.territories.clinical.Calendar.daysAgo;
import static fr.respop.territories.clinical.Terminology.LOINC;
import static fr.respop.territories.clinical.Terminology.OBSERVATION_CATEGORY;
import static fr.respop.territories.clinical.Terminology.RESPOP;
import static fr.respop.territories.clinical.Terminology.UCUM;
import static fr.respop.territories.clinical.Terminology.concept;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;

/** What laboratories, practitioners and residents measure and find. */
final class Findings {

    private static final String OBSERVATION = RESPOP + "respop-observation";
    private static final List<String> NYHA_ANSWERS = List.of("LA28404-4", "LA28405-1", "LA28406-9", "LA28407-7");

    private final Chart chart;
    private @Nullable Double lastWeight;

    Findings(Chart chart) {
        this.chart = chart;
    }

    Observation measure(Measurement measurement, double value, int days) {
        var reading = chart.form().reading(measurement, value);
        var observation = observation(measurement.category, concept(LOINC, reading.code(), measurement.label), days)
                .setValue(quantity(reading.value(), reading.unit()));
        return chart.keep(measurement.id, observation);
    }

    /** A result that the laboratory cancelled after having sent it. */
    void cancelled(Measurement measurement, double value, int days) {
        measure(measurement, value, days).setStatus(ObservationStatus.CANCELLED);
    }

    Observation bloodPressure(int systolic, int diastolic, int days) {
        var panel = observation("vital-signs", concept(LOINC, "85354-9", "Pression artérielle"), days);
        panel.addComponent()
                .setCode(concept(LOINC, "8480-6"))
                .setValue(quantity(BigDecimal.valueOf(systolic), "mm[Hg]"));
        panel.addComponent()
                .setCode(concept(LOINC, "8462-4"))
                .setValue(quantity(BigDecimal.valueOf(diastolic), "mm[Hg]"));
        return chart.keep("bp", panel);
    }

    /** What the resident measured at home. */
    void selfMeasured(Observation observation) {
        if (chart.form() == DataForm.UNUSUAL) {
            observation.setMethod(concept(RESPOP + "respop-observation-method", "self-measured"));
        } else {
            observation.addPerformer(chart.subject());
        }
    }

    /** The weight that was last measured, or a common one. */
    double usualWeight() {
        if (lastWeight == null) {
            lastWeight = chart.person().isFemale()
                    ? chart.dice().between(52.0, 68.0)
                    : chart.dice().between(62.0, 82.0);
        }
        return lastWeight;
    }

    /** The class I to IV of what a failing heart allows, as a LOINC answer or as a number. */
    void nyha(int nyhaClass, int days) {
        var answer = chart.form() == DataForm.UNUSUAL
                ? new IntegerType(nyhaClass)
                : concept(LOINC, NYHA_ANSWERS.get(nyhaClass - 1));
        chart.keep(
                "nyha",
                observation("exam", concept(LOINC, "88020-3", "Classe NYHA"), days)
                        .setValue(answer));
    }

    /** Height, weight and the index made of them. */
    void body(double bodyMassIndex, int days) {
        var typicalHeight = chart.person().isFemale() ? 162 : 175;
        var height = chart.dice().around(typicalHeight, 6, typicalHeight - 15, typicalHeight + 15);
        measure(Measurement.HEIGHT, height, days);
        lastWeight = bodyMassIndex * height * height / 10_000;
        measure(Measurement.WEIGHT, lastWeight, days);
        measure(Measurement.BMI, bodyMassIndex, days);
    }

    /** A finding that has a value of our own, such as a monofilament test. */
    void finding(String code, String label, String value, int days) {
        chart.keep(
                code,
                observation("exam", concept(OBSERVATION, code, label), days)
                        .setValue(concept(RESPOP + "respop-observation-value", value)));
    }

    /** A finding that is a whole number, such as a risk grade or score. */
    void score(String code, String label, int value, int days) {
        chart.keep(
                code,
                observation("survey", concept(OBSERVATION, code, label), days).setValue(new IntegerType(value)));
    }

    /** The HbA1c at most that the resident and the GP agreed on. */
    void hba1cGoal(double percent, int days) {
        var goal = new Goal()
                .setLifecycleStatus(GoalLifecycleStatus.ACTIVE)
                .setDescription(new CodeableConcept().setText("HbA1c au plus " + percent + " %"))
                .setSubject(chart.subject())
                .setStart(new DateType(daysAgo(days).toString()));
        goal.addTarget()
                .setMeasure(concept(LOINC, Measurement.HBA1C.code))
                .setDetail(quantity(BigDecimal.valueOf(percent), "%")
                        .setComparator(Quantity.QuantityComparator.LESS_OR_EQUAL));
        chart.keep("goal", goal);
    }

    private Observation observation(String category, CodeableConcept code, int days) {
        var observation = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .addCategory(concept(OBSERVATION_CATEGORY, category))
                .setCode(code)
                .setSubject(chart.subject());
        // What is found on one day is found at one time: a blood sample gives all its results.
        var time = LocalTime.of(7 + days % 11, 5 * (days % 12));
        observation.setEffective(new DateTimeType(Calendar.instant(daysAgo(days), time)));
        return observation;
    }

    private static Quantity quantity(BigDecimal value, String unit) {
        return new Quantity().setValue(value).setUnit(unit).setSystem(UCUM).setCode(unit);
    }
}
