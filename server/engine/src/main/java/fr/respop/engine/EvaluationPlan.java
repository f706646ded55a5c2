package fr.respop.engine;

import fr.respop.engine.content.Content;
import fr.respop.engine.content.CqlLibrary;
import fr.respop.engine.report.InvalidMeasure;
import fr.respop.engine.report.MemberFunction;
import fr.respop.engine.report.ScorableMeasure;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Measure;
import org.opencds.cqf.fhir.cr.measure.common.MeasureEvalType;

/** What an evaluation needs to know before it sees a subject; everything that content can get wrong is refused here. */
record EvaluationPlan(
        MeasureEvaluation request,
        ScorableMeasure measure,
        CqlLibrary library,
        Optional<CqlLibrary> membershipLibrary,
        List<String> expressions,
        List<MemberFunction> functions) {

    static EvaluationPlan of(MeasureEvaluation request, Content content) {
        var canonical = canonical(request.measure());
        if (!request.measure().hasLibrary()) {
            throw new MeasureNotEvaluable(canonical, "it names no library", null);
        }
        var library = content.library(request.measure().getLibrary().get(0).getValue());
        var membershipLibrary = request.membership().map(Membership::library).map(content::library);
        membershipLibrary.ifPresent(found ->
                found.requireExpression(request.membership().orElseThrow().expression()));
        try {
            var measure = new ScorableMeasure(request.measure());
            var expressions = measure.expressions(library.context(), library::isFunction);
            var functions = measure.functions(library::isFunction);
            expressions.forEach(library::requireExpression);
            functions.forEach(function -> library.requireFunction(function.function()));
            return new EvaluationPlan(request, measure, library, membershipLibrary, expressions, functions);
        } catch (InvalidMeasure invalid) {
            throw new MeasureNotEvaluable(canonical, invalid.reason(), invalid);
        }
    }

    static String canonical(Measure measure) {
        var name = measure.hasUrl() ? measure.getUrl() : "Measure/" + measure.getIdPart();
        return measure.hasVersion() ? name + "|" + measure.getVersion() : name;
    }

    String canonical() {
        return canonical(request.measure());
    }

    /** The names of all results that scoring looks at. */
    List<String> results() {
        return Stream.concat(expressions.stream(), functions.stream().map(MemberFunction::result))
                .toList();
    }

    /** Of its expressions, those that say who is looked at, and the subject itself. */
    List<String> initialPopulations() {
        return expressions.stream()
                .filter(name -> name.equals(library.context())
                        || measure.initialPopulations().contains(name))
                .toList();
    }

    /**
     * Of its expressions, those that are needed of every subject; the others are of the subjects for whom one of its gates
     * is true.
     */
    Set<String> neededOfEverybody() {
        var needed = new LinkedHashSet<>(expressions);
        if (!gates().isEmpty()) {
            needed.removeIf(name -> !name.equals(library.context())
                    && !gates().contains(name)
                    && !measure.stratifiers().contains(name));
        }
        return needed;
    }

    /** The expressions one of which is true for whoever counts; none if everybody may count. */
    Set<String> gates() {
        return request.reportType() == ReportType.SUBJECT || !functions.isEmpty() ? Set.of() : measure.gates();
    }

    /** The FHIR types that a subject's record must hold, in alphabetical order. */
    Set<String> dataTypes() {
        var types = new TreeSet<>(library.dataTypes());
        membershipLibrary.map(CqlLibrary::dataTypes).ifPresent(types::addAll);
        return types;
    }

    MeasureEvalType reportType() {
        return switch (request.reportType()) {
            case SUBJECT -> MeasureEvalType.SUBJECT;
            case SUBJECT_LIST -> MeasureEvalType.SUBJECTLIST;
            case POPULATION -> MeasureEvalType.POPULATION;
        };
    }
}
