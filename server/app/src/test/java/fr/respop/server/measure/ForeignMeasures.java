package fr.respop.server.measure;

import java.util.stream.Stream;

/** Measures that are not ours, of the library Foreign. */
final class ForeignMeasures {

    private ForeignMeasures() {}

    /** Every scoring, kind of population, stratifier and supplemental data. */
    static Stream<ForeignMeasure> all() {
        return Stream.of(
                ForeignMeasure.of("cohort", "cohort")
                        .population("initial-population", "Has Diabetes")
                        .supplementalData("Gender")
                        .supplementalData("Decade")
                        .supplementalData("Diabetes Conditions"),
                ForeignMeasure.proportion("increase").improvement("increase"),
                ForeignMeasure.proportion("decrease").improvement("decrease"),
                ForeignMeasure.of("ratio", "ratio")
                        .population("initial-population", "Everybody")
                        .population("denominator", "Was In Hospital")
                        .population("denominator-exclusion", "Is Old")
                        .population("numerator", "Has Diabetes")
                        .population("numerator-exclusion", "Had A Procedure"),
                ForeignMeasure.proportion("by-text").stratifier("Age Group"),
                ForeignMeasure.proportion("by-integer").stratifier("Decade"),
                ForeignMeasure.proportion("by-boolean").stratifier("Is Old"),
                ForeignMeasure.proportion("by-null").stratifier("Gender"),
                ForeignMeasure.proportion("by-code").stratifier("Gender Code"),
                ForeignMeasure.proportion("by-two").stratifier("Age Group", "Is Old"),
                ForeignMeasure.of("groups", "proportion")
                        .population("initial-population", "Has Diabetes")
                        .population("denominator", "Has Diabetes")
                        .population("numerator", "Is Measured")
                        .stratifier("Age Group")
                        .group()
                        .population("initial-population", "Everybody")
                        .population("denominator", "Is Measured")
                        .population("numerator", "Is Controlled"),
                ForeignMeasure.of("other-types", "ratio")
                        .population("initial-population", "Everybody")
                        .population("denominator", "Is Covered")
                        .population("numerator", "Takes Metformin"),
                ForeignMeasure.of("observed-subjects", "continuous-variable")
                        .population("initial-population", "Everybody")
                        .population("measure-population", "Has Diabetes")
                        .population("measure-population-exclusion", "Is Old")
                        .observation("measure-population", "Result Count", "avg"),
                ForeignMeasure.of("stays", "cohort", "Encounter").population("initial-population", "Stays"),
                ForeignMeasure.of("procedures", "cohort", "Procedure").population("initial-population", "Procedures"),
                ForeignMeasure.of("long-stays", "proportion", "Encounter")
                        .population("initial-population", "Stays")
                        .population("denominator", "Stays")
                        .population("denominator-exclusion", "Second Half Stays")
                        .population("numerator", "Long Stays"),
                ForeignMeasure.of("stays-by-resident", "cohort", "Encounter")
                        .population("initial-population", "Stays")
                        .stratifier("Age Group"),
                ForeignMeasure.of("stays-by-kind", "cohort", "Encounter")
                        .population("initial-population", "Stays")
                        .stratifier("Kind"),
                ForeignMeasure.of("stays-by-criterion", "cohort", "Encounter")
                        .population("initial-population", "Stays")
                        .criteriaStratifier("Inpatient Stays"),
                lengths("sum"),
                lengths("avg"),
                lengths("median"),
                lengths("min"),
                lengths("max"),
                lengths("count"),
                ForeignMeasure.of("days-by-resident", "continuous-variable", "Encounter")
                        .population("initial-population", "Stays")
                        .population("measure-population", "Stays")
                        .observation("measure-population", "Length", "sum")
                        .stratifier("Age Group"),
                ForeignMeasure.of("days-by-kind", "continuous-variable", "Encounter")
                        .population("initial-population", "Stays")
                        .population("measure-population", "Stays")
                        .observation("measure-population", "Length", "sum")
                        .stratifier("Kind"),
                ForeignMeasure.of("days-over-days", "ratio", "Encounter")
                        .population("initial-population", "Stays")
                        .population("denominator", "Stays")
                        .population("numerator", "Inpatient Stays")
                        .observation("denominator", "Length", "sum")
                        .observation("numerator", "Length", "sum"));
    }

    private static ForeignMeasure lengths(String method) {
        return ForeignMeasure.of("length-" + method, "continuous-variable", "Encounter")
                .population("initial-population", "Stays")
                .population("measure-population", "Stays")
                .population("measure-population-exclusion", "Second Half Stays")
                .observation("measure-population", "Length", method);
    }
}
