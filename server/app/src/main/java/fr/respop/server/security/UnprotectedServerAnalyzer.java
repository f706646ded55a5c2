package fr.respop.server.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints why the server did not start, and what to set, instead of a stack trace. */
class UnprotectedServerAnalyzer extends AbstractFailureAnalyzer<UnprotectedServer> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnprotectedServer cause) {
        return new FailureAnalysis(cause.getMessage(), cause.cure(), cause);
    }
}
