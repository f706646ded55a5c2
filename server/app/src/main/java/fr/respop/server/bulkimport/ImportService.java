package fr.respop.server.bulkimport;

import fr.respop.server.fhir.background.RunningTask;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Fetches files, then stores what is in them. */
@Component
class ImportService {

    /** What others refer to comes first, so that most lines are stored at the first attempt. */
    private static final List<String> FIRST = List.of(
            "Organization",
            "Location",
            "Practitioner",
            "PractitionerRole",
            "Patient",
            "RelatedPerson",
            "Group",
            "Medication",
            "Device",
            "CareTeam",
            "EpisodeOfCare",
            "Encounter",
            "Condition");

    private static final Comparator<ImportInput> ORDER =
            Comparator.comparingInt(input -> FIRST.contains(input.type()) ? FIRST.indexOf(input.type()) : FIRST.size());

    private final FileFetcher fetcher;
    private final LineStore store;

    ImportService(FileFetcher fetcher, LineStore store) {
        this.fetcher = fetcher;
        this.store = store;
    }

    /**
     * Stores every line that can be stored.
     *
     * <p>All files are fetched before the first line is stored: one that is not there is found before anything is written,
     * and no source has to wait for the database.
     *
     * @param running told how many lines were read
     * @return what was stored, and what was refused and why
     * @throws fr.respop.server.fhir.Refusal 422 if a file cannot be fetched; then nothing is stored
     */
    ImportReport load(ImportRequest request, RunningTask running) {
        try (var folder = new FetchedFiles()) {
            var files = request.inputs().stream()
                    .sorted(ORDER)
                    .map(input -> fetcher.fetch(input, folder, running))
                    .toList();
            return load(files, running);
        }
    }

    /** Lines may refer to later ones: as long as that helps, those that were refused are tried again. */
    private ImportReport load(List<FetchedFile> files, RunningTask running) {
        var total = files.stream().mapToLong(FetchedFile::lines).sum();
        running.expectLines(total);
        var done = new AtomicLong();
        var attempt = new Attempt(store, lines -> running.progressed(done.addAndGet(lines)));
        files.forEach(file -> attempt.store(file, line -> true));
        var last = attempt;
        while (last.hasStoredAny() && last.hasRefusedAny()) {
            var before = last;
            last = new Attempt(store, lines -> running.progressed(total));
            for (var file : files) {
                last.store(file, line -> before.hasRefused(file, line));
            }
        }
        return ImportReport.of(files, last);
    }
}
