/**
 * Lists for a team what its residents need: each overdue or soon due follow-up item, the most urgent first.
 */
@NullMarked
package fr.respop.server.worklist;

import org.jspecify.annotations.NullMarked;
