package fr.respop.server.fhir.evaluation;

import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import org.springframework.stereotype.Component;

/** The path under which HAPI indexes a resident's territory, as the installed search parameter gives it. */
@Component
class TerritoryPath {

    private static final String SEARCH_PARAMETER = "respop-territory";

    private final ISearchParamRegistry searchParameters;

    TerritoryPath(ISearchParamRegistry searchParameters) {
        this.searchParameters = searchParameters;
    }

    String get() {
        var parameter =
                searchParameters.getActiveSearchParam("Patient", SEARCH_PARAMETER, SearchParamLookupContextEnum.INDEX);
        if (parameter == null) {
            throw new IllegalStateException("The search parameter Patient?" + SEARCH_PARAMETER
                    + " is not installed: install the content package first");
        }
        return parameter.getPath();
    }
}
