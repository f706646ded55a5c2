package fr.respop.engine;

/** An evaluation that ended early because the thread that called it was interrupted. */
public final class EvaluationCancelled extends RuntimeException {

    EvaluationCancelled() {
        super("The evaluation was cancelled");
    }
}
