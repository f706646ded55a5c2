package fr.respop.engine;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/**
 * The record of one subject, which may still have to be read or parsed.
 *
 * <p>A source hands these out quickly; the worth of the work is done by {@link #resources()}, which the evaluator
 * calls once, on the thread that evaluates the subject. That is how parsing is spread over the threads, and how a
 * record that cannot be parsed costs one subject and not the population.
 */
public interface SubjectRecord {

    /** The reference of the subject, such as {@code Patient/123}. */
    String id();

    /**
     * All resources of the subject, the subject's own one included, in an order that is the same at every reading.
     *
     * <p>Any runtime exception becomes the subject's entry in the report's errors.
     */
    List<Resource> resources();
}
