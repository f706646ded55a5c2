package fr.respop.guide.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class LabelsTest {

    @Test
    void everyLabelIsWrittenInBothLanguages() {
        var english = ResourceBundle.getBundle("fr.respop.guide.labels_en", Locale.ROOT);
        var french = ResourceBundle.getBundle("fr.respop.guide.labels_fr", Locale.ROOT);

        assertThat(french.keySet()).isEqualTo(english.keySet());
    }
}
