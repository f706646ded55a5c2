package fr.respop.server.bulkimport;

import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.background.RunningTask;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.stereotype.Component;

/** Fetches the files of an import by HTTP(S). */
@Component
class FileFetcher {

    private static final String ACCEPTED = "application/fhir+ndjson, application/ndjson, application/x-ndjson";
    private static final int BUFFER = 1 << 16;

    private final ImportSources sources;
    private final int timeoutMillis;

    FileFetcher(ImportSources sources, ImportProperties properties) {
        this.sources = sources;
        this.timeoutMillis = (int) properties.timeout().toMillis();
    }

    /**
     * Fetches a file whole.
     *
     * @throws Refusal 422 if that fails, with the file and the reason; 403 if it is at no listed place any more
     * @throws java.util.concurrent.CancellationException if the import is stopped
     */
    FetchedFile fetch(ImportInput input, FetchedFiles folder, RunningTask running) {
        var url = sources.checked(input.url());
        var path = folder.next();
        try {
            copy(connect(url), input, path, running);
            return new FetchedFile(input, path, lines(path));
        } catch (IOException broken) {
            throw unreadable(
                    input, "its source could not be reached, ended too early, or sent more than the disk can hold");
        }
    }

    /** The newer HTTP client has no limit for a source that falls silent in the middle of a file. */
    private HttpURLConnection connect(URI url) throws IOException {
        var connection = (HttpURLConnection) url.toURL().openConnection();
        // A listed place must not lead to one that is not.
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(timeoutMillis);
        connection.setReadTimeout(timeoutMillis);
        connection.setRequestProperty("Accept", ACCEPTED);
        return connection;
    }

    private static void copy(HttpURLConnection connection, ImportInput input, Path path, RunningTask running)
            throws IOException {
        try {
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw unreadable(input, "its source answered with the status " + connection.getResponseCode());
            }
            try (var body = connection.getInputStream();
                    var file = Files.newOutputStream(path)) {
                var buffer = new byte[BUFFER];
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    file.write(buffer, 0, read);
                    running.progressed(0);
                }
            }
        } finally {
            connection.disconnect();
        }
    }

    private static long lines(Path path) throws IOException {
        try (var lines = new NdjsonLines(path)) {
            var count = 0L;
            while (lines.next()) {
                count++;
            }
            return count;
        }
    }

    private static Refusal unreadable(ImportInput input, String reason) {
        return Refusal.unprocessable(
                IssueType.NOTFOUND,
                "input.url",
                "The file of type " + input.type() + " cannot be fetched: " + reason
                        + ". Nothing was stored. See to the file, and ask for the import again.");
    }
}
