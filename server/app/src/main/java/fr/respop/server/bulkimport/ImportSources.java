package fr.respop.server.bulkimport;

import fr.respop.server.fhir.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.stereotype.Component;

/**
 * The places from which files may be read.
 *
 * <p>The server may reach addresses that its clients may not: without a list, whoever asks for an import could look at them.
 */
@Component
class ImportSources {

    private static final String ELEMENT = "input.url";

    private final List<URI> sources;

    ImportSources(ImportProperties properties) {
        this.sources = List.copyOf(properties.sources());
    }

    /**
     * The address of a file.
     *
     * @throws Refusal 400 if it is none; 403 if it lies at no place of the list. Neither repeats it: it may hold a secret
     */
    URI checked(String url) {
        var file = parse(url);
        if (sources.stream().noneMatch(source -> isUnder(source, file))) {
            throw Refusal.forbidden(
                    ELEMENT,
                    "Files are read only from the places that whoever runs the server has listed in respop.import.sources,"
                            + " and this address is at none of them. Put the file there, or have its place listed.");
        }
        return file;
    }

    private static URI parse(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException malformed) {
            throw notAnAddress();
        }
        if (!("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawFragment() != null
                || wanders(uri)) {
            throw notAnAddress();
        }
        return uri;
    }

    /** Whether the path may lead elsewhere than it seems to: by dots, plain or encoded. */
    private static boolean wanders(URI uri) {
        var path = String.valueOf(uri.getRawPath()).toLowerCase(Locale.ROOT);
        return !uri.normalize().equals(uri) || path.contains("%2e") || path.contains("%2f") || path.contains("%5c");
    }

    private static Refusal notAnAddress() {
        return Refusal.badRequest(
                IssueType.VALUE,
                ELEMENT,
                "The url of a file is an absolute https or http address without user, fragment or dots in its path, such as"
                        + " https://files.example.org/export/Patient.ndjson.");
    }

    private static boolean isUnder(URI source, URI file) {
        return file.getScheme().equalsIgnoreCase(source.getScheme())
                && file.getHost().equalsIgnoreCase(source.getHost())
                && (source.getPort() < 0 || source.getPort() == file.getPort())
                && isUnder(source.getRawPath(), file.getRawPath());
    }

    private static boolean isUnder(String folder, String path) {
        return folder.isEmpty() || path.startsWith(folder.endsWith("/") ? folder : folder + "/") || path.equals(folder);
    }
}
