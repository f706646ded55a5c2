package fr.respop.server.reasoning;

import ca.uhn.fhir.repository.IRepository;
import ca.uhn.fhir.rest.api.server.IRepositoryFactory;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import fr.respop.server.fhir.CarePlans;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.ConceptNames;
import fr.respop.server.fhir.evaluation.CqlParameters;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.evaluation.OpenRecord;
import fr.respop.server.fhir.evaluation.ResidentEvaluator;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.opencds.cqf.fhir.cql.LibraryEngine;
import org.opencds.cqf.fhir.cr.CrSettings;
import org.opencds.cqf.fhir.cr.plandefinition.PlanDefinitionProcessor;
import org.springframework.stereotype.Component;

/** Applies a PlanDefinition with clinical-reasoning, whose every CQL expression our engine answers. */
@Component
class PlanDefinitionApplyService implements CarePlans {

    private final IRepositoryFactory repositories;
    private final KnownDefinitions definitions;
    private final CrSettings settings;
    private final ResidentEvaluator evaluator;
    private final CqlParameters cqlParameters;
    private final ConceptNames names;
    private final EvaluationProperties properties;

    PlanDefinitionApplyService(
            IRepositoryFactory repositories,
            KnownDefinitions definitions,
            CrSettings settings,
            ResidentEvaluator evaluator,
            CqlParameters cqlParameters,
            ConceptNames names,
            EvaluationProperties properties) {
        this.repositories = repositories;
        this.definitions = definitions;
        this.settings = settings;
        this.evaluator = evaluator;
        this.cqlParameters = cqlParameters;
        this.names = names;
        this.properties = properties;
    }

    @Override
    public CarePlan make(String planDefinition, String patientId, Reference author) {
        var asked = ApplyRequest.of(
                null,
                planDefinition,
                "Patient/" + patientId,
                author.getReference(),
                null,
                ApplyRequest.yearUntil(LocalDate.now(properties.clock()), properties.timeZone()));
        return (CarePlan) apply(asked, Optional.empty(), new SystemRequestDetails());
    }

    IBaseResource apply(ApplyRequest asked, Optional<Parameters> parameters, RequestDetails request) {
        var resident = evaluator.open(asked.patientId(), asked.period());
        var repository = definitions.in(repositories.create(request), resident.patient());
        var result = new PlanDefinitionProcessor(repository, settings)
                .apply(
                        asked.planDefinition(),
                        "Patient/" + asked.patientId(),
                        null,
                        asked.practitioner(),
                        asked.organization(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        parameters.orElse(null),
                        null,
                        null,
                        expressions(repository, resident));
        if (result instanceof CarePlan plan) {
            refuseIfIncomplete(plan.getContained());
            CarePlanActivities.list(plan, names);
        }
        return result;
    }

    IBaseResource applyAsR5(ApplyRequest asked, Optional<Parameters> parameters, RequestDetails request) {
        var resident = evaluator.open(asked.patientId(), asked.period());
        var repository = definitions.in(repositories.create(request), resident.patient());
        var result = (Parameters) new PlanDefinitionProcessor(repository, settings)
                .applyR5(
                        asked.planDefinition(),
                        List.of("Patient/" + asked.patientId()),
                        null,
                        asked.practitioner(),
                        asked.organization(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        parameters.orElse(null),
                        null,
                        null,
                        expressions(repository, resident));
        result.getParameter().stream()
                .map(parameter -> (Bundle) parameter.getResource())
                .flatMap(bundle -> bundle.getEntry().stream())
                .map(entry -> (DomainResource) entry.getResource())
                .forEach(resource -> refuseIfIncomplete(resource.getContained()));
        return result;
    }

    private LibraryEngine expressions(IRepository repository, OpenRecord resident) {
        return new ResidentLibraryEngine(repository, settings.getEvaluationSettings(), resident, cqlParameters);
    }

    /** Clinical-reasoning leaves out what it cannot evaluate and notes it inside: half a plan is no plan. */
    private static void refuseIfIncomplete(List<Resource> contained) {
        contained.stream()
                .filter(OperationOutcome.class::isInstance)
                .map(OperationOutcome.class::cast)
                .flatMap(outcome -> outcome.getIssue().stream())
                .filter(issue ->
                        issue.getSeverity() == IssueSeverity.ERROR || issue.getSeverity() == IssueSeverity.FATAL)
                .findFirst()
                .ifPresent(issue -> {
                    throw Refusal.unprocessable(
                            IssueType.PROCESSING,
                            "PlanDefinition.action",
                            "The plan cannot be made: " + issue.getDiagnostics());
                });
    }
}
