package fr.respop.guide.render;

import fr.respop.guide.source.GuideProblem;
import freemarker.cache.ClassTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.UndefinedOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** The templates of the site. What a template or page gets wrong ends the build, with the place. */
final class Templates {

    private final Configuration html = configuration();
    private final Configuration markdown = configuration();

    Templates() {
        html.setTemplateLoader(new ClassTemplateLoader(Templates.class, "/fr/respop/guide/templates"));
        html.setOutputFormat(HTMLOutputFormat.INSTANCE);
        html.addAutoImport("ui", "ui.ftlh");
        markdown.setOutputFormat(UndefinedOutputFormat.INSTANCE);
        markdown.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
    }

    private static Configuration configuration() {
        var configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setObjectWrapper(new JsonWrapper());
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("computer");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        return configuration;
    }

    boolean exists(String name) {
        return Templates.class.getResource("/fr/respop/guide/templates/" + name + ".ftlh") != null;
    }

    /** Fills the template of this name. */
    String fill(String name, Map<String, ?> model) {
        try {
            return process(html.getTemplate(name + ".ftlh"), model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills in what a written page includes, such as {@code ${table("items")}}. */
    String fillMarkdown(String page, String text, Map<String, ?> model) {
        try {
            return process(new Template(page, text, markdown), model);
        } catch (IOException e) {
            throw new GuideProblem(page + ": " + e.getMessage(), e);
        }
    }

    private static String process(Template template, Map<String, ?> model) throws IOException {
        var text = new StringWriter();
        try {
            template.process(model, text);
        } catch (TemplateException e) {
            throw new GuideProblem(template.getName() + ": " + e.getMessageWithoutStackTop(), e);
        }
        return text.toString();
    }
}
