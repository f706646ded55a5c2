package fr.respop.server.inclusion;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import fr.respop.server.FhirHttp;
import fr.respop.server.FhirReply;
import fr.respop.server.stratification.StratifiedResident;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;

/** A resident with diabetes in stratum 1, whom a test includes and looks at. */
final class Inclusion {

    static final List<String> TYPES = List.of(
            "Consent", "CareTeam", "EpisodeOfCare", "CarePlan", "DocumentReference", "Communication", "Provenance");

    private final FhirHttp fhir;
    private final StratifiedResident resident;

    Inclusion(FhirHttp fhir) {
        this.fhir = fhir;
        this.resident = new StratifiedResident(fhir);
        resident.store(resident.patient(), resident.diabetes(), resident.hbA1c(6.2));
    }

    String patientId() {
        return resident.id();
    }

    StratifiedResident resident() {
        return resident;
    }

    Inclusion confirmed() {
        resident.confirm(resident.awaitProposal("diabetes-1"), "practitioner=Practitioner/stratifying-gp");
        return this;
    }

    Inclusion included() {
        include("&consentDate=2026-11-02").hasStatus(200);
        return this;
    }

    FhirReply include(String parameters) {
        return call("$include?programme=diabetes&practitioner=Practitioner/stratifying-gp&channel=gp" + parameters);
    }

    FhirReply call(String operation) {
        return resident.post("Patient/" + patientId() + "/" + operation);
    }

    <T extends Resource> List<T> stored(Class<T> type) {
        return entries(type.getSimpleName() + "?patient=Patient/" + patientId())
                .map(type::cast)
                .toList();
    }

    private Stream<Resource> entries(String query) {
        return fhir.get(query).hasStatus(200).as(Bundle.class).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource);
    }

    <T extends Resource> T only(Class<T> type) {
        var found = stored(type);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of " + type.getSimpleName());
        }
        return found.get(0);
    }

    List<Provenance> provenances() {
        return entries("Provenance?target=EpisodeOfCare/" + idOf(episode()))
                .map(Provenance.class::cast)
                .toList();
    }

    EpisodeOfCare episode() {
        return only(EpisodeOfCare.class);
    }

    static String idOf(Resource resource) {
        return resource.getIdElement().getIdPart();
    }

    /** What a reader of the letter reads. */
    static String textOf(DocumentReference letter) {
        var attachment = letter.getContentFirstRep().getAttachment();
        try (var pdf = new PdfReader(attachment.getData())) {
            var text = new StringBuilder();
            for (var page = 1; page <= pdf.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(pdf).getTextFromPage(page));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
