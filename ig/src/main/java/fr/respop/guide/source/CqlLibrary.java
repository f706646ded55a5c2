package fr.respop.guide.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The CQL of a library.
 *
 * @param text the whole source
 * @param defines its definitions, functions among them, in the order of the source
 */
public record CqlLibrary(String text, List<Define> defines) {

    static CqlLibrary of(Artifact library) {
        for (JsonNode content : library.resource().path("content")) {
            if (content.path("contentType").asText().equals("text/cql")) {
                byte[] cql = Base64.getDecoder().decode(content.path("data").asText());
                return of(new String(cql, StandardCharsets.UTF_8));
            }
        }
        return of("");
    }

    static CqlLibrary of(String text) {
        return new CqlLibrary(text, CqlDefines.in(text));
    }

    /** The definition of this name; of an overloaded function the first. */
    public Optional<Define> define(String name) {
        return defines.stream().filter(define -> define.name().equals(name)).findFirst();
    }

    /** The definition with a meaning whose name begins with the id of a criterion, such as {@code D4.1}. */
    public Optional<Define> criterion(String id) {
        return defines.stream()
                .filter(define -> define.name().startsWith(id + " "))
                .filter(define -> !define.meaning().isEmpty())
                .findFirst();
    }

    /** The source in pieces, each definition a piece of its own, so that a page can mark where it begins. */
    public List<Piece> pieces() {
        var pieces = new ArrayList<Piece>();
        int end = 0;
        for (Define define : defines) {
            int start = text.indexOf(define.cql(), end);
            pieces.add(new Piece("", text.substring(end, start)));
            pieces.add(new Piece(define.anchor(), define.cql()));
            end = start + define.cql().length();
        }
        pieces.add(new Piece("", text.substring(end)));
        return pieces;
    }

    /** A piece of the source; the anchor is empty between definitions. */
    public record Piece(String anchor, String text) {}
}
