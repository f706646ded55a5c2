package fr.respop.engine;

import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Measure.MeasureGroupComponent;
import org.hl7.fhir.r4.model.Measure.MeasureGroupPopulationComponent;
import org.hl7.fhir.r4.model.StringType;

/** Writes a measure of one group for a test; like content that others write, it has ids only where it needs them. */
final class TestMeasure {

    private static final String CQFM = "http://hl7.org/fhir/us/cqfmeasures/StructureDefinition/";

    private final Measure measure = new Measure();
    private final MeasureGroupComponent group = measure.addGroup();

    private TestMeasure(String library, String scoring) {
        measure.setUrl("https://example.org/Measure/test").setVersion("1.0.0");
        measure.addLibrary(library);
        measure.setScoring(concept("http://terminology.hl7.org/CodeSystem/measure-scoring", scoring));
    }

    static TestMeasure of(String library, String scoring) {
        return new TestMeasure(library, scoring);
    }

    static TestMeasure cohort() {
        return of(CheckContent.CHECK, "cohort").population("initial-population", "Initial Population");
    }

    static TestMeasure proportion() {
        return of(CheckContent.CHECK, "proportion")
                .population("initial-population", "Initial Population")
                .population("denominator", "Denominator")
                .population("denominator-exception", "Denominator Exception")
                .population("numerator", "Numerator");
    }

    TestMeasure basis(String type) {
        measure.addExtension(CQFM + "cqfm-populationBasis", new CodeType(type));
        return this;
    }

    TestMeasure population(String code, String expression) {
        add(code, expression);
        return this;
    }

    /** Observes the members of a population of that code, which is given an id to refer to. */
    TestMeasure observation(String population, String function, String aggregateMethod) {
        var observed = group.getPopulation().stream()
                .filter(candidate ->
                        candidate.getCode().getCodingFirstRep().getCode().equals(population))
                .findFirst()
                .orElseThrow();
        observed.setId(population);
        var observation = add("measure-observation", function);
        observation.setId("observation-of-" + population);
        observation.addExtension(CQFM + "cqfm-criteriaReference", new StringType(population));
        observation.addExtension(CQFM + "cqfm-aggregateMethod", new StringType(aggregateMethod));
        return this;
    }

    TestMeasure stratifier(String code, String expression) {
        var component = group.addStratifier()
                .setCode(new CodeableConcept().setText(code))
                .addComponent();
        component.setCode(new CodeableConcept().setText(code)).setCriteria(criteria(expression));
        return this;
    }

    TestMeasure secondComponent(String code, String expression) {
        var component = group.getStratifierFirstRep().addComponent();
        component.setCode(new CodeableConcept().setText(code)).setCriteria(criteria(expression));
        return this;
    }

    TestMeasure criteriaStratifier(String expression) {
        group.addStratifier().setCriteria(criteria(expression));
        return this;
    }

    TestMeasure supplementalData(String code, String expression) {
        measure.addSupplementalData()
                .setCode(new CodeableConcept().setText(code))
                .addUsage(concept("http://terminology.hl7.org/CodeSystem/measure-data-usage", "supplemental-data"))
                .setCriteria(criteria(expression));
        return this;
    }

    TestMeasure improvement(String notation) {
        measure.setImprovementNotation(
                concept("http://terminology.hl7.org/CodeSystem/measure-improvement-notation", notation));
        return this;
    }

    Measure get() {
        return measure;
    }

    private MeasureGroupPopulationComponent add(String code, String expression) {
        return group.addPopulation()
                .setCode(concept("http://terminology.hl7.org/CodeSystem/measure-population", code))
                .setCriteria(criteria(expression));
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }

    private static Expression criteria(String expression) {
        return new Expression().setLanguage("text/cql-identifier").setExpression(expression);
    }
}
