package fr.respop.server.reasoning;

import ca.uhn.fhir.rest.api.server.IRepositoryFactory;
import fr.respop.server.fhir.FhirOperations;
import fr.respop.server.fhir.evaluation.CurrentContent;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.cqframework.cql.cql2elm.CqlCompilerOptions;
import org.opencds.cqf.fhir.cql.EvaluationSettings;
import org.opencds.cqf.fhir.cr.hapi.common.IActivityDefinitionProcessorFactory;
import org.opencds.cqf.fhir.cr.hapi.common.ILibraryProcessorFactory;
import org.opencds.cqf.fhir.cr.hapi.common.IPlanDefinitionProcessorFactory;
import org.opencds.cqf.fhir.cr.hapi.common.IQuestionnaireProcessorFactory;
import org.opencds.cqf.fhir.cr.hapi.config.CrProcessorConfig;
import org.opencds.cqf.fhir.cr.hapi.r4.activitydefinition.ActivityDefinitionApplyProvider;
import org.opencds.cqf.fhir.cr.hapi.r4.library.LibraryDataRequirementsProvider;
import org.opencds.cqf.fhir.cr.hapi.r4.library.LibraryPackageProvider;
import org.opencds.cqf.fhir.cr.hapi.r4.measure.DataRequirementsOperationProvider;
import org.opencds.cqf.fhir.cr.hapi.r4.measure.SubmitDataProvider;
import org.opencds.cqf.fhir.cr.hapi.r4.plandefinition.PlanDefinitionDataRequirementsProvider;
import org.opencds.cqf.fhir.cr.hapi.r4.plandefinition.PlanDefinitionPackageProvider;
import org.opencds.cqf.fhir.cr.hapi.r4.questionnaire.QuestionnairePackageProvider;
import org.opencds.cqf.fhir.cr.hapi.r4.structuredefinition.StructureDefinitionQuestionnaireProvider;
import org.opencds.cqf.fhir.cr.measure.MeasureEvaluationOptions;
import org.opencds.cqf.fhir.cr.measure.r4.R4DataRequirementsService;
import org.opencds.cqf.fhir.cr.measure.r4.R4SubmitDataService;
import org.opencds.cqf.fhir.utility.client.TerminologyServerClientSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Clinical-reasoning on this server: its settings, and those of its operations that it serves well. */
@Configuration(proxyBeanMethods = false)
@Import(CrProcessorConfig.class)
class ReasoningConfiguration {

    @Bean
    EvaluationSettings evaluationSettings(CurrentContent content) {
        var settings = EvaluationSettings.getDefault();
        settings.setLibraryCache(new ConcurrentHashMap<>());
        settings.setValueSetCache(new ConcurrentHashMap<>());
        // Retrieves by date fail on HAPI's storage, and clinical-reasoning then answers zeros.
        settings.getCqlOptions()
                .getCqlCompilerOptions()
                .getOptions()
                .remove(CqlCompilerOptions.Options.EnableDateRangeOptimization);
        // The library compiles once and forgets nothing by itself: a changed library would be evaluated as it was.
        content.onChange(() -> {
            settings.getLibraryCache().clear();
            settings.getValueSetCache().clear();
        });
        return settings;
    }

    @Bean
    TerminologyServerClientSettings terminologyServerClientSettings() {
        return TerminologyServerClientSettings.getDefault();
    }

    @Bean
    FhirOperations measureDataOperations(IRepositoryFactory repositories, EvaluationSettings settings) {
        var options = new MeasureEvaluationOptions();
        options.setEvaluationSettings(settings);
        return offering(
                new DataRequirementsOperationProvider(
                        request -> new R4DataRequirementsService(repositories.create(request), options)),
                new SubmitDataProvider(request -> new R4SubmitDataService(repositories.create(request))));
    }

    @Bean
    FhirOperations reasoningOperations(
            ILibraryProcessorFactory libraries,
            IPlanDefinitionProcessorFactory planDefinitions,
            IActivityDefinitionProcessorFactory activityDefinitions,
            IQuestionnaireProcessorFactory questionnaires) {
        return offering(
                new LibraryDataRequirementsProvider(libraries),
                new LibraryPackageProvider(libraries),
                new PlanDefinitionDataRequirementsProvider(planDefinitions),
                new PlanDefinitionPackageProvider(planDefinitions),
                new ActivityDefinitionApplyProvider(activityDefinitions),
                new QuestionnairePackageProvider(questionnaires),
                new StructureDefinitionQuestionnaireProvider(questionnaires));
    }

    private static FhirOperations offering(Object... providers) {
        return new FhirOperations() {
            @Override
            public List<?> providers() {
                return List.of(providers);
            }
        };
    }
}
