package fr.respop.server.caregaps;

import fr.respop.engine.IndividualEvaluator;
import fr.respop.engine.Inquiry;
import fr.respop.engine.content.Content;
import fr.respop.server.fhir.evaluation.CurrentContent;
import fr.respop.server.fhir.evaluation.EvaluationProperties;
import fr.respop.server.fhir.evaluation.PerContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The evaluators of what was asked lately: the same is asked about one resident after another. */
@Component
class GapEvaluators {

    private static final int MOST_EVALUATORS = 4;

    private final EvaluationProperties properties;
    private final PerContent<Known> known;

    GapEvaluators(CurrentContent content, EvaluationProperties properties) {
        this.properties = properties;
        this.known = new PerContent<>(content, Known::new);
    }

    /** An evaluator of these inquiries, on the content as of now. */
    IndividualEvaluator of(List<Inquiry> inquiries) {
        return known.get().of(inquiries);
    }

    private final class Known {

        private final Content content;
        private final Map<List<Inquiry>, IndividualEvaluator> evaluators = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<List<Inquiry>, IndividualEvaluator> eldest) {
                return size() > MOST_EVALUATORS;
            }
        };

        Known(Content content) {
            this.content = content;
        }

        /** Another caller waits while one is made: it takes as long as an evaluation. */
        synchronized IndividualEvaluator of(List<Inquiry> inquiries) {
            return evaluators.computeIfAbsent(
                    inquiries, anew -> new IndividualEvaluator(anew, content, properties.evaluatorSettings()));
        }
    }
}
