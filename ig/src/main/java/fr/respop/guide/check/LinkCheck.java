package fr.respop.guide.check;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds links that lead nowhere within a site, and places that are named twice. */
public final class LinkCheck {

    private final Map<String, String> files;
    private final Map<String, Set<String>> places = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private LinkCheck(Map<String, String> files) {
        this.files = files;
    }

    /**
     * What is wrong, one sentence each.
     *
     * @param files text by path
     */
    public static List<String> problems(Map<String, String> files) {
        var check = new LinkCheck(files);
        Map<String, Document> pages = new TreeMap<>();
        files.forEach((path, text) -> {
            if (path.endsWith(".html")) {
                Document page = Jsoup.parse(text);
                pages.put(path, page);
                check.placesOf(path, page);
            }
        });
        pages.forEach(check::linksOf);
        return check.problems;
    }

    private void placesOf(String path, Document page) {
        Set<String> ids = new HashSet<>();
        for (String id : page.select("[id]").eachAttr("id")) {
            if (!ids.add(id)) {
                problems.add(path + " names two places " + id + ".");
            }
        }
        places.put(path, ids);
    }

    private void linksOf(String path, Document page) {
        for (Element link : page.select("a[href], link[href]")) {
            String href = link.attr("href");
            URI target = URI.create(path).resolve(href);
            if (target.isAbsolute()) {
                continue;
            }
            String file = target.getPath().isEmpty() ? path : target.getPath();
            if (!files.containsKey(file)) {
                problems.add(path + " links to " + href + ", which is no file of the site.");
            } else if (target.getFragment() != null
                    && !places.getOrDefault(file, Set.of()).contains(target.getFragment())) {
                problems.add(path + " links to " + href + ", but that page has no such place.");
            }
        }
    }
}
