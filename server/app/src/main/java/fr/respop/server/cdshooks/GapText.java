package fr.respop.server.cdshooks;

import fr.respop.server.fhir.programme.Gap;
import fr.respop.server.fhir.programme.GapStatus;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateType;

/** Says how a resident stands with an item. */
final class GapText {

    private final Texts texts;
    private final LocalDate today;

    GapText(Texts texts, LocalDate today) {
        this.texts = texts;
        this.today = today;
    }

    /** A sentence that begins with the name of the item. */
    String of(Gap gap, String item) {
        var due = day(gap.due()).orElse(today);
        if (gap.status() != GapStatus.OPEN) {
            return texts.of("gap.prospective", item, texts.date(due), lastDone(gap));
        }
        return due.isBefore(today)
                ? texts.of("gap.open", item, texts.date(due), ChronoUnit.DAYS.between(due, today), overdueSince(gap))
                : texts.of("gap.now", item, lastDone(gap));
    }

    /** What was due before today and has no last day was begun: one of its parts was done. */
    private String overdueSince(Gap gap) {
        return gap.lastDone().isPresent() ? lastDone(gap) : texts.of("gap.incomplete");
    }

    private String lastDone(Gap gap) {
        return day(gap.lastDone())
                .map(day -> texts.of("gap.last", texts.date(day)))
                .orElseGet(() -> texts.of("gap.never"));
    }

    /** The same of an item that is up to date: when it was done, and when it is due again. */
    String upToDate(Gap gap, String item) {
        return texts.of("order.duplicate", item, date(gap.lastDone()), date(gap.due()));
    }

    private String date(Optional<DateType> date) {
        return day(date).map(texts::date).orElse("?");
    }

    static Optional<LocalDate> day(Optional<DateType> date) {
        return date.map(day -> LocalDate.parse(day.getValueAsString()));
    }
}
