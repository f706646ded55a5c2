package fr.respop.engine.ndjson;

import fr.respop.engine.record.ResourceParser;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import org.hl7.fhir.r4.model.Resource;

/** A resource of a subject, as it stands in a file. */
final class Line {

    /** The same order whatever files the lines stood in, so that ties in the content break alike. */
    static final Comparator<Line> STABLE_ORDER =
            Comparator.comparing((Line line) -> line.type).thenComparing(line -> line.id);

    private final String type;
    private final String id;
    private final byte[] json;

    /** @param json the resource in UTF-8, which nobody changes afterwards */
    Line(String type, String id, byte[] json) {
        this.type = type;
        this.id = id;
        this.json = json;
    }

    static Line readFrom(DataInput input) throws IOException {
        var type = input.readUTF().intern();
        var id = input.readUTF();
        var json = new byte[input.readInt()];
        input.readFully(json);
        return new Line(type, id, json);
    }

    void writeTo(DataOutput output) throws IOException {
        output.writeUTF(type);
        output.writeUTF(id);
        output.writeInt(json.length);
        output.write(json);
    }

    boolean isPatient() {
        return type.equals("Patient");
    }

    boolean isOfSameResource(Line other) {
        return type.equals(other.type) && id.equals(other.id);
    }

    boolean hasSameContent(Line other) {
        return Arrays.equals(json, other.json);
    }

    Resource parse(ResourceParser parser) {
        return parser.parse(type, id, json);
    }

    /** The reference of the resource. */
    @Override
    public String toString() {
        return type + "/" + id;
    }
}
