package fr.respop.server.fhir;

import ca.uhn.fhir.batch2.jobs.config.Batch2JobsConfig;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.config.ThreadPoolFactoryConfig;
import ca.uhn.fhir.jpa.batch2.JpaBatch2Config;
import ca.uhn.fhir.jpa.config.HapiJpaConfig;
import ca.uhn.fhir.jpa.config.r4.JpaR4Config;
import ca.uhn.fhir.jpa.dao.IFulltextSearchSvc;
import ca.uhn.fhir.jpa.dao.ITransactionProcessorVersionAdapter;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.config.SubscriptionSettings;
import ca.uhn.fhir.jpa.subscription.channel.config.SubscriptionChannelConfig;
import ca.uhn.fhir.jpa.subscription.match.config.SubscriptionProcessorConfig;
import ca.uhn.fhir.jpa.subscription.match.deliver.email.IEmailSender;
import ca.uhn.fhir.jpa.subscription.match.matcher.subscriber.SubscriptionActivatingListener;
import ca.uhn.fhir.jpa.subscription.match.registry.SubscriptionRegistry;
import ca.uhn.fhir.jpa.subscription.submit.config.SubscriptionSubmitterConfig;
import ca.uhn.fhir.validation.IInstanceValidatorModule;
import fr.respop.server.fhir.border.BatchEntryErrors;
import fr.respop.server.fhir.validation.ReusingValidator;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.dstu2.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r5.utils.validation.IValidationPolicyAdvisor;
import org.hl7.fhir.r5.utils.validation.IValidatorResourceFetcher;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** How HAPI stores, indexes and searches, with rest-hook subscriptions and its batch jobs (bulk export). */
@Configuration(proxyBeanMethods = false)
@Import({
    JpaR4Config.class,
    HapiJpaConfig.class,
    JpaBatch2Config.class,
    Batch2JobsConfig.class,
    SubscriptionSubmitterConfig.class,
    SubscriptionProcessorConfig.class,
    SubscriptionChannelConfig.class,
    ThreadPoolFactoryConfig.class
})
class StorageConfiguration {

    @Bean
    JpaStorageSettings storageSettings(FhirProperties properties, FhirContext context) {
        // Who decided on what, and from what: that is a matter of versions.
        context.getParserOptions()
                .setDontStripVersionsFromReferencesAtPaths(
                        "AuditEvent.entity.what", "Provenance.entity.what", "Provenance.target");
        var settings = new JpaStorageSettings();
        settings.setResourceClientIdStrategy(JpaStorageSettings.ClientIdStrategyEnum.ANY);
        settings.setResourceServerIdStrategy(JpaStorageSettings.IdStrategyEnum.UUID);
        settings.setAllowExternalReferences(true);
        settings.setAutoCreatePlaceholderReferenceTargets(false);
        settings.setEnforceReferentialIntegrityOnWrite(true);
        settings.setIndexMissingFields(JpaStorageSettings.IndexEnabledEnum.DISABLED);
        settings.setFetchSizeDefaultMaximum(properties.maximumPageSize());
        // An evaluation right after a write must see that write, so no search result is reused.
        settings.setReuseCachedSearchResultsForMillis(null);
        // Expansion is cheap for value sets that list their codes; doing it ahead would need Hibernate Search.
        settings.setPreExpandValueSets(false);
        settings.setEnableTaskPreExpandValueSets(false);
        settings.setHibernateSearchIndexSearchParams(false);
        settings.setHibernateSearchIndexFullText(false);
        settings.setMarkResourcesForReindexingUponSearchParameterChange(true);
        return settings;
    }

    @Bean
    PartitionSettings partitionSettings() {
        return new PartitionSettings();
    }

    @Bean
    SubscriptionSettings subscriptionSettings() {
        var settings = new SubscriptionSettings();
        settings.addSupportedSubscriptionType(SubscriptionChannelType.RESTHOOK);
        return settings;
    }

    /** In place of HAPI's bean of this name. */
    @Bean
    SubscriptionActivatingListener subscriptionActivatingSubscriber() {
        return new SearchSubscriptions.Activation();
    }

    /** In place of HAPI's bean of this name. */
    @Bean
    SubscriptionRegistry subscriptionRegistry() {
        return new SearchSubscriptions.Registry();
    }

    /** In place of HAPI's bean of this name. */
    @Bean
    ITransactionProcessorVersionAdapter<Bundle, BundleEntryComponent> transactionProcessorVersionFacade() {
        return new BatchEntryErrors();
    }

    /** In place of HAPI's bean of this name. */
    @Bean("myInstanceValidator")
    IInstanceValidatorModule instanceValidator(
            FhirContext context,
            IValidationSupport support,
            WorkerContextValidationSupportAdapter workerContext,
            IValidatorResourceFetcher fetcher,
            IValidationPolicyAdvisor policy) {
        var validator = new ReusingValidator(context);
        validator.setWrappedWorkerContext(support, workerContext);
        validator.setValidatorResourceFetcher(fetcher);
        validator.setValidatorPolicyAdvisor(policy);
        return validator;
    }

    /**
     * None, in place of HAPI's bean of this name: where there is one, its terminology asks a full-text index that is not
     * kept, and fails.
     */
    @Bean
    @Nullable
    IFulltextSearchSvc fullTextSearchSvc() {
        return null;
    }

    /** HAPI's subscription module asks for one; no email channel is supported, so it is never called. */
    @Bean
    IEmailSender emailSender() {
        return details -> {
            throw new UnsupportedOperationException("Email subscriptions are not supported");
        };
    }
}
