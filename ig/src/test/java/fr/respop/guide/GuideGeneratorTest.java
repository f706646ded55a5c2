package fr.respop.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.respop.guide.source.GuideProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideGeneratorTest {

    private SampleGuide sample;

    @BeforeEach
    void makeSample(@TempDir Path folder) {
        sample = SampleGuide.in(folder);
    }

    @Test
    void equalSourcesGiveEqualFiles() {
        sample.page("index", "${table(\"criteria\")}\n\n${table(\"items\")}\n\n${table(\"frequencies\")}");

        var first = GuideGenerator.site(sample.content(), sample.pages());
        var second = GuideGenerator.site(sample.content(), sample.pages());

        assertThat(second).isEqualTo(first);
    }

    @Test
    void refusesALinkToNoPage() {
        sample.page("index", "See [the moon](moon.html).");

        assertThatThrownBy(() -> GuideGenerator.site(sample.content(), sample.pages()))
                .isInstanceOf(GuideProblem.class)
                .hasMessageContaining("en/index.html links to moon.html, which is no file of the site.");
    }

    @Test
    void refusesALinkToNoPlaceOfAPage() {
        sample.page("index-fr", "[F9.9](CodeSystem-respop-sore-foot-criterion.html#F9.9)");

        assertThatThrownBy(() -> GuideGenerator.site(sample.content(), sample.pages()))
                .isInstanceOf(GuideProblem.class)
                .hasMessageContaining("fr/index.html links to CodeSystem-respop-sore-foot-criterion.html#F9.9");
    }

    @Test
    void refusesATableThatThereIsNot() {
        sample.page("index", "${table(\"stars\")}");

        assertThatThrownBy(() -> GuideGenerator.site(sample.content(), sample.pages()))
                .isInstanceOf(GuideProblem.class)
                .hasMessageContaining("index.md")
                .hasMessageContaining("stars");
    }

    @Test
    void refusesAPageThatTheGuideDoesNotList() {
        sample.page("moon", "Far away.");

        assertThatThrownBy(() -> GuideGenerator.site(sample.content(), sample.pages()))
                .isInstanceOf(GuideProblem.class)
                .hasMessageContaining("moon")
                .hasMessageContaining("sushi-config.yaml");
    }

    @Test
    void writesTheSiteOfThePackageInPlaceOfAFormerOne(@TempDir Path folder) throws Exception {
        Path former = folder.resolve("en/former.html");
        Files.createDirectories(folder.resolve("en"));
        Files.writeString(former, "gone");

        GuideGenerator.main(new String[] {"input/pagecontent", folder.toString()});

        assertThat(former).doesNotExist();
        assertThat(folder.resolve("index.html")).exists();
        assertThat(folder.resolve("fr/index.html")).content().contains("<html lang=\"fr\">");
    }
}
