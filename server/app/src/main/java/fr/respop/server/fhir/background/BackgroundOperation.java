package fr.respop.server.fhir.background;

import fr.respop.server.fhir.Refusal;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Resource;

/** An operation that goes on in the background when a client prefers that; a bean of its feature. */
public interface BackgroundOperation {

    /** The code of its Tasks in the code system of server tasks. */
    String code();

    /** What a client who cancels it is told, in a sentence: what of it is stored. */
    String whenCancelled();

    /**
     * Does the work.
     *
     * @param task what was asked for; a client may have written it, and left out something
     * @param running told how far it has come
     * @return stores the result and notes it in the Task that it is given, in the transaction that closes it; called again
     *     on a later version of the Task if someone else writes that at the same moment
     * @throws CancellationException if the work is stopped
     * @throws RuntimeException if it cannot be done, with the reason
     */
    Consumer<BackgroundTask> carryOut(BackgroundTask task, RunningTask running);

    /**
     * The answer of the operation.
     *
     * @param task one that is complete
     * @throws Refusal 410 if the result was deleted since
     */
    Resource answer(BackgroundTask task);
}
