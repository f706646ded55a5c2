package fr.respop.server.bulkimport;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import org.hl7.fhir.r4.model.OperationOutcome;

/** One attempt to store lines of files, and which of them it could not store. */
final class Attempt {

    private static final int NAMED_AT_MOST = 1000;
    private static final int LINES_A_TRANSACTION = 100;
    private static final int CHARACTERS_A_TRANSACTION = 2_000_000;

    private final LineStore store;
    private final LongConsumer progress;
    private final Map<FetchedFile, BitSet> refused = new HashMap<>();
    private final List<RefusedLine> named = new ArrayList<>();
    private boolean hasStoredAny;

    /** @param progress told after each transaction how many lines it was for; what it throws ends the attempt */
    Attempt(LineStore store, LongConsumer progress) {
        this.store = store;
        this.progress = progress;
    }

    /** Stores those lines of a file that are wanted, by their numbers. */
    void store(FetchedFile file, IntPredicate isWanted) {
        try (var lines = new NdjsonLines(file.path())) {
            var together = new ArrayList<ParsedLine>();
            var read = 0;
            var characters = 0;
            while (lines.next()) {
                if (isWanted.test(lines.number())) {
                    parse(file, lines, together);
                    read++;
                    characters += lines.text().length();
                }
                if (read == LINES_A_TRANSACTION || characters > CHARACTERS_A_TRANSACTION) {
                    store(file, together, read);
                    read = 0;
                    characters = 0;
                }
            }
            store(file, together, read);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void parse(FetchedFile file, NdjsonLines lines, List<ParsedLine> parsed) {
        try {
            parsed.add(new ParsedLine(lines.number(), store.parse(file.input().type(), lines)));
        } catch (BaseServerResponseException unusable) {
            refuse(file, lines.number(), (OperationOutcome) unusable.getOperationOutcome());
        }
    }

    private void store(FetchedFile file, List<ParsedLine> together, int read) {
        if (!together.isEmpty()) {
            var before = refused(file);
            store.store(together, (line, reason) -> refuse(file, line.number(), reason));
            hasStoredAny |= refused(file) - before < together.size();
            together.clear();
        }
        progress.accept(read);
    }

    private void refuse(FetchedFile file, int line, OperationOutcome reason) {
        refused.computeIfAbsent(file, first -> new BitSet()).set(line);
        if (named.size() < NAMED_AT_MOST) {
            named.add(new RefusedLine(file.input(), line, reason));
        }
    }

    boolean hasStoredAny() {
        return hasStoredAny;
    }

    boolean hasRefusedAny() {
        return !refused.isEmpty();
    }

    boolean hasRefused(FetchedFile file, int line) {
        return refused.getOrDefault(file, new BitSet()).get(line);
    }

    /** How many lines of a file were refused. */
    int refused(FetchedFile file) {
        return refused.getOrDefault(file, new BitSet()).cardinality();
    }

    /** The first of the lines that were refused, with the reasons. */
    List<RefusedLine> named() {
        return List.copyOf(named);
    }
}
