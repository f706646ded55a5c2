package fr.respop.engine.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;

/**
 * What tells one stratum of a stratifier from another: its value, or the values of its components.
 *
 * <p>Strata are ordered by it, whole numbers by their size and before other values.
 */
record StratumKey(List<String> values) implements Comparable<StratumKey> {

    private static final Comparator<String> NUMBERS_FIRST = Comparator.comparing((String value) -> !isNumber(value))
            .thenComparing(value -> isNumber(value) ? value.length() : 0)
            .thenComparing(Comparator.naturalOrder());

    static StratumKey of(StratifierGroupComponent stratum) {
        var components = stratum.getComponent().stream()
                .map(component -> text(component.getCode()) + "=" + text(component.getValue()))
                .sorted();
        return new StratumKey(
                Stream.concat(Stream.of(text(stratum.getValue())), components).toList());
    }

    static String text(CodeableConcept value) {
        if (value.hasText()) {
            return value.getText();
        }
        var coding = value.getCodingFirstRep();
        return coding.hasSystem() ? coding.getSystem() + "|" + coding.getCode() : String.valueOf(coding.getCode());
    }

    private static boolean isNumber(String value) {
        return !value.isEmpty() && value.chars().allMatch(Character::isDigit);
    }

    @Override
    public int compareTo(StratumKey other) {
        for (int i = 0; i < Math.min(values.size(), other.values.size()); i++) {
            var order = NUMBERS_FIRST.compare(values.get(i), other.values.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(values.size(), other.values.size());
    }
}
