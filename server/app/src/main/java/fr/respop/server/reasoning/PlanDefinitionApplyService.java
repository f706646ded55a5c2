package fr.respop.server.reasoning;

import ca.uhn.fhir.rest.api.server.IRepositoryFactory;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.server.fhir.CqlParameters;
import fr.respop.server.fhir.ResidentEvaluator;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Parameters;
import org.opencds.cqf.fhir.cr.CrSettings;
import org.opencds.cqf.fhir.cr.plandefinition.PlanDefinitionProcessor;
import org.springframework.stereotype.Component;

/** Applies a PlanDefinition with clinical-reasoning, whose every CQL expression our engine answers. */
@Component
class PlanDefinitionApplyService {

    private final IRepositoryFactory repositories;
    private final CrSettings settings;
    private final ResidentEvaluator evaluator;
    private final CqlParameters cqlParameters;

    PlanDefinitionApplyService(
            IRepositoryFactory repositories,
            CrSettings settings,
            ResidentEvaluator evaluator,
            CqlParameters cqlParameters) {
        this.repositories = repositories;
        this.settings = settings;
        this.evaluator = evaluator;
        this.cqlParameters = cqlParameters;
    }

    IBaseResource apply(ApplyRequest asked, Optional<Parameters> parameters, RequestDetails request) {
        var repository = repositories.create(request);
        var expressions = new ResidentLibraryEngine(
                repository, settings.getEvaluationSettings(), evaluator, cqlParameters, asked);
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
                        expressions);
        if (result instanceof CarePlan plan) {
            CarePlanActivities.list(plan);
        }
        return result;
    }
}
