/**
 * Keeps monthly reports of how far the programmes have come, and shows them beside the expected numbers.
 *
 * <p>Knows MeasureReports and months. Which measures are kept, and which numbers are expected, the content says.
 */
@NullMarked
package fr.respop.server.reporting;

import org.jspecify.annotations.NullMarked;
