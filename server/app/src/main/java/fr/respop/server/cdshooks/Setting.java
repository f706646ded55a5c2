package fr.respop.server.cdshooks;

import fr.respop.engine.SubjectEvaluator;
import java.time.LocalDate;

/**
 * What all cards of one answer have in common.
 *
 * @param evaluator evaluates as of now
 * @param today the day of the answer
 * @param server the FHIR base address of this server
 */
record Setting(
        HookRequest request,
        Knowledge knowledge,
        ResidentRecord resident,
        SubjectEvaluator evaluator,
        Texts texts,
        LocalDate today,
        String server) {

    Cards cards() {
        return new Cards(request, knowledge, texts);
    }

    Language language() {
        return texts.language();
    }
}
