package fr.respop.content.cql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One CQL file before translation.
 *
 * @param file where it was read
 * @param name the name that the library declares
 * @param version the version that the library declares, empty when it declares none
 * @param includes names of the libraries that it includes
 * @param text the whole file
 */
record CqlSource(Path file, String name, String version, List<String> includes, String text) {

    private static final Pattern DECLARATION =
            Pattern.compile("^\\s*library\\s+\"?([\\w.]+)\"?(?:\\s+version\\s+'([^']*)')?", Pattern.MULTILINE);
    private static final Pattern INCLUDE = Pattern.compile("^\\s*include\\s+\"?([\\w.]+)\"?", Pattern.MULTILINE);

    static CqlSource read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Matcher declaration = DECLARATION.matcher(text);
        if (!declaration.find()) {
            throw new CqlError(
                    file + ": no library declaration. Begin the file with: library <Name> version '<version>'.");
        }
        String version = declaration.group(2);
        List<String> includes =
                INCLUDE.matcher(text).results().map(result -> result.group(1)).toList();
        return new CqlSource(file, declaration.group(1), version == null ? "" : version, includes, text);
    }
}
