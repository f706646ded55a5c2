package fr.respop.server.content;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.content.check.Finding;
import fr.respop.server.content.InstalledPackage.Installer;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.ServerLocks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Installs packages: one after the other on all servers of a database, each checked and in one transaction.
 *
 * <p>The package's ImplementationGuide is part of the transaction and bears the package's digest, so there is either no
 * trace of a package or all of it. What only the former package of the same guide had is removed.
 */
@Component
class PackageInstaller {

    private static final String LOCK = "content";

    private final LocalStore store;
    private final FhirContext context;
    private final ServerLocks locks;
    private final TransactionTemplate lockTransaction;
    private final TransactionTemplate outsideOfIt;

    PackageInstaller(
            LocalStore store, FhirContext context, ServerLocks locks, PlatformTransactionManager transactions) {
        this.store = store;
        this.context = context;
        this.locks = locks;
        this.lockTransaction = new TransactionTemplate(transactions);
        // The transaction that installs is one of its own, because HAPI's begin where there is none.
        this.outsideOfIt = new TransactionTemplate(transactions);
        outsideOfIt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /**
     * Installs a package unless it is installed already or may not replace what is.
     *
     * @param mayReplace whether it replaces the package of the same guide, asked when that has another digest
     * @return what was done; empty if nothing
     */
    Optional<Installation> install(
            ContentPackage content, Installer installer, Predicate<InstalledPackage> mayReplace) {
        return Objects.requireNonNull(lockTransaction.execute(locked -> {
            locks.hold(LOCK);
            return outsideOfIt.execute(free -> installUnlessItStays(content, installer, mayReplace));
        }));
    }

    private Optional<Installation> installUnlessItStays(
            ContentPackage content, Installer installer, Predicate<InstalledPackage> mayReplace) {
        var before = store.find(
                        ImplementationGuide.class,
                        content.guide().getIdElement().getIdPart())
                .map(InstalledPackage::new);
        var stays = before.filter(installed -> installed.hasDigest(content.digest()) || !mayReplace.test(installed));
        return stays.isPresent() ? Optional.empty() : Optional.of(install(content, installer, before));
    }

    private Installation install(ContentPackage content, Installer installer, Optional<InstalledPackage> before) {
        var own = new TreeSet<String>();
        content.parts().forEach(part -> own.add(part.reference()));
        var removed = new TreeSet<>(before.map(InstalledPackage::references).orElse(Set.of()));
        removed.removeAll(own);
        refuseIfBroken(content, own, removed);
        InstalledPackage.mark(content, installer);
        var bundle = transactionOf(content, removed);
        return Installation.of(content, before, List.copyOf(removed), bundle, store.transaction(bundle));
    }

    private void refuseIfBroken(ContentPackage content, Set<String> own, Set<String> removed) {
        var replaced = new HashSet<>(own);
        replaced.addAll(removed);
        var findings = new ArrayList<>(resourcesOfOthers(content));
        findings.addAll(new PackageCheck(content, new InstalledContent(store, context, replaced)).findings());
        if (!findings.isEmpty()) {
            throw RefusedPackage.of(findings.stream().map(Finding::toString).toList());
        }
    }

    /** A package may not take away what another one brought. */
    private List<Finding> resourcesOfOthers(ContentPackage content) {
        var findings = new ArrayList<Finding>();
        for (var guide : store.search(ImplementationGuide.class, "")) {
            var other = new InstalledPackage(guide);
            if (InstalledPackage.isMarked(guide) && !other.name().equals(content.name())) {
                var theirs = other.references();
                content.parts().stream()
                        .filter(part -> theirs.contains(part.reference()))
                        .map(part -> new Finding(
                                part.artifact().file().toString(),
                                "%s belongs to the package %s, which is installed."
                                        .formatted(part.reference(), other.name()),
                                "Give it another id."))
                        .forEach(findings::add);
            }
        }
        return findings;
    }

    private static Bundle transactionOf(ContentPackage content, Set<String> removed) {
        var bundle = new Bundle();
        bundle.setType(Bundle.BundleType.TRANSACTION);
        for (var part : content.parts()) {
            bundle.addEntry()
                    .setFullUrl("https://respop.org/fhir/" + part.reference())
                    .setResource(part.resource())
                    .getRequest()
                    .setMethod(Bundle.HTTPVerb.PUT)
                    .setUrl(part.reference());
        }
        removed.forEach(reference ->
                bundle.addEntry().getRequest().setMethod(Bundle.HTTPVerb.DELETE).setUrl(reference));
        return bundle;
    }
}
