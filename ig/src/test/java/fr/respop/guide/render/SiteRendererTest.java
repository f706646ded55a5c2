package fr.respop.guide.render;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.guide.SampleGuide;
import fr.respop.guide.source.Artifact;
import fr.respop.guide.source.ContentPackage;
import fr.respop.guide.source.GuidePage;
import fr.respop.guide.source.Kind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteRendererTest {

    private SampleGuide sample;

    @BeforeEach
    void makeSample(@TempDir Path folder) {
        sample = SampleGuide.in(folder);
    }

    @Test
    void everyArtifactHasAPageInEachLanguageAndItsJson() {
        var content = sample.content();
        var files = render(content);

        assertThat(content.artifacts()).extracting(Artifact::kind).contains(Kind.values());
        for (Artifact artifact : content.artifacts()) {
            assertThat(files)
                    .containsKeys(
                            "en/" + artifact.fileName() + ".html",
                            "fr/" + artifact.fileName() + ".html",
                            "json/" + artifact.fileName() + ".json");
        }
    }

    @Test
    void theListOfArtifactsHasEveryKind() {
        var list = page("fr/artifacts.html");

        assertThat(list.select("main h2").eachAttr("id"))
                .containsExactlyElementsOf(
                        Arrays.stream(Kind.values()).map(Kind::key).toList());
        assertThat(list.select("#profile").text()).isEqualTo("Profils");
    }

    @Test
    void aPageSaysItsLanguageAndLeadsToTheOther() {
        var page = page("fr/Measure-SoreFootSocksFollowUp.html");

        assertThat(page.select("html").attr("lang")).isEqualTo("fr");
        assertThat(page.select(".twin a").attr("href")).isEqualTo("../en/Measure-SoreFootSocksFollowUp.html");
        assertThat(page.select("h1").text()).isEqualTo("Chaussettes à jour");
    }

    @Test
    void aTextWithoutTranslationIsMarkedAsEnglish() {
        var page = page("fr/ActivityDefinition-SoreFootSocksActivity.html");

        assertThat(page.select("h1 [lang=en]").text()).isEqualTo("Look at the socks");
    }

    @Test
    void aProfileShowsItsRulesAndExamples() {
        var page = page("en/StructureDefinition-sample-resident.html");

        assertThat(row(page, "Patient.extension:sole").text()).contains("0..1", "Sole");
        assertThat(row(page, "Patient.active").text()).contains("1..", "Always true");
        assertThat(row(page, "Patient.gender").text())
                .contains("Only two & unknown", "Code of Blister (required)", "sample-1 (error) A sample has feet.");
        assertThat(page.select("#examples + ul a").attr("href")).isEqualTo("Patient-example-resident.html");
    }

    @Test
    void anExtensionSaysWhereItIsUsed() {
        assertThat(main("en/StructureDefinition-sample-sole.html")).contains("Used on Patient", "Extension.value[x]");
    }

    @Test
    void aCodeSystemShowsItsFrenchLabelsAndProperties() {
        var page = page("fr/CodeSystem-respop-sore-foot-criterion.html");

        assertThat(place(page, "F1.1").text()).contains("F1.1", "Ampoule", "either");
        assertThat(page.select("thead").text()).contains("Side of the foot");
    }

    @Test
    void aValueSetShowsItsCodesAndTerms() {
        assertThat(main("fr/ValueSet-blister.html"))
                .contains("https://terminology.example.org/feet", "B1", "Ampoule du talon", "Terms of the example");
    }

    @Test
    void aConceptMapShowsEachRelation() {
        assertThat(main("en/ConceptMap-feet.html"))
                .contains("Follow-up item", "B1", "relatedto", "socks", "Look at them.");
    }

    @Test
    void aNamingSystemShowsItsAddresses() {
        var page = page("en/NamingSystem-feet.html");

        assertThat(page.select("h1").text()).isEqualTo("Feet");
        assertThat(row(page, "https://terminology.example.org/feet").text()).contains("uri");
    }

    @Test
    void aMeasureShowsWhatItsPopulationsMeanAndWhere() {
        var page = page("fr/Measure-SoreFootSocksFollowUp.html");

        assertThat(row(page, "initial-population").text()).contains("Whoever walks.", "Source : Sole et al., 2020");
        assertThat(row(page, "initial-population").select("a").attr("href"))
                .isEqualTo("Library-SoreFootFollowUp.html#initial-population");
        assertThat(page.select("pre").text()).contains("define \"Initial Population\":");
        assertThat(page.select(".facts").text()).contains("Examen des chaussettes");
    }

    @Test
    void aPlanShowsItsActionsWithinActions() {
        var strategy = page("fr/PlanDefinition-SoreFootStrategyStratum0.html");

        assertThat(strategy.select(".actions").text())
                .contains("Chaussettes", "Tous les ans")
                .doesNotContain("Every year");
        assertThat(strategy.select(".actions a").eachAttr("href"))
                .containsExactly(
                        "Library-SoreFootFollowUp.html#socks-planned",
                        "PlanDefinition-SoreFootSocksRecommendation.html");
        assertThat(main("en/PlanDefinition-SoreFootSocksRecommendation.html"))
                .contains("An action within", "Look at the socks");
    }

    @Test
    void anActivityShowsWhereItsValuesComeFrom() {
        var page = page("en/ActivityDefinition-SoreFootSocksActivity.html");

        assertThat(page.select("main").text()).contains("ServiceRequest", "Sock check", "occurrenceDateTime");
        assertThat(page.select("a[href=Library-SoreFootFollowUp.html#socks-due-date-time]"))
                .hasSize(1);
    }

    @Test
    void aLibraryShowsItsSourceWithAPlaceForEachDefinition() {
        var page = page("en/Library-SoreFootStrata.html");

        assertThat(place(page, "f1.1-evidence").wholeText())
                .startsWith("define \"F1.1 Evidence\":")
                .contains("C.severity < 3 & \"shown\"");
        assertThat(page.select("pre").text()).contains("library SoreFootStrata version '0.1.0'");
        assertThat(row(page, "F1.1 Blister").text()).contains("A blister on either foot.");
    }

    @Test
    void aQuestionnaireShowsItsQuestionsAndAnswers() {
        var page = page("fr/Questionnaire-shoes.html");

        assertThat(place(page, "item-size").text()).startsWith("Pointure");
        assertThat(place(page, "item-size-left").text())
                .contains("Gauche", "choice", "obligatoire", "Examen des chaussettes", "42");
    }

    @Test
    void anOperationShowsWhereItIsCalledAndItsParameters() {
        var page = page("en/OperationDefinition-sample-walk.html");

        assertThat(page.select("main").text()).contains("[base]/Patient/$walk", "[base]/Patient/[id]/$walk");
        assertThat(row(page, "steps").text()).contains("in", "1..1", "integer", "How many.");
    }

    @Test
    void aSearchParameterIsCalledByItsCode() {
        var page = page("en/SearchParameter-sample-sole.html");

        assertThat(page.select("h1").text()).isEqualTo("sole");
        assertThat(page.select("main").text()).contains("Patient?sole=", "Patient.identifier");
    }

    @Test
    void aCapabilityStatementShowsWhatEachResourceOffers() {
        var page = page("en/CapabilityStatement-sample-server.html");

        assertThat(row(page, "Patient").text()).contains("Sample resident", "read, create", "sole", "Walk ($walk)");
    }

    @Test
    void anExampleIsShownAsItsJson() {
        assertThat(page("en/Patient-example-resident.html").select("pre").text())
                .contains("\"resourceType\": \"Patient\"", "\"active\": true");
    }

    @Test
    void aPageIncludesTheCriteriaOfEveryProgramme() {
        sample.page("index", "Before.\n\n${table(\"criteria\")}\n\nAfter.");

        var row = place(page("en/index.html"), "sore-foot-F1.1");

        assertThat(row.text()).contains("Blister", "A blister on either foot.", "Source: Respop definition");
        assertThat(row.select("a").attr("href")).isEqualTo("Library-SoreFootStrata.html#f1.1-blister");
        assertThat(main("en/index.html")).startsWith("Home Before.").endsWith("After.");
    }

    @Test
    void aPageIncludesTheItemsAndFrequenciesOfEveryProgramme() {
        sample.page("index-fr", "${table(\"items\")}\n\n${table(\"frequencies\")}\n\n${table(\"strata\")}");

        var page = page("fr/index.html");

        assertThat(page.select("#items-sore-foot").text()).isEqualTo("Pied douloureux");
        assertThat(row(page, "Chaussettes").text()).contains("Socks are looked at every year.");
        assertThat(page.select("#frequencies-sore-foot + div tbody").text()).isEqualTo("Chaussettes Tous les ans");
        assertThat(page.select("#strata-sore-foot + div tbody").text())
                .isEqualTo("Sore foot stratum 0 Walks much. Sore foot, stratum 0");
    }

    @Test
    void aPageIncludesCodesDefinitionsTerminologiesAndLists() {
        sample.page("index", """
                ${table("codes", "CodeSystem/respop-follow-up-item")}

                ${table("definitions", "Library/SoreFootFollowUp")}

                ${table("terminologies")}

                ${table("artifacts", "questionnaire")}
                """);

        assertThat(main("en/index.html"))
                .contains(
                        "Sock check",
                        "Whoever walks.",
                        "https://terminology.example.org/feet",
                        "Terms of the",
                        "Shoes");
    }

    @Test
    void aTableOfMarkdownNamesItsColumns() {
        sample.page("index", "| foot | side |\n| --- | --- |\n| left | [right](artifacts.html) |");

        assertThat(page("en/index.html").select("th[scope=col]").eachText()).containsExactly("foot", "side");
    }

    private Map<String, String> render(ContentPackage content) {
        return SiteRenderer.render(content, GuidePage.read(content.guide(), sample.pages()));
    }

    private Document page(String path) {
        return Jsoup.parse(render(sample.content()).getOrDefault(path, ""));
    }

    private String main(String path) {
        return page(path).select("main").text();
    }

    private static Element place(Document page, String id) {
        return page.expectFirst("[id=" + id + "]");
    }

    private static Element row(Document page, String head) {
        return page.select("main tr").stream()
                .filter(row -> row.select("th").text().equals(head))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + head + " in " + page.select("main")));
    }
}
