package fr.respop.content.cases;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Evaluates a case and compares. */
public final class CaseRun {

    private CaseRun() {}

    /** What a package answers otherwise than the case in a folder expects, an expression an entry. */
    public static List<String> differences(Path packageFile, Path folder, String library) {
        try (var stream = Files.newInputStream(packageFile)) {
            return differences(new JavaEngine(PackedContent.read(stream)), CqlCase.read(folder, library));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> differences(JavaEngine engine, CqlCase one) {
        List<String> names = new ArrayList<>();
        one.expected().fieldNames().forEachRemaining(names::add);
        assertThat(names).as("expected expressions of %s", one.folder()).isNotEmpty();
        assertThat(engine.expressions(one.library()))
                .as("%s, case %s: expressions that library %s has", one.library(), one.name(), one.library())
                .containsAll(names);

        var actual = engine.evaluate(one.library(), names, one.subject());

        List<String> differences = new ArrayList<>();
        for (String name : names) {
            JsonNode wanted = NormalForm.asSets(one.expected().path(name));
            JsonNode given = NormalForm.asSets(requireNonNull(actual.get(name)));
            if (!wanted.equals(given)) {
                differences.add("%s, case %s, expression \"%s\": expected %s but was %s"
                        .formatted(one.library(), one.name(), name, wanted, given));
            }
        }
        return differences;
    }
}
