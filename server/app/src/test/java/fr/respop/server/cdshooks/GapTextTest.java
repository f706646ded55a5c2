package fr.respop.server.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.fhir.programme.Gap;
import fr.respop.server.fhir.programme.GapMeasure;
import fr.respop.server.fhir.programme.GapStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Measure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GapTextTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private final GapText english = new GapText(Texts.in(Language.EN), TODAY);
    private final GapText french = new GapText(Texts.in(Language.FR), TODAY);

    @Test
    void saysSinceWhenAnItemIsOverdue() {
        var gap = gap(GapStatus.OPEN, "2025-09-01", "2026-03-01");

        assertThat(english.of(gap, "HbA1c"))
                .isEqualTo("HbA1c: due on 2026-03-01 (30 days ago), last done on 2025-09-01");
        assertThat(french.of(gap, "HbA1c"))
                .isEqualTo("HbA1c : attendu le 01/03/2026 (30 jours), dernier le 01/09/2025");
    }

    @Test
    void saysWhatWasNeverDone() {
        var gap = gap(GapStatus.OPEN, null, "2026-03-31");

        assertThat(english.of(gap, "ECG")).isEqualTo("ECG: to be done now, never done");
        assertThat(french.of(gap, "ECG")).isEqualTo("ECG : à faire maintenant, jamais fait");
    }

    @Test
    void saysWhatWasDoneInPart() {
        assertThat(english.of(gap(GapStatus.OPEN, null, "2026-03-30"), "Check"))
                .isEqualTo("Check: due on 2026-03-30 (1 days ago), never done in full");
    }

    @Test
    void saysWhenAnItemIsDue() {
        assertThat(english.of(gap(GapStatus.PROSPECTIVE, "2025-10-10", "2026-04-10"), "HbA1c"))
                .isEqualTo("HbA1c: to be done by 2026-04-10, last done on 2025-10-10");
        assertThat(french.upToDate(gap(GapStatus.CLOSED, "2026-03-01", "2026-09-01"), "HbA1c"))
                .isEqualTo("HbA1c : fait le 01/03/2026, prochain à faire le 01/09/2026");
    }

    private static Gap gap(GapStatus status, @Nullable String lastDone, String due) {
        return new Gap(
                new GapMeasure(new Measure(), "Library/x", "a", "b", "c", Optional.empty(), Optional.empty()),
                status,
                Optional.ofNullable(lastDone).map(DateType::new),
                Optional.of(new DateType(due)),
                Optional.empty(),
                List.of());
    }
}
