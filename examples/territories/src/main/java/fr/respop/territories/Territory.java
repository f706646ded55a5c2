package fr.respop.territories;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** One of the programme's five pioneer territories: its communes, and the published pyramid of each programme. */
public record Territory(String id, String name, List<Commune> communes, Map<Programme, Pyramid> publishedPyramids) {

    private static final List<Territory> ALL = Territories.read();

    public Territory {
        communes = List.copyOf(communes);
        publishedPyramids = Map.copyOf(publishedPyramids);
    }

    /** The five territories, in alphabetical order of their ids. */
    public static List<Territory> all() {
        return ALL;
    }

    public static Territory byId(String id) {
        return ALL.stream()
                .filter(territory -> territory.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown territory " + id + ", known are "
                        + ALL.stream().map(Territory::id).toList()));
    }

    public Pyramid publishedPyramid(Programme programme) {
        return Objects.requireNonNull(publishedPyramids.get(programme));
    }

    /** The published diabetes pyramid. */
    public Pyramid publishedPyramid() {
        return publishedPyramid(Programme.DIABETES);
    }

    /** The postal codes of all communes, each once, in order. */
    public List<String> postalCodes() {
        var codes = new TreeSet<String>();
        communes.forEach(commune -> codes.addAll(commune.postalCodes()));
        return List.copyOf(codes);
    }
}
