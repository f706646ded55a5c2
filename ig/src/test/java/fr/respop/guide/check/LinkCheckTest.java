package fr.respop.guide.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkCheckTest {

    @Test
    void acceptsFilesPlacesAndOtherSites() {
        var problems = LinkCheck.problems(Map.of(
                "index.html", "<a href='en/a.html#here'>a</a> <a href='https://example.org/x'>x</a>",
                "en/a.html", "<p id='here'><a href='#here'>here</a> <a href='../index.html'>up</a></p>"));

        assertThat(problems).isEmpty();
    }

    @Test
    void namesALinkToNoFile() {
        assertThat(LinkCheck.problems(Map.of("en/a.html", "<a href='../fr/b.html'>b</a>")))
                .containsExactly("en/a.html links to ../fr/b.html, which is no file of the site.");
    }

    @Test
    void namesALinkToNoPlace() {
        assertThat(LinkCheck.problems(Map.of("a.html", "<a href='#there'>there</a>")))
                .containsExactly("a.html links to #there, but that page has no such place.");
    }

    @Test
    void namesAPlaceThatIsNamedTwice() {
        assertThat(LinkCheck.problems(Map.of("a.html", "<p id='here'></p><p id='here'></p>")))
                .containsExactly("a.html names two places here.");
    }
}
