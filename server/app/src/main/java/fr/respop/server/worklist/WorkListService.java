package fr.respop.server.worklist;

import fr.respop.engine.MeasurementPeriod;
import fr.respop.engine.Subject;
import fr.respop.engine.SubjectEvaluator;
import fr.respop.engine.SubjectNotEvaluable;
import fr.respop.engine.SubjectRecord;
import fr.respop.engine.content.Content;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.CurrentContent;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.evaluation.Populations;
import fr.respop.server.fhir.evaluation.Residents;
import fr.respop.server.fhir.programme.FollowUpItems;
import fr.respop.server.fhir.programme.Gap;
import fr.respop.server.fhir.programme.GapMeasure;
import fr.respop.server.fhir.programme.Programme;
import fr.respop.server.fhir.programme.Programmes;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Finds out what the residents of a team need, as of now: each record is read and evaluated once. */
@Component
class WorkListService {

    private final Programmes programmes;
    private final FollowUpItems followUpItems;
    private final CurrentContent currentContent;
    private final Populations populations;
    private final Residents residents;
    private final EvaluationProperties evaluation;
    private final WorkListProperties properties;

    WorkListService(
            Programmes programmes,
            FollowUpItems followUpItems,
            CurrentContent currentContent,
            Populations populations,
            Residents residents,
            EvaluationProperties evaluation,
            WorkListProperties properties) {
        this.programmes = programmes;
        this.followUpItems = followUpItems;
        this.currentContent = currentContent;
        this.populations = populations;
        this.residents = residents;
        this.evaluation = evaluation;
        this.properties = properties;
    }

    /**
     * The page of work that a request asks for.
     *
     * @param whose a Practitioner, PractitionerRole or Organization
     * @throws Refusal 404 if there is none such; 422 if there is no such programme, or the residents are too many
     */
    WorkPage list(IdType whose, WorkListRequest request) {
        var now = ZonedDateTime.now(evaluation.clock());
        var population = populations.of(List.of(whose), now);
        var content = currentContent.get();
        var items = items(request, content);
        var period = new MeasurementPeriod(now.minusYears(1).plusDays(1), now);
        var evaluator = new SubjectEvaluator(content, period, evaluation.timeLimit());
        var found = new ArrayList<WorkItem>();
        var failures = new ArrayList<SubjectNotEvaluable>();
        try (var source = residents.stream(population.residents(), dataTypes(items, content))) {
            refuseTooMany(source.total().orElse(0));
            for (var chunk = source.next(evaluation.chunkSize());
                    !chunk.isEmpty();
                    chunk = source.next(evaluation.chunkSize())) {
                for (var resident : chunk.records()) {
                    try {
                        found.addAll(needsOf(resident, items, evaluator, request));
                    } catch (SubjectNotEvaluable failure) {
                        failures.add(failure);
                    }
                }
            }
        }
        found.sort(WorkItem.BY_URGENCY);
        var page = found.stream().skip(request.offset()).limit(request.count()).toList();
        return new WorkPage(page, found.size(), failures);
    }

    private Map<Programme, List<GapMeasure>> items(WorkListRequest request, Content content) {
        var asked = request.programmes().isEmpty()
                ? programmes.all()
                : request.programmes().stream()
                        .distinct()
                        .map(code -> programmes.get(code, "programme"))
                        .toList();
        var items = new LinkedHashMap<Programme, List<GapMeasure>>();
        asked.forEach(programme -> items.put(programme, followUpItems.of(programme, content)));
        return items;
    }

    private static Set<String> dataTypes(Map<Programme, List<GapMeasure>> items, Content content) {
        var types = new TreeSet<>(Set.of("Patient", "RiskAssessment", "Communication"));
        items.forEach((programme, measures) -> {
            types.addAll(content.library(programme.library()).dataTypes());
            measures.forEach(
                    measure -> types.addAll(content.library(measure.library()).dataTypes()));
        });
        return types;
    }

    private static List<WorkItem> needsOf(
            SubjectRecord resident,
            Map<Programme, List<GapMeasure>> items,
            SubjectEvaluator evaluator,
            WorkListRequest request) {
        var record = resident.resources();
        evaluator.enter(new Subject(resident.id(), record));
        var needs = new ArrayList<WorkItem>();
        items.forEach((programme, measures) -> KnownStratum.of(programme, evaluator, record)
                .ifPresent(stratum -> measures.stream()
                        .map(measure -> Gap.of(measure, evaluator))
                        .filter(gap -> request.statuses().contains(gap.status()))
                        .forEach(gap -> needs.add(new WorkItem(
                                resident.id().substring("Patient/".length()),
                                nameIn(record),
                                programme,
                                stratum,
                                gap,
                                Contacts.lastAbout(gap, record))))));
        return needs;
    }

    private static String nameIn(List<Resource> record) {
        return record.stream()
                .filter(Patient.class::isInstance)
                .flatMap(patient -> ((Patient) patient).getName().stream())
                .findFirst()
                .map(HumanName::getNameAsSingleString)
                .orElse("");
    }

    private void refuseTooMany(long residentsToLookAt) {
        if (residentsToLookAt > properties.residentLimit()) {
            throw Refusal.unprocessable(
                    IssueType.TOOCOSTLY,
                    "",
                    "The list has " + residentsToLookAt + " residents, more than the " + properties.residentLimit()
                            + " that are looked at while a client waits. Ask for one practitioner or role, or raise"
                            + " respop.work-list.resident-limit.");
        }
    }
}
