package fr.respop.server.fhir.evaluation;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.entity.ResourceIndexedSearchParamToken;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import fr.respop.server.fhir.programme.Objection;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.springframework.stereotype.Component;

/** Where HAPI's indexes hold what the selections of residents look for. */
@Component
class ResidentIndexes {

    private static final String TERRITORY = "respop-territory";

    private final ISearchParamRegistry searchParameters;
    private final PartitionSettings partitions;

    ResidentIndexes(ISearchParamRegistry searchParameters, PartitionSettings partitions) {
        this.searchParameters = searchParameters;
        this.partitions = partitions;
    }

    /** The path under which a resident's territory is indexed, as the installed search parameter gives it. */
    String territoryPath() {
        var parameter = searchParameters.getActiveSearchParam("Patient", TERRITORY, SearchParamLookupContextEnum.INDEX);
        if (parameter == null) {
            throw new IllegalStateException("The search parameter Patient?" + TERRITORY
                    + " is not installed: install the content package first");
        }
        return parameter.getPath();
    }

    /** What {@code Consent?respop-objection=deny} looks for among the tokens. */
    long objectionHash() {
        return ResourceIndexedSearchParamToken.calculateHashValue(
                partitions,
                RequestPartitionId.allPartitions(),
                "Consent",
                Objection.SEARCH_PARAMETER,
                ConsentProvisionType.DENY.toCode());
    }
}
