package fr.respop.server.guide;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.server.FhirHttp;
import fr.respop.server.FhirReply;
import fr.respop.server.OnAnyDatabase;
import fr.respop.server.ServerTest;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** What the site shows is compared with what the server has installed: both come from one package. */
@OnAnyDatabase
@ServerTest
class GuideIT {

    private final FhirHttp fhir;

    @Autowired
    GuideIT(FhirHttp fhir) {
        this.fhir = fhir;
    }

    @Test
    void theHomeOffersBothLanguages() {
        assertThat(page("/ig/")).contains("href=\"en/index.html\"", "href=\"fr/index.html\"");
        assertThat(page("/ig/fr/")).contains("<html lang=\"fr\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ig", "/ig/en", "/ig/fr"})
    void aFolderWithoutItsSlashLeadsToTheFolder(String path) {
        var reply = fhir.get(path).hasStatus(302);

        assertThat(reply.header("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith(path + "/"));
    }

    @Test
    void theStrataPageHasARowForEachCriterion() {
        var criteria = fhir.get("CodeSystem/respop-diabetes-criterion").as(CodeSystem.class);
        var english = page("/ig/en/strata.html");
        var french = page("/ig/fr/strata.html");

        assertThat(criteria.getConcept()).hasSizeGreaterThan(20).allSatisfy(criterion -> {
            assertThat(english).contains("<tr id=\"diabetes-" + criterion.getCode() + "\">", criterion.getDisplay());
            assertThat(french).contains(criterion.getDesignationFirstRep().getValue());
        });
    }

    @Test
    void theFollowUpPageHasTheFrequenciesOfTheLogigramme() {
        var strategy = fhir.get("PlanDefinition/DiabetesStrategyStratum4").as(PlanDefinition.class);
        var french = page("/ig/fr/follow-up.html");

        assertThat(strategy.getAction())
                .isNotEmpty()
                .allSatisfy(action ->
                        assertThat(french).contains(action.getDescription().replaceFirst(" · .*", "")));
    }

    @Test
    void theMeasureOfAnItemHasItsPopulations() {
        var measure = fhir.get("Measure/DiabetesFundusFollowUp").as(Measure.class);
        var page = page("/ig/en/Measure-DiabetesFundusFollowUp.html");

        assertThat(page).contains("<h1>" + measure.getTitle() + "</h1>");
        assertThat(measure.getGroupFirstRep().getPopulation())
                .isNotEmpty()
                .allSatisfy(population ->
                        assertThat(page).contains(population.getCriteria().getExpression()));
    }

    @Test
    void everyArtifactIsThereAsJson() {
        var reply =
                fhir.get("/ig/json/CodeSystem-respop-diabetes-criterion.json").hasStatus(200);

        assertThat(reply.header("Content-Type")).hasValue("application/json");
        var published = FhirContext.forR4Cached().newJsonParser().parseResource(CodeSystem.class, reply.body());
        var installed = fhir.get("CodeSystem/respop-diabetes-criterion").as(CodeSystem.class);
        assertThat(published.getConcept()).hasSameSizeAs(installed.getConcept());
        assertThat(published.getUrl()).isEqualTo(installed.getUrl());
    }

    @Test
    void aPageThatThereIsNotIsNotFound() {
        fhir.get("/ig/en/moon.html").isRefusal(404, IssueType.NOTFOUND);
    }

    private String page(String path) {
        FhirReply reply = fhir.get(path).hasStatus(200);
        assertThat(reply.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        return HtmlUtils.htmlUnescape(reply.body());
    }
}
