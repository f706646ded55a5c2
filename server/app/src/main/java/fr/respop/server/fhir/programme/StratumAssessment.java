package fr.respop.server.fhir.programme;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.hl7.fhir.r4.model.Type;

/** A RiskAssessment of the profile {@code respop-stratum}: a stratum, proposed, confirmed or rejected. */
public final class StratumAssessment {

    /** From the oldest to the newest. */
    public static final Comparator<StratumAssessment> BY_TIME = Comparator.comparing(
                    (StratumAssessment assessment) -> assessment.occurrence())
            .thenComparing(StratumAssessment::id);

    private static final String DEFINITIONS = "https://respop.org/fhir/StructureDefinition/";
    private static final String PROFILE = DEFINITIONS + "respop-stratum";
    private static final String COMPUTED_BY = DEFINITIONS + "respop-computed-by";
    private static final String PROVISIONAL = DEFINITIONS + "respop-provisional";
    private static final String MISSING_DATA = DEFINITIONS + "respop-missing-data";
    private static final String CRITERION = DEFINITIONS + "respop-criterion";
    private static final String COMPUTED_STRATUM = DEFINITIONS + "respop-computed-stratum";
    private static final String PREVIOUS = DEFINITIONS + "respop-previous-assessment";
    private static final String MISSING_DATA_SYSTEM = "https://respop.org/fhir/CodeSystem/respop-missing-data";

    private final RiskAssessment resource;

    private StratumAssessment(RiskAssessment resource) {
        this.resource = resource;
    }

    public static StratumAssessment of(RiskAssessment resource) {
        return new StratumAssessment(resource);
    }

    /** Whether a resource is the stratum of a resident in some programme. */
    public static boolean isOne(Resource resource) {
        return resource instanceof RiskAssessment assessment
                && programmeOf(assessment).isPresent();
    }

    /** Those of a programme among the resources of a resident, from the oldest to the newest. */
    public static List<StratumAssessment> of(Programme programme, Stream<Resource> resources) {
        return resources
                .filter(RiskAssessment.class::isInstance)
                .map(RiskAssessment.class::cast)
                .filter(assessment ->
                        programme.code().equals(programmeOf(assessment).orElse("")))
                .filter(assessment -> assessment.getStatus() != RiskAssessmentStatus.ENTEREDINERROR)
                .map(StratumAssessment::of)
                .sorted(BY_TIME)
                .toList();
    }

    private static Optional<String> programmeOf(RiskAssessment assessment) {
        return assessment.getCode().getCoding().stream()
                .filter(coding -> Programme.SYSTEM.equals(coding.getSystem()))
                .map(Coding::getCode)
                .findFirst();
    }

    /**
     * A new proposal, not stored yet.
     *
     * @param patient the reference of the resident
     * @param previous what it follows, and how it differs from it
     */
    public static StratumAssessment propose(
            Programme programme,
            ComputedStratum computed,
            String patient,
            Optional<StratumAssessment> previous,
            Instant now) {
        var resource = new RiskAssessment()
                .setStatus(RiskAssessmentStatus.PRELIMINARY)
                .setCode(new CodeableConcept(programme.coding()))
                .setSubject(new Reference(patient))
                .setOccurrence(new DateTimeType(Date.from(now), TemporalPrecisionEnum.MILLI))
                .setMethod(new CodeableConcept().setText(programme.libraryName()));
        resource.setId(UUID.randomUUID().toString());
        resource.getMeta().addProfile(PROFILE);
        resource.addExtension(new Extension(COMPUTED_BY, new CanonicalType(programme.library())));
        resource.addExtension(new Extension(PROVISIONAL, new BooleanType(computed.isProvisional())));
        computed.missing()
                .forEach(code -> resource.addExtension(
                        new Extension(MISSING_DATA, new Coding(MISSING_DATA_SYSTEM, code, null))));
        computed.evidence().forEach(reference -> resource.addBasis(new Reference(reference)));
        var prediction = resource.addPrediction();
        prediction.setQualitativeRisk(
                new CodeableConcept(programme.stratum(computed.stratum().orElseThrow())));
        computed.criteria()
                .forEach(code -> prediction.addExtension(
                        new Extension(CRITERION, new Coding(programme.criterionSystem(), code, null))));
        if (!computed.criteria().isEmpty()) {
            prediction.setRationale(String.join(", ", computed.criteria()));
        }
        var proposal = new StratumAssessment(resource);
        previous.ifPresent(earlier -> {
            resource.addExtension(new Extension(PREVIOUS, new Reference("RiskAssessment/" + earlier.id())));
            resource.addNote(new Annotation().setText(StratumDifference.describe(earlier, proposal)));
        });
        return proposal;
    }

    /** The code of the programme. */
    public String programme() {
        return programmeOf(resource).orElseThrow();
    }

    public RiskAssessment resource() {
        return resource;
    }

    public String id() {
        return resource.getIdElement().getIdPart();
    }

    private Instant occurrence() {
        return resource.hasOccurrenceDateTimeType()
                ? resource.getOccurrenceDateTimeType().getValue().toInstant()
                : Instant.EPOCH;
    }

    public boolean isOpen() {
        return resource.getStatus() == RiskAssessmentStatus.PRELIMINARY;
    }

    /** Whether a practitioner has confirmed, corrected or rejected it. */
    public boolean isDecided() {
        return resource.getStatus() == RiskAssessmentStatus.FINAL
                || (resource.getStatus() == RiskAssessmentStatus.CANCELLED && resource.hasPerformer());
    }

    /** Whether the computation came to the same, whatever a practitioner made of it since. */
    public boolean wasComputedAs(Programme programme, ComputedStratum computed) {
        return computedStratum()
                        .filter(stratum -> computed.stratum().isPresent()
                                && stratum.equals(programme
                                        .stratum(computed.stratum().getAsInt())
                                        .getCode()))
                        .isPresent()
                && criteria().equals(computed.criteria())
                && missing().equals(computed.missing())
                && isProvisional() == computed.isProvisional();
    }

    /** The code of the stratum that holds: the practitioner's, or the computed one. */
    public String stratum() {
        return coding().getCode();
    }

    public Coding coding() {
        return resource.getPredictionFirstRep().getQualitativeRisk().getCodingFirstRep();
    }

    /** None of an assessment that was not computed. */
    private Optional<String> computedStratum() {
        if (!resource.hasExtension(COMPUTED_BY)) {
            return Optional.empty();
        }
        return Optional.of(
                codes(resource.getExtensionsByUrl(COMPUTED_STRATUM)).findFirst().orElseGet(this::stratum));
    }

    public List<String> criteria() {
        return codes(resource.getPredictionFirstRep().getExtensionsByUrl(CRITERION))
                .sorted()
                .toList();
    }

    public List<String> missing() {
        return codes(resource.getExtensionsByUrl(MISSING_DATA)).sorted().toList();
    }

    public boolean isProvisional() {
        return resource.getExtensionsByUrl(PROVISIONAL).stream()
                .anyMatch(extension -> extension.getValue() instanceof BooleanType flag && flag.booleanValue());
    }

    private static Stream<String> codes(List<Extension> extensions) {
        return extensions.stream()
                .map(Extension::getValue)
                .filter(Coding.class::isInstance)
                .map(coding -> ((Coding) coding).getCode());
    }

    /** Closes a proposal that another, or none, takes the place of. */
    public void withdraw(String reason) {
        resource.setStatus(RiskAssessmentStatus.CANCELLED);
        resource.addNote(new Annotation().setText(reason));
    }

    /** Closes a proposal by the decision of a practitioner. */
    public void decide(RiskAssessmentStatus status, Reference practitioner, Optional<String> reason) {
        resource.setStatus(status).setPerformer(practitioner);
        reason.ifPresent(text -> resource.addNote(
                new Annotation().setAuthor((Type) practitioner.copy()).setText(text)));
    }

    public void setStratum(Coding stratum) {
        resource.getPredictionFirstRep().getQualitativeRisk().setCoding(List.of(stratum));
    }

    /** Keeps the computed stratum beside the practitioner's, where they differ. */
    public void keepComputed(StratumAssessment before) {
        if (resource.hasExtension(COMPUTED_BY)
                && !resource.hasExtension(COMPUTED_STRATUM)
                && !before.stratum().equals(stratum())) {
            var computed =
                    before.resource.getPredictionFirstRep().getQualitativeRisk().getCodingFirstRep();
            resource.addExtension(new Extension(COMPUTED_STRATUM, computed.copy()));
        }
    }
}
