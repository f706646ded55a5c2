package fr.respop.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.respop.content.source.ContentProblem;
import fr.respop.content.source.SampleContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentPackagerTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    private SampleContent sample;
    private Path build;
    private Path packageFile;

    @BeforeEach
    void packSample(@TempDir Path folder) throws IOException {
        sample = SampleContent.in(folder.resolve("content"));
        build = folder.resolve("target");
        packageFile = build.resolve("classes/org.respop.fhir.tgz");
        pack();
        Files.setLastModifiedTime(packageFile, LONG_AGO);
    }

    @Test
    void doesNothingWhenNothingChanged() throws IOException {
        pack();

        assertThat(Files.getLastModifiedTime(packageFile)).isEqualTo(LONG_AGO);
    }

    @Test
    void packsAgainWhenAnInputChanged() throws IOException {
        sample.replace(SampleContent.STRATA, "Strata of the sample", "Layers of the sample");

        pack();

        assertThat(Files.getLastModifiedTime(packageFile)).isGreaterThan(LONG_AGO);
    }

    @Test
    void packsAgainWhenAnInputIsNew() throws IOException {
        String copy = "terminology/Group-second-group.json";
        sample.copy(SampleContent.GROUP, copy).replace(copy, "sample-group", "second-group");

        pack();

        assertThat(Files.getLastModifiedTime(packageFile)).isGreaterThan(LONG_AGO);
    }

    @Test
    void packsAgainWhenThePackageIsGone() throws IOException {
        Files.delete(packageFile);

        pack();

        assertThat(packageFile).exists();
    }

    @Test
    void packsNothingThatBreaksARule() throws IOException {
        Files.delete(packageFile);
        sample.replace(SampleContent.PLAN, "\"Last Done\"", "\"Last Seen\"");

        assertThatThrownBy(this::pack).isInstanceOf(ContentProblem.class).hasMessageContaining("Last Seen");
        assertThat(packageFile).doesNotExist();
    }

    private void pack() throws IOException {
        ContentPackager.main(new String[] {
            sample.root().toString(), build.toString(), Path.of("pom.xml").toString()
        });
    }
}
