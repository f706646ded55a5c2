package fr.respop.server.caregaps;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.respop.server.fhir.Refusal;
import org.junit.jupiter.api.Test;

class AnswerSizeTest {

    private final AnswerSize size = new AnswerSize(new CareGapsProperties(3, 10));

    @Test
    void holdsAsManyResidentsAndGapsAsAllowed() {
        assertThatCode(() -> {
                    size.add(4);
                    size.add(4);
                    size.add(2);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAnotherResident() {
        size.add(1);
        size.add(1);
        size.add(1);

        assertThatThrownBy(() -> size.add(1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("more than 3 residents")
                .hasMessageContaining("one practitioner");
    }

    @Test
    void refusesMoreGapsThanAllowed() {
        size.add(6);

        assertThatThrownBy(() -> size.add(5))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("more than 10 follow-up items")
                .hasMessageContaining("open gaps only");
    }
}
