package fr.respop.server.stratification;

import fr.respop.server.fhir.programme.ComputedStratum;
import fr.respop.server.fhir.programme.Programme;
import fr.respop.server.fhir.programme.StratumAssessment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the stratum of a resident in a programme, computed now, makes of the assessments that there are.
 *
 * @param programme the programme
 * @param outcome what is to be done
 * @param current the proposal or decision that holds afterwards, if any
 * @param closed the open proposal that is to be closed, if any
 * @param reason why it is closed, for people
 */
record Stratification(
        Programme programme,
        Outcome outcome,
        Optional<StratumAssessment> current,
        Optional<StratumAssessment> closed,
        String reason) {

    private static final String NO_LONGER_CONCERNED =
            "Hors de la population-cible · No longer in the target population";
    private static final String AS_DECIDED =
            "De nouveau conforme à la décision du médecin · Again as the practitioner decided";
    private static final String REPLACED = "Remplacée par une nouvelle proposition · Replaced by a new proposal";

    /**
     * Compares what was computed with the history.
     *
     * @param patient the reference of the resident
     * @param history the assessments of this programme, from the oldest to the newest
     */
    static Stratification of(
            Programme programme,
            ComputedStratum computed,
            String patient,
            List<StratumAssessment> history,
            Instant now) {
        var open = last(history.stream().filter(StratumAssessment::isOpen));
        var decided = last(history.stream().filter(StratumAssessment::isDecided));
        if (computed.stratum().isEmpty()) {
            return open.isEmpty()
                    ? keeping(programme, Outcome.NOT_CONCERNED, decided)
                    : new Stratification(programme, Outcome.ENDED, decided, open, NO_LONGER_CONCERNED);
        }
        if (open.filter(proposal -> proposal.wasComputedAs(programme, computed)).isPresent()) {
            return keeping(programme, Outcome.UNCHANGED, open);
        }
        if (decided.filter(decision -> decision.wasComputedAs(programme, computed))
                .isPresent()) {
            return open.isEmpty()
                    ? keeping(programme, Outcome.UNCHANGED, decided)
                    : new Stratification(programme, Outcome.ENDED, decided, open, AS_DECIDED);
        }
        var proposal = StratumAssessment.propose(programme, computed, patient, open.or(() -> decided), now);
        return new Stratification(programme, Outcome.PROPOSED, Optional.of(proposal), open, REPLACED);
    }

    private static Stratification keeping(Programme programme, Outcome outcome, Optional<StratumAssessment> current) {
        return new Stratification(programme, outcome, current, Optional.empty(), "");
    }

    private static Optional<StratumAssessment> last(Stream<StratumAssessment> history) {
        return history.reduce((earlier, later) -> later);
    }

    /** The new proposal to be stored, if any. */
    Optional<StratumAssessment> proposal() {
        return outcome == Outcome.PROPOSED ? current : Optional.empty();
    }

    /** Whether there is anything to be stored. */
    boolean isWritten() {
        return closed.isPresent() || outcome == Outcome.PROPOSED;
    }

    /** What a stratification comes to. */
    enum Outcome {
        /** A new proposal. */
        PROPOSED("proposed"),
        /** An equal proposal is open, or a practitioner has decided on an equal one. */
        UNCHANGED("unchanged"),
        /** A proposal was open, and there is nothing to propose any more. */
        ENDED("ended"),
        /** The resident is not of the target population. */
        NOT_CONCERNED("not-concerned");

        private final String code;

        Outcome(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
