package fr.respop.server.fhir.evaluation;

import fr.respop.engine.SubjectRecord;
import fr.respop.engine.SubjectSource;
import java.util.List;
import java.util.OptionalLong;

/** Residents by pages of rising row number: nothing stays open between two pages, whatever the population's size. */
final class PagedSubjectSource implements SubjectSource {

    /** The pages of a population. */
    interface Pages {
        long total();

        List<JdbcResidents.Resident> after(long pid, int atMost);

        List<JdbcResidents.Resident> between(long after, long upTo);

        List<SubjectRecord> records(List<JdbcResidents.Resident> residents);
    }

    private final Pages pages;
    private long lastPid = -1;

    PagedSubjectSource(Pages pages) {
        this.pages = pages;
    }

    @Override
    public OptionalLong total() {
        return OptionalLong.of(pages.total());
    }

    @Override
    public List<? extends SubjectRecord> next(int atMost) {
        var residents = pages.after(lastPid, atMost);
        if (!residents.isEmpty()) {
            lastPid = residents.get(residents.size() - 1).pid();
        }
        return pages.records(residents);
    }

    @Override
    public void close() {}
}
