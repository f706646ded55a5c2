package fr.respop.engine.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the pure functions of one library answered: which result a code stands for is the same for every subject. Safe for
 * any number of threads.
 */
public final class KnownAnswers {

    /** Answers are small; this many are all that a content asks as a rule. */
    private static final int MOST_ANSWERS = 10_000;

    private final Map<Question, Optional<Object>> answers = new ConcurrentHashMap<>();

    KnownAnswers() {}

    /**
     * A question to a pure function.
     *
     * @param arguments values that are equal when they mean the same
     */
    public record Question(String function, List<@Nullable Object> arguments) {}

    /** The answer as it was the first time. */
    public @Nullable Object get(Question question, Supplier<@Nullable Object> function) {
        var known = answers.get(question);
        if (known == null) {
            known = Optional.ofNullable(function.get());
            if (answers.size() >= MOST_ANSWERS) {
                answers.clear();
            }
            answers.put(question, known);
        }
        return known.orElse(null);
    }
}
