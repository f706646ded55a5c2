package fr.respop.server.cdshooks;

import fr.respop.engine.SubjectRecord;
import fr.respop.server.fhir.LocalStore;
import fr.respop.server.fhir.Refusal;
import fr.respop.server.fhir.evaluation.Residents;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * Puts together what is stored of a resident and what a client sent.
 *
 * <p>A client that works on this server names resources by their ids here: what it sends takes the place of the stored
 * resource of the same type and id. Ids of another FHIR server mean nothing here: its patient is found by the national
 * identifier, and what it sends stands beside what is stored.
 */
@Component
class ResidentRecords {

    private final Residents residents;
    private final LocalStore store;

    ResidentRecords(Residents residents, LocalStore store) {
        this.residents = residents;
        this.store = store;
    }

    /**
     * The record of the patient of a request.
     *
     * @param ownServer the FHIR base address of this server
     * @param types the FHIR types that are read of what is stored
     * @throws Refusal 412 if the patient is neither stored nor sent; 400 if another one is stored
     */
    ResidentRecord find(HookRequest request, String ownServer, Set<String> types) {
        var isOwnClient = request.fhirServer()
                .map(server -> withoutSlash(server).equals(withoutSlash(ownServer)))
                .orElse(true);
        var storedId = isOwnClient
                ? Optional.of(request.patientId())
                : request.sentPatient().flatMap(this::idByNationalIdentifier);
        var stored = storedId.flatMap(id -> residents.find(id, types))
                .map(SubjectRecord::resources)
                .orElse(List.of());
        refuseOtherPerson(request, stored);
        return merged(request, stored, isOwnClient);
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private Optional<String> idByNationalIdentifier(Patient patient) {
        var ids = PatientMatch.nationalIdentifiers(patient).stream()
                .flatMap(identifier -> store
                        .search(
                                Patient.class,
                                "identifier=" + encode(identifier.getSystem()) + "|" + encode(identifier.getValue()))
                        .stream())
                .map(found -> found.getIdElement().getIdPart())
                .collect(Collectors.toCollection(TreeSet::new));
        if (ids.size() > 1) {
            throw Refusal.of(
                    412,
                    IssueType.MULTIPLEMATCHES,
                    "prefetch",
                    "The national identifier of the Patient is that of several Patients here: have them merged.");
        }
        return ids.stream().findFirst();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void refuseOtherPerson(HookRequest request, List<Resource> stored) {
        var sent = request.sentPatient();
        var known = patient(stored);
        if (sent.isEmpty() && known.isEmpty()) {
            throw Refusal.of(
                    412,
                    IssueType.INCOMPLETE,
                    "prefetch",
                    "The Patient is not stored here. Send the Patient in prefetch, with the other resources that GET"
                            + " /cds-services asks for.");
        }
        if (sent.isPresent() && known.isPresent() && PatientMatch.areDifferentPeople(sent.get(), known.get())) {
            throw Refusal.badRequest(
                    IssueType.BUSINESSRULE,
                    "prefetch",
                    "The Patient has another national identifier than the stored one of the same id, and nothing was"
                            + " evaluated. Correct context.patientId, or name your FHIR server in fhirServer.");
        }
    }

    private static ResidentRecord merged(HookRequest request, List<Resource> stored, boolean isOwnClient) {
        var sent = SentResources.byReference(request.sent());
        var kept = stored.stream()
                .filter(resource ->
                        !(resource instanceof Patient && request.sentPatient().isPresent()))
                .filter(resource -> !isOwnClient || !sent.containsKey(ResidentRecord.reference(resource)))
                .toList();
        var resources = new ArrayList<>(kept);
        resources.addAll(sent.values());
        return new ResidentRecord(
                request.patient(),
                resources,
                kept.stream().map(ResidentRecord::reference).collect(Collectors.toSet()));
    }

    private static Optional<Patient> patient(List<Resource> resources) {
        return resources.stream()
                .flatMap(resource -> resource instanceof Patient patient ? Stream.of(patient) : Stream.of())
                .findFirst();
    }
}
