package fr.respop.server.bulkimport;

import java.nio.file.Path;

/**
 * A file that was fetched.
 *
 * @param input what was asked for
 * @param path where it is now
 * @param lines how many there are that are not blank
 */
record FetchedFile(ImportInput input, Path path, long lines) {}
