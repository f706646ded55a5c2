package fr.respop.server.measure;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.api.server.IRepositoryFactory;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import fr.respop.server.FhirHttp;
import fr.respop.server.OnAnyDatabase;
import fr.respop.server.ServerTest;
import java.util.List;
import org.hl7.fhir.r4.model.MeasureReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Measures that are not ours, on generated residents: this server over HTTP says what clinical-reasoning's own evaluation
 * says of the same resources.
 */
@OnAnyDatabase
@ServerTest
class StockDifferenceIT {

    private final ForeignServer foreign;
    private final IRepositoryFactory repositories;

    @Autowired
    StockDifferenceIT(FhirHttp fhir, IRepositoryFactory repositories) {
        this.foreign = new ForeignServer(fhir);
        this.repositories = repositories;
    }

    @BeforeEach
    void store() {
        foreign.storeOnce();
    }

    @ParameterizedTest
    @MethodSource("fr.respop.server.measure.ForeignMeasures#all")
    void countsAndListsWhatTheStockDoes(ForeignMeasure measure) {
        foreign.store(measure.get());

        assertThat(known(foreign.ours(measure, "subject-list", ForeignServer.POPULATION)))
                .isEqualTo(known(foreign.stock(measure, "subject-list", ForeignServer.MEMBERS)));
    }

    @ParameterizedTest
    @MethodSource("fr.respop.server.measure.ForeignMeasures#all")
    void countsTheSameWithAndWithoutLists(ForeignMeasure measure) {
        foreign.store(measure.get());

        assertThat(withoutLists(foreign.ours(measure, "population", ForeignServer.POPULATION)))
                .isEqualTo(withoutLists(foreign.ours(measure, "subject-list", ForeignServer.POPULATION)));
    }

    @ParameterizedTest
    @MethodSource("fr.respop.server.measure.ForeignMeasures#all")
    void saysOfOneResidentWhatTheStockSays(ForeignMeasure measure) {
        foreign.store(measure.get());

        for (int i = 0; i < ForeignResidents.COUNT; i += 13) {
            var resident = "Patient/" + ForeignResidents.id(i);
            assertThat(known(foreign.ours(measure, "subject", resident)))
                    .isEqualTo(known(foreign.stock(measure, "subject", resident)));
        }
    }

    @Test
    void theStockSaysOfStoredResidentsWhatItSaysOfThoseInMemory() {
        var measure = ForeignMeasure.proportion("stored").stratifier("Age Group");
        foreign.store(measure.get());

        assertThat(ReportFacts.of(foreign.stock(
                        repositories.create(new SystemRequestDetails()), measure, "population", ForeignServer.MEMBERS)))
                .isEqualTo(ReportFacts.of(foreign.stock(measure, "population", ForeignServer.MEMBERS)));
    }

    /** What a report says, without what the stock is known to get wrong: {@link StockMistakesIT} is about that. */
    private static List<String> known(MeasureReport report) {
        return ReportFacts.of(report).stream()
                .filter(fact -> !fact.matches(".* stratifier-\\d+ .* score = .*"))
                .map(fact -> fact.replaceFirst("( stratifier-\\d+ .*measure-observation = \\d+) .*", "$1"))
                .toList();
    }

    private static List<String> withoutLists(MeasureReport report) {
        return ReportFacts.of(report).stream()
                .filter(fact -> !fact.startsWith("type "))
                .map(fact -> fact.replaceFirst("( = \\d+) \\[.*", "$1"))
                .toList();
    }
}
