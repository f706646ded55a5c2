package fr.respop.server.inclusion;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import fr.respop.engine.SubjectNotEvaluable;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.evaluation.ConceptNames;
import fr.respop.server.fhir.evaluation.ResidentFollower;
import fr.respop.server.fhir.programme.Programmes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the plans of included residents up to date: an act that was done anywhere closes itself, what has become due shows,
 * and a newly confirmed stratum brings its own logigramme. Each change is a version of the CarePlan; no change, no version.
 */
@Component
class PlanUpkeep implements ResidentFollower {

    private static final Logger LOG = LoggerFactory.getLogger(PlanUpkeep.class);

    private final Inclusions inclusions;
    private final ConfirmedStrata confirmedStrata;
    private final Planner planner;
    private final Programmes programmes;
    private final ConceptNames names;
    private final LocalStore store;
    private final TransactionTemplate transaction;

    PlanUpkeep(
            Inclusions inclusions,
            ConfirmedStrata confirmedStrata,
            Planner planner,
            Programmes programmes,
            ConceptNames names,
            LocalStore store,
            PlatformTransactionManager transactions) {
        this.inclusions = inclusions;
        this.confirmedStrata = confirmedStrata;
        this.planner = planner;
        this.programmes = programmes;
        this.names = names;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<String> follow(List<String> residents) {
        var again = new ArrayList<String>();
        for (var episode : inclusions.active(residents)) {
            try {
                transaction.executeWithoutResult(status -> refresh(episode));
            } catch (SubjectNotEvaluable failure) {
                LOG.warn("The plan of a resident could not be renewed: {}", failure.reason());
            } catch (BaseServerResponseException refused) {
                LOG.info("A plan could not be renewed and will be tried again: status {}", refused.getStatusCode());
                again.add(Inclusions.patientIdOf(episode));
            } catch (RuntimeException failure) {
                LOG.warn("A plan could not be renewed and will be tried again", failure);
                again.add(Inclusions.patientIdOf(episode));
            }
        }
        return again;
    }

    private void refresh(EpisodeOfCare found) {
        var patientId = Inclusions.patientIdOf(found);
        inclusions.hold(patientId);
        var programme = programmes.get(
                Inclusions.programmeOf(found).map(Coding::getCode).orElseThrow(), "EpisodeOfCare.type");
        var stratum = ConfirmedStrata.lastOf(confirmedStrata.history(patientId, programme));
        var stored = inclusions.active(patientId, programme.code()).flatMap(this::planOf);
        if (stored.isEmpty() || stratum.isEmpty()) {
            return;
        }
        var plan = stored.get();
        var now = planner.plan(patientId, programme, stratum.get(), found.getCareManager());
        PlannedActs.keepWaiting(plan, now);
        if (PlannedActs.areSame(plan, now)) {
            return;
        }
        plan.setTitle(names.of(stratum.get().coding()))
                .setInstantiatesCanonical(now.getInstantiatesCanonical())
                .setSupportingInfo(now.getSupportingInfo())
                .setActivity(now.getActivity())
                .setNote(now.getNote())
                .setContained(now.getContained());
        store.put(plan);
    }

    private Optional<CarePlan> planOf(EpisodeOfCare episode) {
        return episode.getTeam().stream()
                .flatMap(team -> inclusions.plansOf(team).stream())
                .findFirst();
    }
}
