package fr.respop.server.terminology;

import fr.respop.server.fhir.Refusal;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;

/** The value set that a request names. */
final class AskedValueSet {

    private AskedValueSet() {}

    /**
     * The value set, named by its id, by its canonical or by sending it.
     *
     * @throws Refusal 400 if it is named in no way or in several, 404 if there is none
     */
    static ValueSet of(
            Terminology terminology,
            @Nullable IdType id,
            @Nullable UriType url,
            @Nullable StringType version,
            @Nullable ValueSet sent) {
        Stream<Optional<Supplier<ValueSet>>> ways = Stream.of(
                Optional.ofNullable(id).map(given -> () -> terminology.byId(ValueSet.class, given)),
                Optional.ofNullable(AskedParameters.text(url))
                        .map(canonical -> AskedParameters.canonical(canonical, AskedParameters.text(version)))
                        .map(canonical -> () -> terminology.valueSet("url", canonical)),
                Optional.ofNullable(sent).map(given -> () -> given));
        var used = ways.flatMap(Optional::stream).toList();
        if (used.size() != 1) {
            throw AskedParameters.required(
                    "url",
                    "Name the value set in exactly one way: ValueSet/<id>/$..., url=<canonical>, or the parameter valueSet"
                            + " with the resource itself.");
        }
        return used.get(0).get();
    }
}
