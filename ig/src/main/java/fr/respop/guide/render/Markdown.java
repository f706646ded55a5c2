package fr.respop.guide.render;

import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown as on GitHub: tables, and headings that can be linked to. HTML in it stays as it is. */
final class Markdown {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .attributeProviderFactory(context -> Markdown::addScope)
            .build();

    String toHtml(String markdown) {
        return renderer.render(parser.parse(markdown));
    }

    /** A screen reader names the column of each cell. */
    private static void addScope(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof TableCell && tag.equals("th")) {
            attributes.put("scope", "col");
        }
    }
}
