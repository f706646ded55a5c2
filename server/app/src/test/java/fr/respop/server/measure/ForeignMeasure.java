package fr.respop.server.measure;

import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.StringType;

/** Writes a measure on the CQL library {@code Foreign}, with the element ids that the stock evaluation asks for. */
final class ForeignMeasure {

    private static final String CQFM = "http://hl7.org/fhir/us/cqfmeasures/StructureDefinition/";

    private final Measure measure = new Measure();
    private final String basis;
    private Measure.MeasureGroupComponent group = new Measure.MeasureGroupComponent();
    private int elements;

    private ForeignMeasure(String id, String scoring, String basis) {
        this.basis = basis;
        measure.setId(id);
        measure.setUrl("https://example.org/foreign/Measure/" + id).setVersion("1.0.0");
        measure.setName(id.replace("-", "")).setStatus(PublicationStatus.ACTIVE);
        measure.addLibrary("https://example.org/foreign/Library/Foreign");
        measure.setScoring(concept("http://terminology.hl7.org/CodeSystem/measure-scoring", scoring));
        measure.addExtension(CQFM + "cqfm-populationBasis", new CodeType(basis));
        group();
    }

    /** A measure whose populations are of subjects. */
    static ForeignMeasure of(String id, String scoring) {
        return new ForeignMeasure("foreign-" + id, scoring, "boolean");
    }

    /** A measure whose populations are of resources of a type. */
    static ForeignMeasure of(String id, String scoring, String basis) {
        return new ForeignMeasure("foreign-" + id, scoring, basis);
    }

    static ForeignMeasure proportion(String id) {
        return of(id, "proportion")
                .population("initial-population", "Has Diabetes")
                .population("denominator", "Has Diabetes")
                .population("denominator-exclusion", "Is Old")
                .population("denominator-exception", "Had A Procedure")
                .population("numerator", "Is Measured")
                .population("numerator-exclusion", "Was In Hospital");
    }

    ForeignMeasure group() {
        group = numbered(measure.addGroup(), "group");
        return this;
    }

    ForeignMeasure population(String code, String expression) {
        add(code, expression);
        return this;
    }

    ForeignMeasure observation(String population, String function, String aggregateMethod) {
        var observed = group.getPopulation().stream()
                .filter(candidate ->
                        candidate.getCode().getCodingFirstRep().getCode().equals(population))
                .findFirst()
                .orElseThrow();
        var observation = add("measure-observation", function);
        observation.addExtension(CQFM + "cqfm-criteriaReference", new StringType(observed.getId()));
        observation.addExtension(CQFM + "cqfm-aggregateMethod", new StringType(aggregateMethod));
        return this;
    }

    /** The stock evaluation finds the two sides of a ratio by these ids. */
    private Measure.MeasureGroupPopulationComponent add(String code, String expression) {
        var population = group.addPopulation();
        population.setId(measure.getGroup().size() == 1 && !hasPopulation(code) ? code : code + "-" + ++elements);
        return population
                .setCode(concept("http://terminology.hl7.org/CodeSystem/measure-population", code))
                .setCriteria(criteria(expression));
    }

    private boolean hasPopulation(String id) {
        return group.getPopulation().stream().anyMatch(population -> id.equals(population.getId()));
    }

    ForeignMeasure stratifier(String... expressions) {
        var stratifier = numbered(group.addStratifier(), "stratifier");
        stratifier.setCode(new CodeableConcept().setText(String.join(" and ", expressions)));
        for (var expression : expressions) {
            numbered(stratifier.addComponent(), "component")
                    .setCode(new CodeableConcept().setText(expression))
                    .setCriteria(criteria(expression));
        }
        return this;
    }

    ForeignMeasure criteriaStratifier(String expression) {
        numbered(group.addStratifier(), "stratifier")
                .setCode(new CodeableConcept().setText(expression))
                .setCriteria(criteria(expression));
        return this;
    }

    ForeignMeasure supplementalData(String expression) {
        numbered(measure.addSupplementalData(), "supplemental-data")
                .setCode(new CodeableConcept().setText(expression))
                .addUsage(concept("http://terminology.hl7.org/CodeSystem/measure-data-usage", "supplemental-data"))
                .setCriteria(criteria(expression));
        return this;
    }

    ForeignMeasure improvement(String notation) {
        measure.setImprovementNotation(
                concept("http://terminology.hl7.org/CodeSystem/measure-improvement-notation", notation));
        return this;
    }

    ForeignMeasure library(String reference) {
        measure.getLibrary().get(0).setValue(reference);
        return this;
    }

    Measure get() {
        return measure;
    }

    String id() {
        return measure.getIdPart();
    }

    @Override
    public String toString() {
        return id() + " (" + basis + ")";
    }

    private <T extends Element> T numbered(T element, String name) {
        element.setId(name + "-" + ++elements);
        return element;
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }

    private static Expression criteria(String expression) {
        return new Expression().setLanguage("text/cql-identifier").setExpression(expression);
    }
}
