package fr.respop.content.check;

import fr.respop.content.source.Content;
import fr.respop.content.source.ContentProblem;
import java.util.List;
import java.util.stream.Collectors;

/** Applies every rule to the content. */
public final class ContentCheck {

    private static final List<Rule> RULES = List.of(
            new NamesAgree(),
            new VersionsAgree(),
            new CanonicalsAreUnique(),
            new CanonicalsExist(),
            new CodesExist(),
            new ValueSetsExist(),
            new ValueSetsAreEnumerated(),
            new ExpressionsExist(),
            new ConditionsNameExpressions(),
            new PlansEnd(),
            new CqlIsReproducible());

    private ContentCheck() {}

    /** Refuses content that breaks a rule; the message lists every finding. */
    public static void check(Content content) {
        List<Finding> findings = findings(content);
        if (!findings.isEmpty()) {
            throw new ContentProblem(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        }
    }

    /** Every broken rule, none when the content is sound. */
    public static List<Finding> findings(Content content) {
        return RULES.stream().flatMap(rule -> rule.findings(content)).distinct().toList();
    }
}
