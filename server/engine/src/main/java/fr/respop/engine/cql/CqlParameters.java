package fr.respop.engine.cql;

import fr.respop.engine.content.CqlLibrary;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.opencds.cqf.cql.engine.runtime.Date;
import org.opencds.cqf.cql.engine.runtime.DateTime;
import org.opencds.cqf.cql.engine.runtime.Interval;

/** The parameters of an evaluation as CQL values: the measurement period, to the millisecond, and further ones. */
final class CqlParameters {

    private static final String MEASUREMENT_PERIOD = "Measurement Period";

    private final Map<String, Object> ofDateTimes;
    private final Map<String, Object> ofDates;

    CqlParameters(ZonedDateTime start, ZonedDateTime end, Map<String, Object> further) {
        ofDateTimes = new HashMap<>(further);
        ofDateTimes.put(
                MEASUREMENT_PERIOD,
                new Interval(new DateTime(start.toOffsetDateTime()), true, new DateTime(end.toOffsetDateTime()), true));
        ofDates = new HashMap<>(further);
        ofDates.put(MEASUREMENT_PERIOD, new Interval(date(start), true, date(end), true));
    }

    private static Date date(ZonedDateTime time) {
        return new Date(time.toLocalDate());
    }

    /** Libraries may declare the measurement period as an interval of dates rather than of times. */
    Map<String, Object> of(CqlLibrary library) {
        return library.takesDates(MEASUREMENT_PERIOD) ? ofDates : ofDateTimes;
    }
}
