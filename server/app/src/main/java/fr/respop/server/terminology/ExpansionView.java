package fr.respop.server.terminology;

import fr.respop.server.fhir.Refusal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceDesignationComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a value set's concepts a caller wants to see, and how.
 *
 * @param filter words that the code or the labels of a concept must all contain
 * @param offset how many concepts to leave out at the beginning
 * @param count how many to answer at most
 * @param includesDesignations whether to answer the labels in all languages
 * @param language the language of the display
 * @param activeOnly whether to leave out inactive concepts
 */
record ExpansionView(
        @Nullable String filter,
        @Nullable Integer offset,
        @Nullable Integer count,
        boolean includesDesignations,
        @Nullable String language,
        boolean activeOnly) {

    /** How many concepts are answered at once when the caller sets no count. */
    private static final int MAXIMUM = 10_000;

    ValueSetExpansionComponent of(List<ValueSetExpansionContainsComponent> concepts) {
        var wanted = concepts.stream()
                .filter(concept -> !activeOnly || !concept.getInactive())
                .filter(this::matchesFilter)
                .toList();
        var start = offset == null ? 0 : offset;
        if (count == null && wanted.size() - start > MAXIMUM) {
            throw Refusal.unprocessable(
                    IssueType.TOOCOSTLY,
                    "count",
                    "The value set holds " + wanted.size()
                            + " concepts. Ask for a part with count and offset, or filter.");
        }
        var expansion = new ValueSetExpansionComponent();
        expansion.setTotal(wanted.size());
        expansion.setOffset(start);
        note(expansion, "filter", filter == null ? null : new StringType(filter));
        note(expansion, "count", count == null ? null : new IntegerType(count));
        note(expansion, "displayLanguage", language == null ? null : new CodeType(language));
        note(expansion, "includeDesignations", includesDesignations ? new BooleanType(true) : null);
        note(expansion, "activeOnly", activeOnly ? new BooleanType(true) : null);
        concepts.stream()
                .filter(ValueSetExpansionContainsComponent::hasVersion)
                .map(concept -> concept.getSystem() + "|" + concept.getVersion())
                .distinct()
                .forEach(used -> note(expansion, "version", new UriType(used)));
        wanted.stream()
                .skip(start)
                .limit(count == null ? MAXIMUM : count)
                .map(this::shown)
                .forEach(expansion::addContains);
        return expansion;
    }

    private static void note(ValueSetExpansionComponent expansion, String name, @Nullable Type value) {
        if (value != null) {
            expansion.addParameter().setName(name).setValue(value);
        }
    }

    private ValueSetExpansionContainsComponent shown(ValueSetExpansionContainsComponent concept) {
        var shown = concept.copy();
        shown.setDisplay(Labels.in(language, concept.getDisplay(), concept.getDesignation()));
        if (!includesDesignations) {
            shown.setDesignation(null);
        }
        return shown;
    }

    private boolean matchesFilter(ValueSetExpansionContainsComponent concept) {
        if (filter == null) {
            return true;
        }
        var labels = Stream.concat(
                        Stream.of(concept.getCode(), concept.getDisplay()),
                        concept.getDesignation().stream().map(ConceptReferenceDesignationComponent::getValue))
                .filter(Objects::nonNull)
                .map(ExpansionView::plain)
                .toList();
        return Stream.of(plain(filter).strip().split("\\s+"))
                .allMatch(word -> labels.stream().anyMatch(label -> label.contains(word)));
    }

    /** In lower case and without accents, so that {@code retinopathie} finds {@code Rétinopathie}. */
    private static String plain(String text) {
        var decomposed = Normalizer.normalize(text.replace("œ", "oe").replace("Œ", "oe"), Normalizer.Form.NFD);
        return decomposed.replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
    }
}
