package fr.respop.server.inclusion;

import fr.respop.engine.MeasurementPeriod;
import fr.respop.engine.SubjectEvaluator;
import fr.respop.server.fhir.CarePlans;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.CurrentContent;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.evaluation.Residents;
import fr.respop.server.fhir.programme.FollowUpItems;
import fr.respop.server.fhir.programme.Gap;
import fr.respop.server.fhir.programme.GapMeasure;
import fr.respop.server.fhir.programme.GapStatus;
import fr.respop.server.fhir.programme.Programme;
import fr.respop.server.fhir.programme.StratumAssessment;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/**
 * Plans for an included resident: the logigramme of the confirmed stratum, applied as of today, with what is done, due and
 * overdue.
 */
@Component
class Planner {

    private final Strategies strategies;
    private final CarePlans carePlans;
    private final FollowUpItems followUpItems;
    private final CurrentContent content;
    private final Residents residents;
    private final EvaluationProperties properties;
    private final Clock clock;

    Planner(
            Strategies strategies,
            CarePlans carePlans,
            FollowUpItems followUpItems,
            CurrentContent content,
            Residents residents,
            EvaluationProperties properties) {
        this.strategies = strategies;
        this.carePlans = carePlans;
        this.followUpItems = followUpItems;
        this.content = content;
        this.residents = residents;
        this.properties = properties;
        this.clock = properties.clock();
    }

    /**
     * The plan as of now; nothing is stored.
     *
     * <p>An act that is up to date is {@code completed}, with the evidence as its outcome and the next day as the end of its
     * scheduled period; any other is {@code not-started}. The reason of the status says which of DEQM's states it is in.
     *
     * @throws Refusal 422 if the programme has no logigramme for the stratum, or it cannot be applied
     */
    CarePlan plan(String patientId, Programme programme, StratumAssessment stratum, Reference author) {
        var strategy = strategies.of(programme, stratum.stratum());
        var plan = carePlans.make(strategy.getUrl() + "|" + strategy.getVersion(), patientId, author);
        plan.setStatus(CarePlanStatus.ACTIVE)
                .setIntent(CarePlanIntent.PLAN)
                .setAuthor(author.copy())
                .addSupportingInfo(new Reference("RiskAssessment/" + stratum.id()));
        var gaps = gaps(patientId, programme);
        plan.getActivity().stream()
                .filter(CarePlanActivityComponent::hasDetail)
                .map(CarePlanActivityComponent::getDetail)
                .forEach(act -> setState(act, gaps));
        return plan;
    }

    /** By the code of the item. */
    private Map<String, Gap> gaps(String patientId, Programme programme) {
        var measures = followUpItems.of(programme, content.get());
        var types = new TreeSet<String>();
        measures.forEach(
                measure -> types.addAll(content.get().library(measure.library()).dataTypes()));
        var gaps = new HashMap<String, Gap>();
        residents.find(patientId, types).ifPresent(record -> {
            var now = ZonedDateTime.now(clock);
            var period = new MeasurementPeriod(now.minusYears(1).plusDays(1), now);
            var evaluator = new SubjectEvaluator(content.get(), period, properties.timeLimit());
            evaluator.enter(record);
            measures.forEach(measure -> gaps.put(itemOf(measure), Gap.of(measure, evaluator)));
        });
        return gaps;
    }

    private static String itemOf(GapMeasure measure) {
        return measure.measure().getTopicFirstRep().getCodingFirstRep().getCode();
    }

    private static void setState(CarePlanActivityDetailComponent act, Map<String, Gap> gaps) {
        var gap = gaps.get(act.getCode().getCodingFirstRep().getCode());
        if (gap == null) {
            return;
        }
        var isUpToDate = gap.status() == GapStatus.CLOSED;
        act.setStatus(isUpToDate ? CarePlanActivityStatus.COMPLETED : CarePlanActivityStatus.NOTSTARTED);
        act.setStatusReason(new CodeableConcept(
                new Coding(GapStatus.SYSTEM, gap.status().code(), gap.status().display())));
    }
}
