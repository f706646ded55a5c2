package fr.respop.server.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.notification.Filters.Filter;
import fr.respop.server.notification.Filters.Name;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiltersTest {

    @Test
    void areReadAsTheyWereWritten() {
        var filters = new Filters(List.of(
                new Filter(Name.GENERAL_PRACTITIONER, List.of("Practitioner/1", "PractitionerRole/2")),
                new Filter(Name.PROGRAMME, List.of("diabetes"))));

        assertThat(Filters.parse(filters.text())).isEqualTo(filters);
    }

    @Test
    void canBeNone() {
        var none = new Filters(List.of());

        assertThat(Filters.parse(none.text())).isEqualTo(none);
    }
}
