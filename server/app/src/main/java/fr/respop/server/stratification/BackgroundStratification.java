package fr.respop.server.stratification;

import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.ServerTask;
import fr.respop.server.fhir.background.BackgroundOperation;
import fr.respop.server.fhir.background.BackgroundTask;
import fr.respop.server.fhir.background.RunningTask;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Stratifies a Group in the background; the Task keeps the answer. */
@Component
class BackgroundStratification implements BackgroundOperation {

    private static final String RESULT = "result";

    private final GroupStratifyService service;

    BackgroundStratification(GroupStratifyService service) {
        this.service = service;
    }

    @Override
    public String code() {
        return GroupStratification.CODE;
    }

    @Override
    public String whenCancelled() {
        return "The proposals that were stored until now stay.";
    }

    @Override
    public Consumer<BackgroundTask> carryOut(BackgroundTask task, RunningTask running) {
        var asked = GroupStratification.of(task);
        running.expect(service.residents(asked));
        var answer = service.stratify(asked, running);
        answer.setId(RESULT);
        return open -> {
            open.task().addContained(answer);
            ServerTask.addOutput(open.task(), RESULT, new Reference("#" + RESULT));
        };
    }

    @Override
    public Resource answer(BackgroundTask task) {
        var answer = task.task().getContained().stream()
                .filter(Parameters.class::isInstance)
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        410, IssueType.DELETED, "", "The Task holds no result. Ask for the stratification again."));
        answer.setId((String) null);
        return answer;
    }
}
