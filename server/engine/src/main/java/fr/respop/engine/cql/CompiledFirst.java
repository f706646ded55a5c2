package fr.respop.engine.cql;

import fr.respop.engine.compiled.NotCompilable;
import fr.respop.engine.content.CqlLibrary;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Lets compiled definitions answer where they can. What they cannot is the CQL engine's: CQL that is not compiled, and CQL
 * that fails, of which the engine tells why, and where.
 */
final class CompiledFirst {

    private final Set<CqlLibrary> notCompilable = new HashSet<>();

    /** What compiled definitions of the library answer; nothing if the CQL engine has to be asked. */
    <T> Optional<T> answer(CqlLibrary library, Supplier<T> compiled) {
        if (notCompilable.contains(library)) {
            return Optional.empty();
        }
        try {
            return Optional.of(compiled.get());
        } catch (NotCompilable left) {
            notCompilable.add(library);
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            return Optional.empty();
        }
    }
}
