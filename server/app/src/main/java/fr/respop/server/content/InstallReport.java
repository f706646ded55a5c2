package fr.respop.server.content;

import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Tells who installed a package what became of it. */
final class InstallReport {

    private InstallReport() {}

    static OperationOutcome of(Installation done) {
        var outcome = new OperationOutcome();
        var content = done.content();
        add(outcome, "Installed %s %s%s.".formatted(content.name(), content.version(), replaced(done)));
        add(outcome, "created", done.created());
        add(outcome, "updated", done.updated());
        add(outcome, "unchanged", done.unchanged());
        add(outcome, "removed", done.removed());
        return outcome;
    }

    static OperationOutcome ofEqual(ContentPackage content) {
        var outcome = new OperationOutcome();
        add(
                outcome,
                "%s %s is installed already, from an equal package. Nothing was done."
                        .formatted(content.name(), content.version()));
        return outcome;
    }

    private static String replaced(Installation done) {
        return done.before().map(before -> " in place of " + before.version()).orElse("");
    }

    private static void add(OperationOutcome outcome, String kind, List<String> references) {
        if (!references.isEmpty()) {
            add(outcome, "%d %s: %s".formatted(references.size(), kind, String.join(", ", references)));
        }
    }

    private static void add(OperationOutcome outcome, String text) {
        outcome.addIssue()
                .setSeverity(IssueSeverity.INFORMATION)
                .setCode(IssueType.INFORMATIONAL)
                .setDiagnostics(text);
    }
}
