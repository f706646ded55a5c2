package fr.respop.guide.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A page that people wrote, in both languages: {@code strata.md} and {@code strata-fr.md}.
 *
 * @param name the name of its file, without language and ending
 * @param titles its title in each language
 * @param markdown its text in each language
 */
public record GuidePage(String name, Map<Language, String> titles, Map<Language, String> markdown) {

    private static final String FRENCH_ENDING = "-fr";

    /** The pages that the ImplementationGuide lists, in its order, read from the folder that must hold just these. */
    public static List<GuidePage> read(JsonNode guide, Path folder) {
        Map<String, String> titles = new TreeMap<>();
        List<String> names = new ArrayList<>();
        for (JsonNode page : guide.at("/definition/page/page")) {
            String file = page.path("nameUrl").asText().replaceFirst("\\.html$", "");
            titles.put(file, page.path("title").asText());
            if (!file.endsWith(FRENCH_ENDING)) {
                names.add(file);
            }
        }
        Map<String, String> texts = texts(folder);
        if (!titles.keySet().equals(texts.keySet())) {
            throw new GuideProblem(
                    "The guide lists the pages " + titles.keySet() + ", but " + folder + " holds "
                            + texts.keySet()
                            + ". List each page under `pages:` in ig/sushi-config.yaml and recompile the guide (ig/README.md).");
        }
        return names.stream().map(name -> page(name, titles, texts)).toList();
    }

    private static GuidePage page(String name, Map<String, String> titles, Map<String, String> texts) {
        Map<Language, String> pageTitles = new TreeMap<>();
        Map<Language, String> markdown = new TreeMap<>();
        for (Language language : Language.values()) {
            String file = language == Language.FRENCH ? name + FRENCH_ENDING : name;
            String text = texts.get(file);
            String title = titles.get(file);
            if (text == null || title == null) {
                throw new GuideProblem("There is no page " + file + ".md. Write " + name
                        + ".md in both languages, the French one as " + name + FRENCH_ENDING + ".md.");
            }
            markdown.put(language, text);
            pageTitles.put(language, title);
        }
        return new GuidePage(name, pageTitles, markdown);
    }

    private static Map<String, String> texts(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        try (var files = Files.newDirectoryStream(folder, "*.md")) {
            for (Path file : files) {
                texts.put(String.valueOf(file.getFileName()).replaceFirst("\\.md$", ""), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
