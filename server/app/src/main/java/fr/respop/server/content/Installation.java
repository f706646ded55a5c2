package fr.respop.server.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;

/**
 * What installing a package did.
 *
 * @param content the package
 * @param before the package of the same guide that was there
 * @param created references of the resources that are new on the server
 * @param updated references of the resources that are there anew
 * @param unchanged references of the resources that were there already
 * @param removed references of the resources that only the former package had
 */
record Installation(
        ContentPackage content,
        Optional<InstalledPackage> before,
        List<String> created,
        List<String> updated,
        List<String> unchanged,
        List<String> removed) {

    /** HAPI's code for an update that left the resource as it was. */
    private static final String NO_CHANGE = "SUCCESSFUL_UPDATE_NO_CHANGE";

    /**
     * Tells from a transaction's answer what it did.
     *
     * @param removed references that the transaction deleted
     */
    static Installation of(
            ContentPackage content,
            Optional<InstalledPackage> before,
            List<String> removed,
            Bundle transaction,
            Bundle answer) {
        var created = new ArrayList<String>();
        var updated = new ArrayList<String>();
        var unchanged = new ArrayList<String>();
        for (int i = 0; i < transaction.getEntry().size(); i++) {
            var entry = transaction.getEntry().get(i);
            var response = answer.getEntry().get(i).getResponse();
            if (entry.getRequest().getMethod() == Bundle.HTTPVerb.PUT) {
                var kind =
                        response.getStatus().startsWith("201") ? created : isUnchanged(response) ? unchanged : updated;
                kind.add(entry.getRequest().getUrl());
            }
        }
        return new Installation(content, before, created, updated, unchanged, removed);
    }

    private static boolean isUnchanged(Bundle.BundleEntryResponseComponent response) {
        return response.getOutcome() instanceof org.hl7.fhir.r4.model.OperationOutcome outcome
                && outcome.getIssue().stream()
                        .flatMap(issue -> issue.getDetails().getCoding().stream())
                        .anyMatch(coding -> NO_CHANGE.equals(coding.getCode()));
    }
}
