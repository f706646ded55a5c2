package fr.respop.server.fhir.evaluation;

import fr.respop.engine.SubjectRecord;
import fr.respop.engine.SubjectSource;
import fr.respop.server.fhir.evaluation.JdbcResidents.Resident;
import fr.respop.server.fhir.evaluation.PagedSubjectSource.Pages;
import fr.respop.server.fhir.evaluation.ResultPage.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Residents by pages, of whom only those are read whose record was written since the last evaluation of the same kind.
 *
 * <p>The first evaluation makes the pages; later ones take the same, however many residents came, went or changed in
 * between, so that each page of results is found by where it begins. The last page grows.
 */
final class RememberingSubjectSource implements SubjectSource {

    private final Pages pages;
    private final ResidentChanges changes;
    private final KeptResults kept;
    private final String key;
    private final int measures;
    private final Queue<SubjectRecord> ready = new ArrayDeque<>();
    private final Set<PageInWork> inWork = ConcurrentHashMap.newKeySet();
    private long lastPid = -1;

    RememberingSubjectSource(Pages pages, ResidentChanges changes, KeptResults kept, String key, int measures) {
        this.pages = pages;
        this.changes = changes;
        this.kept = kept;
        this.key = key;
        this.measures = measures;
    }

    @Override
    public OptionalLong total() {
        return OptionalLong.of(pages.total());
    }

    @Override
    public List<? extends SubjectRecord> next(int atMost) {
        var isEnd = false;
        while (ready.isEmpty() && !isEnd) {
            isEnd = !readPage(atMost);
        }
        var chunk = new ArrayList<SubjectRecord>();
        while (chunk.size() < atMost && !ready.isEmpty()) {
            chunk.add(ready.remove());
        }
        return chunk;
    }

    /** @return whether there may be more pages */
    private boolean readPage(int atMost) {
        var former = kept.find(key, lastPid);
        var bounded = former.filter(ResultPage::isFollowed);
        var residents =
                bounded.isPresent() ? pages.between(lastPid, bounded.get().upTo()) : pages.after(lastPid, atMost);
        if (residents.isEmpty() && bounded.isEmpty()) {
            return false;
        }
        var upTo = bounded.map(ResultPage::upTo)
                .orElseGet(() -> residents.get(residents.size() - 1).pid());
        var results = former.map(page -> page.results().entries()).orElse(Map.of());
        handOut(residents, results, new PageInWork(lastPid, upTo));
        lastPid = upTo;
        return true;
    }

    private void handOut(List<Resident> residents, Map<Long, Entry> results, PageInWork page) {
        // Counts are read before records: what is written in between counts as a change the next time.
        var counts = changes.of(residents.stream().map(Resident::id).toList());
        var changed = new ArrayList<Resident>();
        for (var resident : residents) {
            var result = results.get(resident.pid());
            if (result != null && Long.valueOf(result.changes()).equals(counts.get(resident.id()))) {
                page.keep(resident.pid(), result);
                ready.add(new KnownRecord("Patient/" + resident.id(), result.results()));
            } else {
                changed.add(resident);
            }
        }
        if (changed.isEmpty()) {
            return;
        }
        var records = pages.records(changed);
        page.await(changed.size());
        inWork.add(page);
        for (int i = 0; i < records.size(); i++) {
            var resident = changed.get(i);
            var count = counts.get(resident.id());
            ready.add(
                    count == null
                            ? records.get(i)
                            : new EvaluatedRecord(
                                    records.get(i),
                                    measures,
                                    found -> page.add(resident.pid(), new Entry(count, found))));
        }
    }

    /** Keeps the pages on which a resident failed, too. */
    @Override
    public void close() {
        inWork.forEach(PageInWork::write);
    }

    /** A page of which some residents are being evaluated. */
    private final class PageInWork {

        private final long after;
        private final long upTo;
        private final Map<Long, Entry> results = new HashMap<>();
        private int missing;

        PageInWork(long after, long upTo) {
            this.after = after;
            this.upTo = upTo;
        }

        void keep(long pid, Entry entry) {
            results.put(pid, entry);
        }

        void await(int residents) {
            missing = residents;
        }

        synchronized void add(long pid, Entry entry) {
            results.put(pid, entry);
            missing--;
            if (missing == 0) {
                write();
            }
        }

        synchronized void write() {
            inWork.remove(this);
            kept.keep(key, new ResultPage(after, upTo, false, ResultPage.Results.of(results)));
        }
    }
}
