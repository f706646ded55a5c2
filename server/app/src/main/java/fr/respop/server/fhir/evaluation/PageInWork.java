package fr.respop.server.fhir.evaluation;

import fr.respop.engine.SubjectResult;
import fr.respop.server.fhir.evaluation.JdbcResidents.Resident;
import fr.respop.server.fhir.evaluation.ResultPage.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A page of results of which some residents are being evaluated, by any number of threads. */
final class PageInWork {

    private final long after;
    private final long upTo;
    private final ResultPage.Results former;
    private final ResultPage.Collector results;
    private final Map<Integer, Integer> newPlaces = new HashMap<>();
    private final Consumer<PageInWork> whenComplete;
    private int missing;

    /**
     * A page without residents yet.
     *
     * @param former what the residents came to before
     * @param whenComplete told when there is a result of each resident that was waited for
     */
    PageInWork(long after, long upTo, ResultPage.Results former, int measures, Consumer<PageInWork> whenComplete) {
        this.after = after;
        this.upTo = upTo;
        this.former = former;
        this.results = new ResultPage.Collector(measures);
        this.whenComplete = whenComplete;
    }

    /** A resident who comes to what the resident came to before. */
    void keep(long pid, Entry entry) {
        var place = newPlaces.computeIfAbsent(entry.place(), old -> results.place(former.result(old)));
        results.add(pid, entry.changes(), place);
    }

    /** One more resident is going to be evaluated. */
    void expect() {
        missing++;
    }

    void add(Resident resident, List<SubjectResult> result) {
        synchronized (this) {
            results.add(resident.pid(), resident.changes(), results.place(result));
        }
        giveUp();
    }

    /** A resident who was waited for has no result. */
    void giveUp() {
        if (isLast()) {
            whenComplete.accept(this);
        }
    }

    private synchronized boolean isLast() {
        missing--;
        return missing == 0;
    }

    synchronized ResultPage page() {
        return new ResultPage(after, upTo, false, results.results());
    }
}
