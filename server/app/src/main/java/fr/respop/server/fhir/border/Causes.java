package fr.respop.server.fhir.border;

import com.google.common.base.Throwables;
import java.util.Optional;

/** Looks through an exception for what made it. */
final class Causes {

    private Causes() {}

    /** The outermost exception of the type, the failure itself included. */
    static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return Throwables.getCausalChain(failure).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
