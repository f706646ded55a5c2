package fr.respop.server.fhir.evaluation;

import com.google.common.base.Suppliers;
import fr.respop.engine.SubjectChunk;
import fr.respop.engine.SubjectRecord;
import fr.respop.engine.SubjectSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Residents by pages of rising row number: nothing stays open between two pages, whatever the population's size. */
final class PagedSubjectSource implements SubjectSource {

    /** The pages of a population. */
    interface Pages {
        long total();

        List<JdbcResidents.Resident> after(long pid, int atMost);

        List<JdbcResidents.Resident> between(long after, long upTo);

        /** Of each resident but those who were deleted since. */
        Map<JdbcResidents.Resident, SubjectRecord> records(List<JdbcResidents.Resident> residents);
    }

    private final Pages pages;
    private final Supplier<Long> total;
    private long lastPid = -1;

    PagedSubjectSource(Pages pages) {
        this.pages = pages;
        this.total = Suppliers.memoize(pages::total);
    }

    @Override
    public OptionalLong total() {
        return OptionalLong.of(total.get());
    }

    @Override
    public SubjectChunk next(int atMost) {
        for (var residents = pages.after(lastPid, atMost);
                !residents.isEmpty();
                residents = pages.after(lastPid, atMost)) {
            lastPid = residents.get(residents.size() - 1).pid();
            var records = pages.records(residents);
            if (!records.isEmpty()) {
                return SubjectChunk.of(List.copyOf(records.values()));
            }
        }
        return SubjectChunk.of(List.of());
    }

    @Override
    public void close() {}
}
