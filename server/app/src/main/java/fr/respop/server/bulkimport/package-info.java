/**
 * Loads files of resources, one a line (NDJSON), in the background.
 *
 * <p>Knows addresses, files and lines; what may be stored, the storage decides as it does for any client.
 */
@NullMarked
package fr.respop.server.bulkimport;

import org.jspecify.annotations.NullMarked;
