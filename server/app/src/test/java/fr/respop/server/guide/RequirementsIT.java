package fr.respop.server.guide;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.FhirHttp;
import fr.respop.server.OnAnyDatabase;
import fr.respop.server.ServerTest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.MetadataResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The server offers what the guide's CapabilityStatement asks of a server. */
@OnAnyDatabase
@ServerTest
class RequirementsIT {

    private final FhirHttp fhir;

    @Autowired
    RequirementsIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @Test
    void everyRequiredOperationIsOffered() {
        assertThat(asked(RequirementsIT::operations)).isNotEmpty().isSubsetOf(offered(RequirementsIT::operations));
    }

    @Test
    void everyRequiredSearchParameterIsOffered() {
        assertThat(asked(RequirementsIT::searchParameters))
                .isNotEmpty()
                .isSubsetOf(offered(RequirementsIT::searchParameters));
    }

    @Test
    void everyRequiredInteractionIsOffered() {
        assertThat(asked(RequirementsIT::interactions)).isNotEmpty().isSubsetOf(offered(RequirementsIT::interactions));
    }

    @Test
    void everyRequiredInteractionOfTheWholeSystemIsOffered() {
        assertThat(systemInteractions("CapabilityStatement/respop-server"))
                .isNotEmpty()
                .isSubsetOf(systemInteractions("metadata"));
    }

    /** Whoever adds an operation or a search parameter to the guide asks servers for it. */
    @ParameterizedTest
    @ValueSource(strings = {"OperationDefinition", "SearchParameter"})
    void whatTheGuideDefinesIsRequired(String type) {
        var requirements = fhir.get("CapabilityStatement/respop-server").hasStatus(200);
        var ours = fhir.get(type + "?_count=200").hasStatus(200).as(Bundle.class).getEntry().stream()
                .map(entry -> ((MetadataResource) entry.getResource()).getUrl())
                .filter(url -> url.startsWith("https://respop.org/fhir/"));

        assertThat(ours)
                .isNotEmpty()
                .allSatisfy(url -> assertThat(requirements.body()).contains(url));
    }

    private Set<String> asked(Function<CapabilityStatementRestResourceComponent, List<String>> what) {
        return of("CapabilityStatement/respop-server", what);
    }

    private Set<String> offered(Function<CapabilityStatementRestResourceComponent, List<String>> what) {
        return of("metadata", what);
    }

    private Set<String> of(String path, Function<CapabilityStatementRestResourceComponent, List<String>> what) {
        return statement(path).getRestFirstRep().getResource().stream()
                .flatMap(resource -> what.apply(resource).stream().map(name -> resource.getType() + " " + name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> systemInteractions(String path) {
        return statement(path).getRestFirstRep().getInteraction().stream()
                .map(interaction -> interaction.getCode().toCode())
                .toList();
    }

    private CapabilityStatement statement(String path) {
        return fhir.get(path).hasStatus(200).as(CapabilityStatement.class);
    }

    private static List<String> operations(CapabilityStatementRestResourceComponent resource) {
        return resource.getOperation().stream()
                .map(operation -> "$" + operation.getName())
                .toList();
    }

    private static List<String> searchParameters(CapabilityStatementRestResourceComponent resource) {
        return resource.getSearchParam().stream()
                .map(parameter ->
                        parameter.getName() + " of type " + parameter.getType().toCode())
                .toList();
    }

    private static List<String> interactions(CapabilityStatementRestResourceComponent resource) {
        return resource.getInteraction().stream()
                .map(interaction -> interaction.getCode().toCode())
                .toList();
    }
}
