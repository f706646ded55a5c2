package fr.respop.server.savings;

import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.programme.Programmes;
import java.math.BigDecimal;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Money;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;

/**
 * Estimates savings: residents times the difference between the mean cost of the next stratum and that of their own.
 *
 * <p>Respop definition, on the published mean costs of a stratum: it takes for granted that who stays costs what the stratum
 * costs, and who leaves it what the next one does.
 */
@Component
class EstimateSavingsService {

    private final Programmes programmes;
    private final StratumCosts costs;
    private final LocalStore store;

    EstimateSavingsService(Programmes programmes, StratumCosts costs, LocalStore store) {
        this.programmes = programmes;
        this.costs = costs;
        this.store = store;
    }

    /**
     * Estimates.
     *
     * @throws Refusal 404 if there is no such Group; 422 if it is of no programme, the stratum is none of the programme, it
     *     is the last one, or no cost is published
     */
    Parameters estimate(String groupId, String stratumCode, int residents) {
        var group = store.find(Group.class, groupId)
                .orElseThrow(() -> Refusal.notFound("Group", "There is no Group/" + groupId + "."));
        var programme = programmes.of(group);
        var stratum = programmes.stratum(programme.code(), stratumCode, "stratum");
        var number = Integer.parseInt(stratumCode.substring(stratumCode.lastIndexOf('-') + 1));
        var next = programmes.stratum(
                programme.code(), programme.stratum(number + 1).getCode(), "stratum");
        var cost = costs.of(stratum);
        var costOfNext = costs.of(next);
        var saved = costOfNext.subtract(cost);
        var savings = saved.multiply(BigDecimal.valueOf(residents));
        var answer = new Parameters();
        answer.addParameter().setName("savings").setValue(euros(savings));
        answer.addParameter().setName("residents").setValue(new IntegerType(residents));
        answer.addParameter().setName("stratum").setValue(stratum);
        answer.addParameter().setName("nextStratum").setValue(next);
        answer.addParameter().setName("cost").setValue(euros(cost));
        answer.addParameter().setName("costOfNext").setValue(euros(costOfNext));
        answer.addParameter()
                .setName("formula")
                .setValue(new StringType("residents × (cost of the next stratum − cost of the stratum) = " + residents
                        + " × (" + costOfNext + " − " + cost + ") EUR = " + savings + " EUR over five years"));
        answer.addParameter().setName("source").setValue(new StringType(costs.source()));
        return answer;
    }

    private static Money euros(BigDecimal amount) {
        return new Money().setValue(amount).setCurrency("EUR");
    }
}
