package fr.respop.guide.render;

import fr.respop.guide.source.Artifact;
import fr.respop.guide.source.ContentPackage;
import fr.respop.guide.source.GuidePage;
import fr.respop.guide.source.GuideProblem;
import fr.respop.guide.source.Kind;
import fr.respop.guide.source.Language;
import freemarker.template.TemplateMethodModelEx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Renders every page of the site.
 *
 * <p>{@code index.html} offers the languages; each language has a folder with the same pages; {@code json} has every
 * resource once.
 */
public final class SiteRenderer {

    private static final String STYLE_SHEET = "site.css";

    private final Templates templates = new Templates();
    private final Markdown markdown = new Markdown();
    private final Map<String, String> files = new TreeMap<>();

    private SiteRenderer() {}

    /** The files of the site, by their path. */
    public static Map<String, String> render(ContentPackage content, List<GuidePage> pages) {
        var renderer = new SiteRenderer();
        for (Language language : Language.values()) {
            renderer.renderIn(language, content, pages);
        }
        renderer.files.put(STYLE_SHEET, styleSheet());
        renderer.files.put("index.html", renderer.templates.fill("languages", Map.of("guide", content.guide())));
        return renderer.files;
    }

    private void renderIn(Language language, ContentPackage content, List<GuidePage> pages) {
        var site = new Site(content, pages, language);
        for (GuidePage page : pages) {
            put(site, page.name(), "page", Map.of("page", page, "text", text(page, site)));
        }
        put(site, "artifacts", "artifacts", Map.of());
        for (Artifact artifact : content.artifacts()) {
            put(site, artifact.fileName(), "artifact", Map.of("artifact", artifact, "body", bodyOf(artifact.kind())));
            files.put("json/" + artifact.fileName() + ".json", site.json(artifact.resource()));
        }
    }

    private void put(Site site, String name, String template, Map<String, ?> model) {
        Map<String, Object> whole = new HashMap<>(model);
        whole.put("site", site);
        whole.put("file", name + ".html");
        String path = site.getLanguage().code() + "/" + name + ".html";
        try {
            files.put(path, templates.fill(template, whole));
        } catch (GuideProblem problem) {
            throw new GuideProblem(path + ", " + problem.getMessage(), problem);
        }
    }

    /** A kind without a template of its own is shown as its JSON. */
    private String bodyOf(Kind kind) {
        String template = "kind/" + kind.key();
        return templates.exists(template) ? template : "kind/other";
    }

    private String text(GuidePage page, Site site) {
        String source = page.markdown().getOrDefault(site.getLanguage(), "");
        TemplateMethodModelEx table = arguments -> table(page, site, arguments);
        return markdown.toHtml(templates.fillMarkdown(page.name() + ".md", source, Map.of("table", table)));
    }

    /** A table that a written page includes, as {@code ${table("codes", "respop-stratum")}}. */
    private String table(GuidePage page, Site site, List<?> arguments) {
        String name = "table/" + arguments.get(0);
        if (!templates.exists(name)) {
            throw new GuideProblem(page.name() + ".md: there is no table " + arguments.get(0)
                    + ". The templates in ig/src/main/resources/fr/respop/guide/templates/table are the tables.");
        }
        var model = Map.of(
                "site", site, "of", arguments.size() > 1 ? arguments.get(1).toString() : "");
        // In Markdown a blank line would end the HTML.
        return templates.fill(name, model).replaceAll("\\n\\s*\\n", "\n").strip();
    }

    private static String styleSheet() {
        try (var stream = SiteRenderer.class.getResourceAsStream("/fr/respop/guide/" + STYLE_SHEET)) {
            if (stream == null) {
                throw new IllegalStateException(STYLE_SHEET + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
