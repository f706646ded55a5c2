package fr.respop.engine.cql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.engine.CheckContent;
import fr.respop.engine.ExpressionEvaluator;
import fr.respop.engine.MeasurementPeriod;
import fr.respop.engine.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cqframework.cql.cql2elm.CqlCompilerOptions;
import org.cqframework.cql.cql2elm.CqlTranslator;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.ModelManager;
import org.cqframework.cql.cql2elm.quick.FhirLibrarySourceProvider;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same CQL, translated with and without moving its dates into the retrieves, finds the same resources. */
class DateRangedRetrieveTest {

    private static final String CQL = """
            library Dates version '1.0.0'
            using FHIR version '4.0.1'
            include FHIRHelpers version '4.0.1' called FHIRHelpers
            parameter "Measurement Period" Interval<DateTime>
            parameter "No Period" Interval<DateTime>
            context Patient
            define "Period": ([Encounter] E where E.period during "Measurement Period") E return E.id
            define "Period Below": ([Encounter] E where E.period.end during "Measurement Period") E return E.id
            define "DateTime": ([Condition] C where C.recordedDate during "Measurement Period") C return C.id
            define "Choice": ([Observation] O where (O.effective as FHIR.dateTime) during "Measurement Period") O return O.id
            define "Instant": ([Observation] O where O.issued during "Measurement Period") O return O.id
            define "And": ([Observation] O where O.status = 'final' and O.issued during "Measurement Period") O return O.id
            define "In No Period": ([Encounter] E where E.period during "No Period") E return E.id
            """;

    private static final List<String> TIMES = List.of(
            "2024",
            "2025",
            "2026",
            "2025-06",
            "2024-12-31",
            "2025-01-01",
            "2025-12-31",
            "2026-01-01",
            "2024-12-31T23:59:59.999+01:00",
            "2025-01-01T00:00:00+01:00",
            "2025-01-01T00:00:00.000+01:00",
            "2025-12-31T23:59:59.999+01:00",
            "2026-01-01T00:00:00.000+01:00",
            "2025-12-31T22:59:59.999Z",
            "2025-06-01T10:00:00+02:00");

    private static final String DATES = "https://example.org/Library/Dates";
    private static final MeasurementPeriod YEAR_2025 = MeasurementPeriod.of("2025", "2025", ZoneId.of("Europe/Paris"));

    private final ExpressionEvaluator plain =
            new ExpressionEvaluator(CheckContent.of(CheckContent.cql("Dates", "1.0.0", CQL)));
    private final String elm = elm();
    private final ExpressionEvaluator dateRanged = new ExpressionEvaluator(
            CheckContent.of(CheckContent.library("Dates", "1.0.0", "application/elm+json", elm)));

    @ParameterizedTest
    @ValueSource(strings = {"Period", "Period Below", "DateTime", "Choice", "Instant", "And"})
    void findsWhatTheQueryFound(String expression) {
        var subject = subject(resources());

        assertThat(ids(dateRanged, expression, subject))
                .isEqualTo(ids(plain, expression, subject))
                .isNotEmpty()
                .hasSizeLessThan(resources().size());
    }

    @Test
    void isWhatTheTranslatorMakesOfTheQuery() {
        assertThat(elm).contains("\"dateProperty\":\"period\"", "\"dateProperty\":\"effective\"");
    }

    @Test
    void findsNothingInAPeriodThatIsNull() {
        assertThat(ids(dateRanged, "In No Period", subject(resources()))).isEmpty();
    }

    @Test
    void findsAPeriodOfAnElementOfSeveralTypes() {
        var inside = observation("inside").setEffective(period("2025-02-01T10:00:00Z", "2025-02-02T10:00:00Z"));
        var across = observation("across").setEffective(period("2025-12-30T10:00:00Z", "2026-01-02T10:00:00Z"));

        assertThat(ids(dateRanged, "Choice", subject(List.of(inside, across)))).containsExactly("inside");
    }

    @Test
    void findsATimingByItsBoundsOrEvents() {
        var bounded = new Timing();
        bounded.getRepeat().setBounds(period("2025-02-01T10:00:00Z", "2025-02-02T10:00:00Z"));
        var events = new Timing().addEvent(date("2025-03-01T10:00:00Z")).addEvent(date("2025-01-02T10:00:00Z"));
        var lateEvent = events.copy().addEvent(date("2026-03-01T10:00:00Z"));

        assertThat(ids(
                        dateRanged,
                        "Choice",
                        subject(List.of(
                                observation("bounded").setEffective(bounded),
                                observation("events").setEffective(events),
                                observation("late").setEffective(lateEvent),
                                observation("none").setEffective(new Timing())))))
                .containsExactly("bounded", "events");
    }

    private static java.util.Date date(String time) {
        return new DateTimeType(time).getValue();
    }

    private static Instant instant(String time) {
        return new DateTimeType(time).getValue().toInstant();
    }

    private static List<Resource> resources() {
        var resources = new ArrayList<Resource>();
        for (var time : TIMES) {
            resources.add(observation("o").setEffective(new DateTimeType(time)));
            resources.add(new Condition().setRecordedDateElement(new DateTimeType(time)));
            if (time.length() > 10) {
                resources.add(observation("i").setIssuedElement(new InstantType(time)));
            }
            for (var end : TIMES) {
                if (time.length() == end.length() && instant(time).isBefore(instant(end))) {
                    resources.add(new Encounter().setPeriod(period(time, end)));
                }
            }
            resources.add(new Encounter().setPeriod(new Period().setStartElement(new DateTimeType(time))));
            resources.add(new Encounter().setPeriod(new Period().setEndElement(new DateTimeType(time))));
        }
        resources.add(new Encounter());
        resources.add(observation("empty"));
        for (int i = 0; i < resources.size(); i++) {
            resources.get(i).setId(resources.get(i).fhirType() + "/r" + i);
        }
        return resources;
    }

    private static Observation observation(String id) {
        var observation = new Observation().setStatus(Observation.ObservationStatus.FINAL);
        observation.setId("Observation/" + id);
        return observation;
    }

    private static Period period(String start, String end) {
        return new Period().setStartElement(new DateTimeType(start)).setEndElement(new DateTimeType(end));
    }

    private static Subject subject(List<? extends Resource> resources) {
        var patient = new Patient();
        patient.setId("Patient/1");
        return new Subject(
                "Patient/1",
                Stream.concat(Stream.of(patient), resources.stream()).toList());
    }

    private static List<String> ids(ExpressionEvaluator evaluator, String expression, Subject subject) {
        var found = evaluator.evaluate(DATES, List.of(expression), subject, YEAR_2025);
        var ids = new ArrayList<String>();
        ((Iterable<?>) Objects.requireNonNull(found.get(expression)))
                .forEach(id -> ids.add(((org.hl7.fhir.r4.model.IdType) id).getIdPart()));
        return ids;
    }

    private static String elm() {
        var options = new CqlCompilerOptions();
        options.getOptions().add(CqlCompilerOptions.Options.EnableDateRangeOptimization);
        options.setSignatureLevel(org.cqframework.cql.cql2elm.LibraryBuilder.SignatureLevel.Overloads);
        var libraries = new LibraryManager(new ModelManager(), options);
        libraries.getLibrarySourceLoader().registerProvider(new FhirLibrarySourceProvider());
        var translator = CqlTranslator.fromText(CQL, libraries);
        assertThat(translator.getErrors()).isEmpty();
        return translator.toJson().replaceAll("\\s*:\\s*", ":");
    }
}
