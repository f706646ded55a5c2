package fr.respop.server.fhir.border;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import fr.respop.server.fhir.Refusal;
import java.util.UUID;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes every failure an OperationOutcome that its reader can act on.
 *
 * <p>What the client did wrong is explained to the client and not logged. What the server did wrong is logged whole,
 * and the client gets the number under which it is found there.
 */
@Interceptor
class ErrorResponses {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorResponses.class);

    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException explain(Throwable failure) {
        if (failure instanceof BaseServerResponseException known && isComplete(known)) {
            return known;
        }
        return Causes.find(failure, Refusal.class)
                .or(() -> EngineRefusals.of(failure))
                .or(() -> BodyRefusals.of(failure))
                .or(() -> ReasoningRefusals.of(failure))
                .map(BaseServerResponseException.class::cast)
                .orElseGet(() -> explainOther(failure));
    }

    /** A Refusal, the result of a validation, or an answer that has no body. */
    private static boolean isComplete(BaseServerResponseException failure) {
        return failure.getStatusCode() < 400
                || (failure.getStatusCode() < 500 && failure.getOperationOutcome() != null);
    }

    private static BaseServerResponseException explainOther(Throwable failure) {
        if (failure instanceof BaseServerResponseException known && isMeantForTheClient(known.getStatusCode())) {
            known.setOperationOutcome(HapiRefusals.of(known).getOperationOutcome());
            return known;
        }
        return logged(failure);
    }

    private static boolean isMeantForTheClient(int status) {
        return status < 500 || status == 501 || status == 503;
    }

    static Refusal logged(Throwable failure) {
        var id = UUID.randomUUID().toString();
        LOG.error("Error {}", id, failure);
        return Refusal.of(
                500,
                IssueType.EXCEPTION,
                "",
                "The server failed. The reason is in its log as error " + id + ": tell whoever runs it this number.");
    }
}
