package fr.respop.content.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Walks a JSON document and tells of each node where it is. */
final class JsonWalk {

    /**
     * A node and the way to it.
     *
     * @param path as FHIRPath would write it, such as {@code group[0].population[1]}
     */
    record Place(String path, JsonNode node) {

        Place child(String field) {
            return new Place(path.isEmpty() ? field : path + "." + field, node.path(field));
        }
    }

    private final List<Place> places = new ArrayList<>();

    private JsonWalk() {}

    /** Every object of the document, the document first. */
    static Stream<Place> objects(JsonNode document) {
        return all(document).filter(place -> place.node().isObject());
    }

    /** Every text of the document. */
    static Stream<Place> texts(JsonNode document) {
        return all(document).filter(place -> place.node().isTextual());
    }

    private static Stream<Place> all(JsonNode document) {
        var walk = new JsonWalk();
        walk.visit(new Place("", document));
        return walk.places.stream();
    }

    private void visit(Place place) {
        places.add(place);
        place.node().fieldNames().forEachRemaining(field -> visit(place.child(field)));
        if (place.node().isArray()) {
            for (int index = 0; index < place.node().size(); index++) {
                visit(new Place(place.path() + "[" + index + "]", place.node().path(index)));
            }
        }
    }
}
