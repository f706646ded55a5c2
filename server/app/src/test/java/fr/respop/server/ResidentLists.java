package fr.respop.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/** Groups that list residents of the demonstration, and residents who get a general practitioner for a while. */
public final class ResidentLists {

    private static final String MEMBERS = "Measure/DiabetesPyramid/$evaluate-measure?reportType=subject-list"
            + "&subject=Group/aube-et-sezannais-diabetes&periodStart=2025-01-01&periodEnd=2025-12-31";

    private final FhirHttp fhir;
    private final Map<String, Patient> changed = new LinkedHashMap<>();

    public ResidentLists(FhirHttp fhir) {
        this.fhir = fhir;
    }

    /** The references of all residents concerned by diabetes, in their order. */
    public List<String> members() {
        var report = fhir.get(MEMBERS).hasStatus(200).as(MeasureReport.class);
        var list = report.getGroupFirstRep().getPopulationFirstRep().getSubjectResults();
        return report.getContained().stream()
                .filter(ListResource.class::isInstance)
                .map(ListResource.class::cast)
                .filter(contained -> list.getReference().equals("#" + contained.getIdPart()))
                .flatMap(contained -> contained.getEntry().stream())
                .map(entry -> entry.getItem().getReference())
                .toList();
    }

    /** Some of the {@link #members()}. */
    public List<String> members(int count) {
        return members().subList(0, count);
    }

    /** Stores a Group that lists residents. */
    public void group(String id, List<String> residents) {
        var group = new Group().setActual(true).setType(Group.GroupType.PERSON);
        group.setId(id);
        residents.forEach(resident -> group.addMember().setEntity(new Reference(resident)));
        fhir.put("Group/" + id, group).isStored();
    }

    /** Stores a practitioner, a role or an organization with nothing but elements that a test needs. */
    public void stored(String reference, String elements) {
        var parts = reference.split("/", -1);
        fhir.put(reference, "{\"resourceType\":\"%s\",%s\"id\":\"%s\"}".formatted(parts[0], elements, parts[1]))
                .isStored();
    }

    /** Gives a resident general practitioners, until {@link #restore()}. */
    public void setGeneralPractitioners(String resident, String... references) {
        var patient = fhir.get(resident).hasStatus(200).as(Patient.class);
        changed.putIfAbsent(resident, patient.copy());
        patient.getGeneralPractitioner().clear();
        List.of(references).forEach(reference -> patient.addGeneralPractitioner(new Reference(reference)));
        fhir.put(resident, patient).isStored();
    }

    /** Gives residents back the general practitioners they had. */
    public void restore() {
        changed.forEach((reference, patient) -> fhir.put(reference, patient).isStored());
        changed.clear();
    }

    /** The members of a Group as JSON, each with its further elements. */
    public static String membersWith(List<String> residents, List<String> elements) {
        return IntStream.range(0, residents.size())
                .mapToObj(i -> "{\"entity\":{\"reference\":\"%s\"}%s}".formatted(residents.get(i), elements.get(i)))
                .collect(Collectors.joining(","));
    }
}
