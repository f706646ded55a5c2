package fr.respop.server.cdshooks;

import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceIndicatorEnum;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseCardJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseLinkJson;
import fr.respop.server.fhir.programme.ComputedStratum;
import fr.respop.server.fhir.programme.Programme;
import fr.respop.server.fhir.programme.StratumAssessment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;

/** Shows the stratum of a resident in a programme: the confirmed one, else the proposed one, else the computed one. */
final class StratumCard {

    private final Programme programme;
    private final Setting setting;
    private final Texts texts;

    StratumCard(Programme programme, Setting setting) {
        this.programme = programme;
        this.setting = setting;
        this.texts = setting.texts();
    }

    /**
     * The card; none for whom the programme does not concern.
     *
     * @param computed what the data at hand come to
     */
    Optional<CdsServiceResponseCardJson> of(ComputedStratum computed) {
        var resident = setting.resident();
        var assessments = StratumAssessment.of(programme, resident.resources().stream());
        var confirmed = last(assessments, RiskAssessmentStatus.FINAL);
        var proposed = last(assessments, RiskAssessmentStatus.PRELIMINARY);
        if (computed.stratum().isEmpty()) {
            return confirmed.map(assessment -> card("stratum.confirmed", false, assessment.stratum(), List.of()));
        }
        var card = confirmed
                .map(assessment -> confirmed(assessment, proposed))
                .or(() -> proposed.map(this::proposed))
                .orElseGet(() -> computed(computed));
        proposed.map(StratumAssessment::id)
                .filter(id -> resident.stored().contains("RiskAssessment/" + id))
                .ifPresent(id -> card.setLinks(List.of(new CdsServiceResponseLinkJson()
                        .setLabel(texts.of("stratum.confirm"))
                        .setType("absolute")
                        .setUrl(setting.server() + "/RiskAssessment/" + id))));
        return Optional.of(card);
    }

    private static Optional<StratumAssessment> last(List<StratumAssessment> assessments, RiskAssessmentStatus status) {
        return assessments.stream()
                .filter(assessment -> assessment.resource().getStatus() == status)
                .reduce((earlier, later) -> later);
    }

    private CdsServiceResponseCardJson confirmed(StratumAssessment confirmed, Optional<StratumAssessment> proposed) {
        var detail = detail(confirmed.criteria(), confirmed.missing(), confirmed.isProvisional());
        proposed.ifPresent(proposal -> detail.add(0, texts.of("stratum.proposal", name(proposal.stratum()))));
        var key = proposed.isPresent() ? "stratum.confirmed-and-proposed" : "stratum.confirmed";
        return card(key, proposed.isPresent(), confirmed.stratum(), detail);
    }

    private CdsServiceResponseCardJson proposed(StratumAssessment proposal) {
        var detail = detail(proposal.criteria(), proposal.missing(), proposal.isProvisional());
        return card("stratum.proposed", true, proposal.stratum(), detail);
    }

    private CdsServiceResponseCardJson computed(ComputedStratum computed) {
        var code = programme.code() + "-" + computed.stratum().orElseThrow();
        return card(
                "stratum.computed",
                false,
                code,
                detail(computed.criteria(), computed.missing(), computed.isProvisional()));
    }

    private List<String> detail(List<String> criteria, List<String> missing, boolean isProvisional) {
        var lines = new ArrayList<String>();
        if (isProvisional) {
            lines.add(texts.of("stratum.provisional"));
        }
        addNames(lines, "stratum.criteria", programme.criterionSystem(), criteria);
        addNames(lines, "stratum.missing", Knowledge.MISSING_DATA, missing);
        return lines;
    }

    private void addNames(List<String> lines, String key, String system, List<String> codes) {
        if (!codes.isEmpty()) {
            var names = codes.stream()
                    .map(code -> setting.knowledge().labels().of(system, code, texts.language()))
                    .collect(Collectors.joining(", "));
            lines.add(texts.of("list", texts.of(key), names));
        }
    }

    private CdsServiceResponseCardJson card(String key, boolean isToBeDecided, String stratum, List<String> detail) {
        return setting.cards()
                .card(
                        "stratum " + programme.code(),
                        isToBeDecided ? CdsServiceIndicatorEnum.WARNING : CdsServiceIndicatorEnum.INFO,
                        texts.of(key, name(stratum)),
                        String.join("\n\n", detail),
                        Cards.PUBLISHER,
                        programme.coding());
    }

    private String name(String stratum) {
        return setting.knowledge().labels().of(Knowledge.STRATA, stratum, texts.language());
    }
}
