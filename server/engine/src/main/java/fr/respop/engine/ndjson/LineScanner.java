package fr.respop.engine.ndjson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out what a line is and whom it is about, without making an object of the rest. */
final class LineScanner {

    private static final String PATIENT = "Patient";

    /** {@code Patient/123}, also as the end of a URL, also of a version. */
    private static final Pattern PATIENT_REFERENCE =
            Pattern.compile("(?:.*/)?Patient/([A-Za-z0-9.-]{1,64})(?:/_history/.*)?");

    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();
    private final Set<String> types;

    /** @param types the types that are wanted; Patients always are */
    LineScanner(Set<String> types) {
        this.types = types;
    }

    /**
     * The header of a resource of a wanted type that is about a Patient; empty for any other.
     *
     * @throws IOException if the line is not JSON
     * @throws NoResource if it is JSON, but no resource or one without an id
     */
    Optional<LineHeader> scan(byte[] line, int offset, int length) throws IOException, NoResource {
        try (var parser = json.createParser(line, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new NoResource("is not a resource: a JSON object is expected");
            }
            return resource(parser);
        }
    }

    private Optional<LineHeader> resource(JsonParser parser) throws IOException, NoResource {
        @Nullable String type = null;
        @Nullable String id = null;
        var patients = new LinkedHashSet<String>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            switch (name) {
                case "resourceType" -> {
                    type = text(parser, value);
                    if (type != null && !isWanted(type)) {
                        return Optional.empty();
                    }
                }
                case "id" -> id = text(parser, value);
                case "subject", "patient" -> references(parser, patients);
                default -> parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw new NoResource("holds more than one resource: put each on a line of its own");
        }
        if (type == null) {
            throw new NoResource("is not a resource: it has no resourceType");
        }
        if (id == null) {
            throw new NoResource("is a resource without an id: give it the id by which others refer to it");
        }
        if (type.equals(PATIENT)) {
            return Optional.of(new LineHeader(type, id, Set.of(id)));
        }
        return patients.isEmpty() ? Optional.empty() : Optional.of(new LineHeader(type, id, patients));
    }

    private boolean isWanted(String type) {
        return type.equals(PATIENT) || types.contains(type);
    }

    private static @Nullable String text(JsonParser parser, JsonToken value) throws IOException {
        parser.skipChildren();
        return value == JsonToken.VALUE_STRING ? parser.getText() : null;
    }

    /** One reference, or a list of them. */
    private static void references(JsonParser parser, Set<String> patients) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                reference(parser, patients);
            }
        } else {
            reference(parser, patients);
        }
    }

    private static void reference(JsonParser parser, Set<String> patients) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var isReference = parser.currentName().equals("reference");
            if (parser.nextToken() == JsonToken.VALUE_STRING && isReference) {
                var patient = PATIENT_REFERENCE.matcher(parser.getText());
                if (patient.matches()) {
                    patients.add(patient.group(1));
                }
            }
            parser.skipChildren();
        }
    }

    /** JSON that is no resource with an id; the message is the rest of a sentence that starts with the line. */
    static final class NoResource extends Exception {
        NoResource(String message) {
            super(message);
        }
    }
}
