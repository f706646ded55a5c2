package fr.respop.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the result of a population's expression: true stands for the subject itself, false for nobody. */
final class Members {

    private Members() {}

    static List<Object> of(@Nullable Object result, @Nullable Object subject) {
        var members = new ArrayList<Object>();
        if (Boolean.TRUE.equals(result) && subject != null) {
            members.add(subject);
        } else if (result instanceof Iterable<?> items) {
            items.forEach(item -> {
                if (item != null) {
                    members.add(item);
                }
            });
        } else if (result != null && !(result instanceof Boolean)) {
            members.add(result);
        }
        return members;
    }
}
