package fr.respop.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.respop.server.FhirHttp;
import fr.respop.server.OnAnyDatabase;
import fr.respop.server.ServerTest;
import java.util.List;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@OnAnyDatabase
@ServerTest
class ExpandIT {

    private static final String FUNDUS = "https://respop.org/fhir/ValueSet/fundus-item";
    private static final String PMSI = "https://respop.org/fhir/CodeSystem/respop-pmsi-mode";

    private final FhirHttp fhir;

    @Autowired
    ExpandIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @Test
    void expandsAValueSetByIdByUrlByVersionAndAsSent() {
        var byId = expand("ValueSet/fundus-item/$expand");

        assertThat(codes(byId)).contains("BGQP002", "retinopathy-grade", "fundus");
        assertThat(codes(expand("ValueSet/$expand?url=" + FUNDUS))).isEqualTo(codes(byId));
        assertThat(codes(expand("ValueSet/$expand?url=" + FUNDUS + "|0.1.0"))).isEqualTo(codes(byId));
        assertThat(codes(expand("ValueSet/$expand?url=" + FUNDUS + "&valueSetVersion=0.1.0")))
                .isEqualTo(codes(byId));
        var sent = fhir.post("ValueSet/$expand", """
                        {"resourceType":"Parameters","parameter":[{"name":"valueSet","resource":{"resourceType":"ValueSet",
                         "status":"active","compose":{"include":[{"valueSet":["%s"]}]}}}]}""".formatted(FUNDUS))
                .hasStatus(200)
                .as(ValueSet.class);
        assertThat(codes(sent)).isEqualTo(codes(byId));
        assertThat(byId.hasCompose()).isFalse();
        assertThat(byId.getExpansion().getTotal()).isEqualTo(codes(byId).size());
        assertThat(byId.getExpansion().hasTimestamp()).isTrue();
    }

    @Test
    void labelsAreInTheLanguageThatIsAskedFor() {
        var inFrench = expand("ValueSet/fundus-item/$expand?displayLanguage=fr-FR");
        var withAll = expand("ValueSet/fundus-item/$expand?includeDesignations=true");

        assertThat(display(inFrench, "BGQP007")).isEqualTo("Rétinographie en couleur");
        assertThat(display(withAll, "BGQP007")).isEqualTo("Colour retinography");
        assertThat(inFrench.getExpansion().getContains()).noneMatch(ValueSetExpansionContainsComponent::hasDesignation);
        assertThat(concept(withAll, "BGQP007").getDesignation())
                .extracting(designation -> designation.getLanguage(), designation -> designation.getValue())
                .containsExactly(tuple("fr", "Rétinographie en couleur"));
    }

    @Test
    void aFilterIgnoresCaseAndAccentsAndReadsEveryLabel() {
        assertThat(codes(expand("ValueSet/fundus-item/$expand?filter=RETINOGRAPHIE%20couleur")))
                .containsExactly("BGQP007");
        assertThat(codes(expand("ValueSet/fundus-item/$expand?filter=oeil"))).contains("BGQP002", "fundus");
        assertThat(codes(expand("ValueSet/fundus-item/$expand?filter=zebra"))).isEmpty();
    }

    @Test
    void anExpansionIsReadInParts() {
        var all = codes(expand("ValueSet/diabetes/$expand"));
        var part = expand("ValueSet/diabetes/$expand?offset=1&count=2");

        assertThat(codes(part)).isEqualTo(all.subList(1, 3));
        assertThat(part.getExpansion().getTotal()).isEqualTo(all.size());
        assertThat(part.getExpansion().getOffset()).isEqualTo(1);
        assertThat(codes(expand("ValueSet/diabetes/$expand?count=0"))).isEmpty();
    }

    @Test
    void takesWholeCodeSystemsFiltersAndExclusions() {
        var home = composed(
                "{\"system\":\"%s\",\"filter\":[{\"property\":\"concept\",\"op\":\"is-a\",\"value\":\"8\"}]}"
                        .formatted(PMSI),
                "{\"system\":\"%s\",\"concept\":[{\"code\":\"86\"}]}".formatted(PMSI));
        var gender = expand("ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/administrative-gender");

        assertThat(codes(home)).containsExactly("8", "85", "87");
        assertThat(display(home, "85")).isEqualTo("From home through the emergency department");
        assertThat(codes(gender)).containsExactly("male", "female", "other", "unknown");
    }

    @Test
    void whatWasStoredCountsAtOnce() {
        store("1", "one");
        assertThat(codes(expand("ValueSet/fresh/$expand"))).containsExactly("one");

        store("2", "two");
        assertThat(codes(expand("ValueSet/fresh/$expand"))).containsExactly("two");
        assertThat(parameters("ValueSet/fresh/$validate-code?system=https://example.org/fresh&code=two")
                        .getParameterBool("result"))
                .isTrue();
        assertThat(parameters("CodeSystem/$lookup?system=https://example.org/fresh&code=two")
                        .getParameterValue("version")
                        .primitiveValue())
                .isEqualTo("2");
        fhir.delete("ValueSet/fresh").hasStatus(200);
        fhir.delete("CodeSystem/fresh").hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"include\":[{\"system\":\"https://example.org/absent\"}]}",
                "{\"include\":[{}]}",
                "{\"include\":[{\"valueSet\":[\"https://example.org/loop\"]}]}",
                "{\"include\":[{\"system\":\"" + PMSI + "\",\"filter\":[{\"property\":\"code\",\"value\":\"8\"}]}]}",
                "{\"include\":[{\"system\":\"" + PMSI
                        + "\",\"filter\":[{\"property\":\"code\",\"op\":\"regex\",\"value\":\"[\"}]}]}"
            })
    void refusesADefinitionThatCannotBeExpanded(String compose) {
        var sent = """
                {"resourceType":"Parameters","parameter":[{"name":"valueSet","resource":{"resourceType":"ValueSet",
                 "url":"https://example.org/loop","status":"active","compose":%s}}]}""".formatted(compose);

        assertThat(fhir.post("ValueSet/$expand", sent).status()).isBetween(400, 422);
    }

    private void store(String version, String code) {
        fhir.put("CodeSystem/fresh", """
                        {"resourceType":"CodeSystem","id":"fresh","url":"https://example.org/fresh","version":"%s",
                         "name":"Fresh","status":"active","content":"complete","concept":[{"code":"%s"}]}""".formatted(version, code)).isStored();
        fhir.put("ValueSet/fresh", """
                        {"resourceType":"ValueSet","id":"fresh","url":"https://example.org/fresh-codes","version":"%s",
                         "status":"active","compose":{"include":[{"system":"https://example.org/fresh"}]}}""".formatted(version)).isStored();
    }

    private ValueSet composed(String include, String exclude) {
        return fhir.post("ValueSet/$expand", """
                        {"resourceType":"Parameters","parameter":[{"name":"valueSet","resource":{"resourceType":"ValueSet",
                         "status":"active","compose":{"include":[%s],"exclude":[%s]}}}]}""".formatted(include, exclude))
                .hasStatus(200)
                .as(ValueSet.class);
    }

    private ValueSet expand(String path) {
        return fhir.get(path).hasStatus(200).as(ValueSet.class);
    }

    private Parameters parameters(String path) {
        return fhir.get(path).hasStatus(200).as(Parameters.class);
    }

    private static List<String> codes(ValueSet valueSet) {
        return valueSet.getExpansion().getContains().stream()
                .map(ValueSetExpansionContainsComponent::getCode)
                .toList();
    }

    private static String display(ValueSet valueSet, String code) {
        return concept(valueSet, code).getDisplay();
    }

    private static ValueSetExpansionContainsComponent concept(ValueSet valueSet, String code) {
        return valueSet.getExpansion().getContains().stream()
                .filter(concept -> concept.getCode().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
