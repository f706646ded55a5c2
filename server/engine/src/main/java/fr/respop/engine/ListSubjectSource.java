package fr.respop.engine;

import java.util.List;
import java.util.OptionalLong;

final class ListSubjectSource implements SubjectSource {

    private final List<? extends SubjectRecord> subjects;
    private int given;

    ListSubjectSource(List<? extends SubjectRecord> subjects) {
        this.subjects = List.copyOf(subjects);
    }

    @Override
    public OptionalLong total() {
        return OptionalLong.of(subjects.size());
    }

    @Override
    public SubjectChunk next(int atMost) {
        var chunk = subjects.subList(given, Math.min(subjects.size(), given + atMost));
        given += chunk.size();
        return SubjectChunk.of(chunk);
    }

    @Override
    public void close() {}
}
