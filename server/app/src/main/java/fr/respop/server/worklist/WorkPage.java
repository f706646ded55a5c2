package fr.respop.server.worklist;

import fr.respop.engine.SubjectNotEvaluable;
import java.util.List;

/**
 * A page of a work list.
 *
 * @param items those of the page, the most urgent first
 * @param total how many all pages hold
 * @param failures the residents whose needs could not be found out
 */
record WorkPage(List<WorkItem> items, int total, List<SubjectNotEvaluable> failures) {}
