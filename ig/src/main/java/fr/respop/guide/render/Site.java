package fr.respop.guide.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import fr.respop.guide.source.Artifact;
import fr.respop.guide.source.ContentPackage;
import fr.respop.guide.source.CqlLibrary;
import fr.respop.guide.source.Define;
import fr.respop.guide.source.GuidePage;
import fr.respop.guide.source.Kind;
import fr.respop.guide.source.Language;
import fr.respop.guide.source.Programme;
import fr.respop.guide.source.Terminology;
import fr.respop.guide.source.Text;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the templates ask of the guide, in one language. */
public final class Site {

    private static final ObjectWriter JSON = new ObjectMapper()
            .writer(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private final ContentPackage content;
    private final List<GuidePage> pages;
    private final Language language;
    private final Map<String, String> labels;
    private final Map<String, Optional<CqlLibrary>> libraries = new HashMap<>();

    Site(ContentPackage content, List<GuidePage> pages, Language language) {
        this.content = content;
        this.pages = pages;
        this.language = language;
        var bundle = ResourceBundle.getBundle(
                "fr.respop.guide.labels_" + language.code(), Locale.ROOT, Site.class.getClassLoader());
        this.labels = bundle.keySet().stream().collect(Collectors.toMap(key -> key, bundle::getString));
    }

    public ContentPackage getContent() {
        return content;
    }

    public List<GuidePage> getPages() {
        return pages;
    }

    public Language getLanguage() {
        return language;
    }

    /** The site's own words. */
    public Map<String, String> getLabel() {
        return labels;
    }

    public List<Programme> getProgrammes() {
        return Programme.of(content);
    }

    public List<Terminology> getTerminologies() {
        return Terminology.of(content);
    }

    public String titleOf(GuidePage page) {
        return page.titles().getOrDefault(language, page.name());
    }

    /** The kinds of which the package holds something. */
    public List<Kind> getKinds() {
        return Arrays.stream(Kind.values())
                .filter(kind -> !content.ofKind(kind).isEmpty())
                .toList();
    }

    public List<Artifact> ofKind(String key) {
        return content.artifacts().stream()
                .filter(artifact -> artifact.kind().key().equals(key))
                .toList();
    }

    public List<Artifact> examplesOf(String profile) {
        return content.artifacts().stream()
                .filter(artifact -> artifact.isExampleOf(profile))
                .toList();
    }

    /** What a canonical or reference names, if it is in the package. */
    public @Nullable Artifact find(String canonicalOrReference) {
        return content.find(canonicalOrReference).orElse(null);
    }

    public Text text(JsonNode element, String field) {
        return Text.of(element, field, language);
    }

    public Text concept(JsonNode concept) {
        return Text.ofConcept(concept, language);
    }

    /** The label that a code system of the package gives a code, else the display that the coding brings itself. */
    public Text coding(JsonNode coding) {
        return content.find(coding.path("system").asText()).stream()
                .flatMap(system -> system.resource().findParents("code").stream())
                .filter(concept -> concept.has("display"))
                .filter(concept -> concept.path("code").equals(coding.path("code")))
                .findFirst()
                .map(this::concept)
                .orElseGet(() -> Text.ofConcept(coding, language));
    }

    /** The CQL of a library, if it is in the package. */
    public @Nullable CqlLibrary library(String canonical) {
        return libraries.computeIfAbsent(canonical, key -> content.library(key)).orElse(null);
    }

    /** What an expression of a measure or plan means, if the package holds its library. */
    public @Nullable Define define(String library, String expression) {
        CqlLibrary cql = library(library);
        return cql == null ? null : cql.define(expression).orElse(null);
    }

    /** What defines a criterion, if the package holds its library. */
    public @Nullable Define criterion(String library, String id) {
        CqlLibrary cql = library(library);
        return cql == null ? null : cql.criterion(id).orElse(null);
    }

    public String json(JsonNode resource) {
        try {
            return JSON.writeValueAsString(resource) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
