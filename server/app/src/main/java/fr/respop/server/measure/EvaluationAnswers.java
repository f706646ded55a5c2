package fr.respop.server.measure;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import fr.respop.engine.ProgressListener;
import fr.respop.engine.content.Content;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.background.BackgroundAnswers;
import fr.respop.server.fhir.evaluation.CurrentContent;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Answers an evaluation at once, or accepts it for the background when the client prefers that. */
@Component
class EvaluationAnswers {

    private final EvaluateMeasureService service;
    private final BackgroundAnswers background;
    private final CurrentContent content;
    private final Clock clock;
    private final SharedEvaluations<Key> shared = new SharedEvaluations<>();

    EvaluationAnswers(
            EvaluateMeasureService service,
            BackgroundAnswers background,
            CurrentContent content,
            EvaluationProperties properties) {
        this.service = service;
        this.background = background;
        this.content = content;
        this.clock = properties.clock();
    }

    /**
     * The answer of the operation; with {@code Prefer: respond-async} that of {@link BackgroundAnswers#accept}.
     *
     * @throws Refusal 422 too-costly if a client would wait for too many residents
     */
    Resource answer(AskedEvaluation asked, RequestDetails request, HttpServletResponse response) {
        if (BackgroundAnswers.arePreferred(request)) {
            service.subjects(asked.measures(), asked.request());
            return background.accept(EvaluationTask.ask(asked, clock.instant()), request, response);
        }
        return asked.operation().answer(evaluate(asked));
    }

    /** One resident is quick, and asked for right after a write: only evaluations of populations are shared. */
    private List<MeasureReport> evaluate(AskedEvaluation asked) {
        if (asked.request().isOfOneResident()) {
            return evaluateAlone(asked);
        }
        background.refuseTooMany(service.subjects(asked.measures(), asked.request()));
        var key = new Key(asked.measureNames(), asked.request(), content.get());
        return shared.evaluate(key, () -> evaluateAlone(asked));
    }

    private List<MeasureReport> evaluateAlone(AskedEvaluation asked) {
        return service.evaluate(asked.measures(), asked.request(), ProgressListener.NONE);
    }

    /** Evaluations with equal keys have equal results, but for what is written to residents meanwhile. */
    private record Key(List<String> measures, EvaluateMeasureRequest request, Content content) {}
}
