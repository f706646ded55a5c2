package fr.respop.server.fhir.evaluation;

import fr.respop.engine.content.Content;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is made from the stored content, once for each state of it. Safe for any number of threads.
 *
 * @param <T> what is made
 */
public final class PerContent<T> {

    private final CurrentContent current;
    private final Function<Content, T> make;
    private volatile @Nullable Made<T> made;

    public PerContent(CurrentContent current, Function<Content, T> make) {
        this.current = current;
        this.make = make;
    }

    /** As of now: made anew after every change of the content. */
    public T get() {
        var content = current.get();
        var known = made;
        if (known == null || known.from() != content) {
            known = new Made<>(content, make.apply(content));
            made = known;
        }
        return known.value();
    }

    private record Made<T>(Content from, T value) {}
}
