package fr.respop.server.fhir.border;

import ca.uhn.fhir.jpa.dao.r4.TransactionProcessorVersionAdapterR4;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.OperationOutcome;

/** Explains the failure of one entry of a batch as if the entry had been a request of its own. */
public class BatchEntryErrors extends TransactionProcessorVersionAdapterR4 {

    private final ErrorResponses errors = new ErrorResponses();

    @Override
    public void populateEntryWithOperationOutcome(BaseServerResponseException failure, BundleEntryComponent entry) {
        var explained = errors.explain(failure);
        entry.getResponse().setOutcome((OperationOutcome) explained.getOperationOutcome());
    }
}
