package fr.respop.server.measure;

import fr.respop.engine.MeasurementPeriod;
import fr.respop.engine.ProgressListener;
import fr.respop.engine.ReportType;
import fr.respop.server.fhir.evaluation.GroupEvaluation;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Measure;
import org.springframework.stereotype.Component;

/** The pass of {@code $evaluate-measure}, for other features. */
@Component
class StoredGroupEvaluation implements GroupEvaluation {

    private final EvaluateMeasureService service;

    StoredGroupEvaluation(EvaluateMeasureService service) {
        this.service = service;
    }

    @Override
    public Result evaluate(
            List<Measure> measures, String groupId, MeasurementPeriod period, ProgressListener progress) {
        var request = request(groupId, period);
        var residents = service.subjects(measures, request);
        return new Result(residents, service.evaluate(measures, request, progress));
    }

    @Override
    public long residents(List<Measure> measures, String groupId, MeasurementPeriod period) {
        return service.subjects(measures, request(groupId, period));
    }

    private static EvaluateMeasureRequest request(String groupId, MeasurementPeriod period) {
        return new EvaluateMeasureRequest(
                period, Optional.of(new IdType("Group", groupId)), Optional.empty(), ReportType.POPULATION);
    }
}
