package fr.respop.server.fhir.evaluation;

import com.google.common.base.Suppliers;
import fr.respop.engine.SubjectChunk;
import fr.respop.engine.SubjectRecord;
import fr.respop.engine.SubjectSource;
import fr.respop.server.fhir.evaluation.JdbcResidents.Resident;
import fr.respop.server.fhir.evaluation.PagedSubjectSource.Pages;
import fr.respop.server.fhir.evaluation.ResultPage.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Residents by pages, of whom only those are read whose record was written since the last evaluation of the same kind.
 *
 * <p>The first evaluation makes the pages; later ones take the same, however many residents came, went or changed in
 * between, so that each page of results is found by where it begins. The last page grows.
 */
final class RememberingSubjectSource implements SubjectSource {

    /** Larger pages are fewer to find; smaller ones are less to write again for one resident who changed. */
    private static final int CHUNKS_A_PAGE = 4;

    /** After so many pages progress is told, and the evaluation can be cancelled. */
    private static final int MOST_PAGES_AT_ONCE = 32;

    private final Pages pages;
    private final Supplier<Long> total;
    private final KeptResults kept;
    private final String key;
    private final int measures;
    private final KnownCounts known;
    private final Queue<Changed> changed = new ArrayDeque<>();
    private final Set<PageInWork> inWork = ConcurrentHashMap.newKeySet();
    private final List<ResultPage> complete = new ArrayList<>();
    private long lastPid = -1;
    private boolean isEnd;

    RememberingSubjectSource(Pages pages, KeptResults kept, String key, int measures) {
        this.pages = pages;
        this.total = Suppliers.memoize(pages::total);
        this.kept = kept;
        this.key = key;
        this.measures = measures;
        this.known = new KnownCounts(measures);
    }

    @Override
    public OptionalLong total() {
        return OptionalLong.of(total.get());
    }

    @Override
    public SubjectChunk next(int atMost) {
        var records = new ArrayList<SubjectRecord>();
        while (records.isEmpty() && known.residents() == 0 && !(isEnd && changed.isEmpty())) {
            for (int i = 0; i < MOST_PAGES_AT_ONCE && changed.size() < atMost && !isEnd; i++) {
                readPage(atMost * CHUNKS_A_PAGE);
            }
            records.addAll(records(atMost));
        }
        return new SubjectChunk(records, known.take());
    }

    private void readPage(int atMost) {
        var former = kept.find(key, lastPid);
        var bounded = former.filter(ResultPage::isFollowed);
        var residents =
                bounded.isPresent() ? pages.between(lastPid, bounded.get().upTo()) : pages.after(lastPid, atMost);
        isEnd = bounded.isEmpty() && residents.size() < atMost;
        if (residents.isEmpty() && bounded.isEmpty()) {
            return;
        }
        var upTo = bounded.map(ResultPage::upTo)
                .orElseGet(() -> residents.get(residents.size() - 1).pid());
        sort(residents, upTo, former.map(ResultPage::results).orElse(ResultPage.Results.NONE));
        lastPid = upTo;
    }

    /** Tells residents whose result is known from those who have to be evaluated. */
    private void sort(List<Resident> residents, long upTo, ResultPage.Results former) {
        var entries = former.entries();
        var residentsAt = new int[former.results().length];
        var page = new PageInWork(lastPid, upTo, former, measures, this::complete);
        var unchanged = new HashMap<Resident, Entry>();
        for (var resident : residents) {
            var entry = entries.get(resident.pid());
            if (entry != null && entry.changes() == resident.changes()) {
                residentsAt[entry.place()]++;
                unchanged.put(resident, entry);
            } else {
                changed.add(new Changed(resident, page));
                page.expect();
            }
        }
        known.add(former, residentsAt);
        if (unchanged.size() < residents.size()) {
            unchanged.forEach((resident, entry) -> page.keep(resident.pid(), entry));
            inWork.add(page);
        }
    }

    private List<SubjectRecord> records(int atMost) {
        var taken = new ArrayList<Changed>();
        while (taken.size() < atMost && !changed.isEmpty()) {
            taken.add(changed.remove());
        }
        var found = pages.records(taken.stream().map(Changed::resident).toList());
        var records = new ArrayList<SubjectRecord>();
        for (var one : taken) {
            Optional.ofNullable(found.get(one.resident()))
                    .ifPresentOrElse(record -> records.add(one.evaluated(record, measures)), one.page::giveUp);
        }
        return records;
    }

    private void complete(PageInWork page) {
        inWork.remove(page);
        synchronized (complete) {
            complete.add(page.page());
            if (complete.size() == MOST_PAGES_AT_ONCE) {
                keepComplete();
            }
        }
    }

    private void keepComplete() {
        kept.keep(key, complete);
        complete.clear();
    }

    /** Keeps the pages on which a resident failed, too. */
    @Override
    public void close() {
        inWork.forEach(this::complete);
        synchronized (complete) {
            keepComplete();
        }
    }

    private record Changed(Resident resident, PageInWork page) {

        SubjectRecord evaluated(SubjectRecord record, int measures) {
            return new EvaluatedRecord(record, measures, result -> page.add(resident, result));
        }
    }
}
