package fr.respop.server.stratification;

import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.Residents;
import fr.respop.server.fhir.programme.Objections;
import fr.respop.server.fhir.programme.Programmes;
import java.util.LinkedHashSet;
import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.springframework.stereotype.Component;

/** Stratifies the resident whom a client names. */
@Component
class StratifyService {

    private final Programmes programmes;
    private final StratificationService stratification;
    private final Residents residents;
    private final Objections objections;

    StratifyService(
            Programmes programmes, StratificationService stratification, Residents residents, Objections objections) {
        this.programmes = programmes;
        this.stratification = stratification;
        this.residents = residents;
        this.objections = objections;
    }

    Parameters resident(String id, List<String> codes, boolean isDryRun) {
        var asked = codes.isEmpty()
                ? programmes.all()
                : new LinkedHashSet<>(codes)
                        .stream().map(code -> programmes.get(code, "programme")).toList();
        var run = stratification.run(asked);
        var resident = residents
                .find(id, run.dataTypes())
                .orElseThrow(() -> Refusal.notFound("Patient", "There is no Patient/" + id + "."));
        if (!isDryRun) {
            objections.refuse(id);
        }
        var answer = new Parameters();
        run.stratify(resident, isDryRun).forEach(found -> add(answer, found));
        return answer;
    }

    private static void add(Parameters answer, Stratification found) {
        var part = answer.addParameter().setName("stratification");
        part.addPart().setName("programme").setValue(found.programme().coding());
        part.addPart().setName("outcome").setValue(new CodeType(found.outcome().code()));
        found.current()
                .ifPresent(current -> part.addPart().setName("assessment").setResource(current.resource()));
    }
}
