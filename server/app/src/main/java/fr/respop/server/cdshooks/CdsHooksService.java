package fr.respop.server.cdshooks;

import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseCardJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseJson;
import fr.respop.engine.MeasurementPeriod;
import fr.respop.engine.SubjectEvaluator;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.programme.ComputedStratum;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Answers calls of the services as of now. Nothing is written. */
@Component
class CdsHooksService {

    private final KnowledgeSource knowledgeSource;
    private final ResidentRecords records;
    private final EvaluationProperties properties;
    private final Clock clock;

    CdsHooksService(KnowledgeSource knowledgeSource, ResidentRecords records, EvaluationProperties properties) {
        this.knowledgeSource = knowledgeSource;
        this.records = records;
        this.properties = properties;
        this.clock = properties.clock();
    }

    /**
     * The cards for a call.
     *
     * @param server the FHIR base address of this server
     * @throws Refusal if the patient is unknown, or not the one that is stored under the id
     */
    CdsServiceResponseJson answer(HookRequest request, Language language, String server) {
        var knowledge = knowledgeSource.current();
        var resident = records.find(request, server, knowledge.dataTypes(request.service()));
        var now = ZonedDateTime.now(clock);
        // Content has no default period; as in the strata, these are the twelve months up to now.
        var period = new MeasurementPeriod(now.minusYears(1).plusDays(1), now);
        var evaluator = new SubjectEvaluator(knowledge.content(), period, properties.timeLimit());
        var setting =
                new Setting(request, knowledge, resident, evaluator, Texts.in(language), now.toLocalDate(), server);
        var answer = new CdsServiceResponseJson();
        cards(setting).forEach(answer::addCard);
        return answer;
    }

    private static Stream<CdsServiceResponseCardJson> cards(Setting setting) {
        if (setting.request().service().isAboutOrders()) {
            return new OrderCards(setting).all().stream();
        }
        setting.evaluator().enter(setting.resident().subject());
        return setting.knowledge().programmes().stream()
                .flatMap(programme -> Stream.of(
                                new StratumCard(programme, setting)
                                        .of(ComputedStratum.of(programme, setting.evaluator())),
                                new GapsCard(programme, setting).get())
                        .flatMap(Optional::stream));
    }
}
