package fr.respop.engine;

import fr.respop.engine.content.Content;
import fr.respop.engine.content.ContentException;
import fr.respop.engine.cql.FailureReason;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Evaluates measures on many subjects in one pass, each for itself: what single subjects come to is not added up.
 *
 * <p>Safe for any number of threads. Evaluations share the compiled content and what the evaluator learns that is the same
 * for every subject, so that one which is kept is faster the second time.
 */
public final class IndividualEvaluator {

    private final Content content;
    private final EvaluatorSettings settings;
    private final List<Inquiry> inquiries;
    private final List<EvaluationPlan> plans;
    private final List<IndividualReports> reports;
    private final BlockingQueue<SubjectMeasurer> idle;

    /**
     * An evaluator of what is asked about each subject.
     *
     * @throws ContentException if a library is not there, does not compile or lacks an expression
     * @throws MeasureNotEvaluable if one of the measures cannot be scored
     */
    public IndividualEvaluator(List<Inquiry> inquiries, Content content, EvaluatorSettings settings) {
        this.content = content;
        this.settings = settings;
        this.inquiries = List.copyOf(inquiries);
        this.plans = inquiries.stream().map(this::plan).toList();
        this.reports = plans.stream()
                .map(plan -> new IndividualReports(plan, settings.clock()))
                .toList();
        this.idle = new ArrayBlockingQueue<>(settings.threads());
    }

    /** The FHIR types that the inquiries look at, in alphabetical order; a record needs to hold no others. */
    public Set<String> dataTypes() {
        var types = new TreeSet<String>();
        plans.forEach(plan -> types.addAll(plan.dataTypes()));
        return Collections.unmodifiableSet(types);
    }

    /**
     * Evaluates all subjects of a source, which the caller closes.
     *
     * @param use makes of a subject and its findings, which are in the order of the inquiries, what the caller wants to
     *     keep of them, if anything. It is called once a subject, from several threads at a time; what it throws ends the
     *     evaluation, which throws the same
     * @return what was kept, in the order of the subjects' references
     * @throws ContentException if a library needs a value set that cannot be expanded
     * @throws MeasureNotEvaluable if one of the measures cannot be scored for any subject
     * @throws EvaluationCancelled if the calling thread is interrupted
     */
    public <R> Individuals<R> evaluate(SubjectSource subjects, BiFunction<Subject, List<Finding>, Optional<R>> use) {
        var run = new Run<>(use);
        var feed = new SubjectFeed(subjects, settings.chunkSize(), ProgressListener.NONE);
        var isOneChunk = subjects.total().orElse(Long.MAX_VALUE) <= settings.chunkSize();
        Workers.run(isOneChunk ? 1 : settings.threads(), () -> run.work(feed), feed::stop);
        return new Individuals<>(List.copyOf(run.kept.values()), List.copyOf(run.failures.values()));
    }

    private EvaluationPlan plan(Inquiry inquiry) {
        var plan = EvaluationPlan.of(inquiry.evaluation(), content);
        inquiry.expressions().forEach(plan.library()::requireExpression);
        return plan;
    }

    /** One that knows functions and answers from earlier subjects, if there is one. */
    private SubjectMeasurer measurer() {
        var known = idle.poll();
        if (known != null) {
            return known;
        }
        var anew = new SubjectMeasurer(plans, content, settings.timeLimit());
        for (int i = 0; i < plans.size(); i++) {
            anew.prepare(plans.get(i), inquiries.get(i).expressions());
        }
        return anew;
    }

    /** One pass, whose threads share what they keep. */
    private final class Run<R> {

        private final BiFunction<Subject, List<Finding>, Optional<R>> use;
        private final Map<String, R> kept = new ConcurrentSkipListMap<>();
        private final Map<String, SubjectNotEvaluable> failures = new ConcurrentSkipListMap<>();

        Run(BiFunction<Subject, List<Finding>, Optional<R>> use) {
            this.use = use;
        }

        void work(SubjectFeed feed) {
            var measurer = measurer();
            for (var chunk = feed.next(); !chunk.isEmpty(); chunk = feed.next()) {
                for (var subject : chunk.records()) {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new EvaluationCancelled();
                    }
                    evaluate(subject, measurer);
                }
            }
            // Left out when the evaluation ends otherwise, for nobody knows what that leaves behind.
            measurer.leave();
            idle.offer(measurer);
        }

        private void evaluate(SubjectRecord unread, SubjectMeasurer measurer) {
            try {
                var subject = read(unread);
                use.apply(subject, findings(subject, measurer)).ifPresent(result -> kept.put(subject.id(), result));
            } catch (SubjectNotEvaluable failure) {
                failures.put(unread.id(), failure);
            }
        }

        private static Subject read(SubjectRecord unread) {
            try {
                return new Subject(unread.id(), unread.resources());
            } catch (RuntimeException unreadable) {
                throw new SubjectNotEvaluable(unread.id(), FailureReason.of(unreadable), unreadable);
            }
        }

        private List<Finding> findings(Subject subject, SubjectMeasurer measurer) {
            try {
                measurer.enter(subject);
            } catch (RuntimeException failure) {
                throw new SubjectNotEvaluable(subject.id(), FailureReason.of(failure), failure);
            }
            return IntStream.range(0, plans.size())
                    .mapToObj(i -> new Finding(reports.get(i), inquiries.get(i).expressions(), subject.id(), measurer))
                    .toList();
        }
    }
}
