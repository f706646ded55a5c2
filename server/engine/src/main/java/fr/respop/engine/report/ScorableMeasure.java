package fr.respop.engine.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Measure;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.fhir.cr.measure.common.GroupDef;
import org.opencds.cqf.fhir.cr.measure.common.MeasureDef;
import org.opencds.cqf.fhir.cr.measure.common.MeasurePopulationType;
import org.opencds.cqf.fhir.cr.measure.common.MeasureScoring;
import org.opencds.cqf.fhir.cr.measure.common.PopulationDef;
import org.opencds.cqf.fhir.cr.measure.common.SdeDef;
import org.opencds.cqf.fhir.cr.measure.common.StratifierComponentDef;
import org.opencds.cqf.fhir.cr.measure.common.StratifierDef;
import org.opencds.cqf.fhir.cr.measure.common.SupportingEvidenceDef;
import org.opencds.cqf.fhir.cr.measure.r4.R4MeasureDefBuilder;

/** A measure that is fit to be scored, and what it asks of CQL for each subject. */
public final class ScorableMeasure {

    private final Measure measure;
    private final MeasureDef definition;

    /**
     * Prepares a measure, which is not changed.
     *
     * @throws InvalidMeasure if it is not one that can be scored
     */
    public ScorableMeasure(Measure original) {
        measure = MeasureElementIds.complete(original);
        definition = define(measure);
    }

    /** A definition that nobody else fills with results. */
    static MeasureDef define(Measure measure) {
        try {
            return new R4MeasureDefBuilder().build(measure);
        } catch (RuntimeException refused) {
            throw new InvalidMeasure(String.valueOf(refused.getMessage()), refused);
        }
    }

    /** A copy for one thread: building a report leaves marks in the measure. */
    Measure copy() {
        return measure.copy();
    }

    MeasureDef definition() {
        return definition;
    }

    /** The expressions whose values its reports hold beside counts. */
    Set<String> supplementalData() {
        return definition.sdes().stream().map(SdeDef::expression).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether a report of a population tells how many subjects there are where, and nothing else of them, as long as their
     * results are simple values.
     */
    public boolean isOfCounts() {
        return definition.groups().stream().allMatch(ScorableMeasure::isOfCounts);
    }

    private static boolean isOfCounts(GroupDef group) {
        return group.isBooleanBasis()
                && group.getPopulationDefs(MeasurePopulationType.MEASUREOBSERVATION)
                        .isEmpty()
                && evidence(group).findAny().isEmpty();
    }

    /** The expressions to be evaluated, the subject's own among them. */
    public List<String> expressions(String subjectType, Predicate<String> isFunction) {
        var names = new LinkedHashSet<@Nullable String>();
        names.add(subjectType);
        for (var group : definition.groups()) {
            populations(group).map(PopulationDef::expression).forEach(names::add);
            evidence(group).map(SupportingEvidenceDef::getExpression).forEach(names::add);
            names.addAll(stratifiers(group));
        }
        definition.sdes().stream().map(SdeDef::expression).forEach(names::add);
        return names.stream()
                .filter(name -> name != null && !name.isBlank())
                .filter(name -> !isFunction.test(name))
                .toList();
    }

    /**
     * The expressions that say whether a subject counts in any group at all; for whom none is true, the others need no
     * answer. None if the measure needs all answers of everybody.
     */
    public Set<String> gates() {
        var isProportion = definition.groups().stream()
                .allMatch(group -> group.isBooleanBasis() && group.measureScoring() == MeasureScoring.PROPORTION);
        return isProportion ? initialPopulations() : Set.of();
    }

    /** The expressions that say who is looked at, one a group. */
    public Set<String> initialPopulations() {
        return definition.groups().stream()
                .flatMap(group -> group.getPopulationDefs(MeasurePopulationType.INITIALPOPULATION).stream())
                .map(PopulationDef::expression)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The expressions that a report tells of everybody, by which it is stratified. */
    public Set<String> stratifiers() {
        return definition.groups().stream()
                .flatMap(group -> stratifiers(group).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The functions to be applied to the members of its populations. */
    public List<MemberFunction> functions(Predicate<String> isFunction) {
        var functions = new ArrayList<MemberFunction>();
        for (var group : definition.groups()) {
            for (var observation : group.getPopulationDefs(MeasurePopulationType.MEASUREOBSERVATION)) {
                functions.add(observation(group, observation));
            }
            stratifiers(group).stream()
                    .filter(isFunction)
                    .forEach(name -> populations(group)
                            .forEach(population -> functions.add(stratifier(group, population, name))));
        }
        return functions;
    }

    private static MemberFunction observation(GroupDef group, PopulationDef observation) {
        var observed = group.findPopulationById(String.valueOf(observation.getCriteriaReference()));
        if (observed == null) {
            throw new InvalidMeasure(
                    "its measure observation " + observation.id() + " does not refer to a population of its group",
                    null);
        }
        return new MemberFunction(
                observed.id() + "-" + observation.expression(),
                observation.expression(),
                observed.expression(),
                !group.isBooleanBasis(),
                true);
    }

    private static MemberFunction stratifier(GroupDef group, PopulationDef population, String function) {
        if (group.isBooleanBasis()) {
            throw new InvalidMeasure(
                    "its stratifier \"" + function + "\" is a function, but its populations are of subjects", null);
        }
        return new MemberFunction(population.id() + "-" + function, function, population.expression(), true, false);
    }

    private static Stream<PopulationDef> populations(GroupDef group) {
        return group.populations().stream()
                .filter(population -> population.type() != MeasurePopulationType.MEASUREOBSERVATION);
    }

    private static Stream<SupportingEvidenceDef> evidence(GroupDef group) {
        return group.populations().stream()
                .flatMap(population -> Stream.ofNullable(population.getSupportingEvidenceDefs()))
                .flatMap(List::stream);
    }

    private static Set<String> stratifiers(GroupDef group) {
        var names = new LinkedHashSet<String>();
        for (StratifierDef stratifier : group.stratifiers()) {
            Stream.ofNullable(stratifier.expression()).forEach(names::add);
            stratifier.components().stream()
                    .map(StratifierComponentDef::expression)
                    .forEach(names::add);
        }
        return names;
    }
}
