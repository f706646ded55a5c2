package fr.respop.server.fhir.programme;

import java.util.ArrayList;
import java.util.List;

/** Says for people how a proposal differs from the assessment before it, in French and in English. */
final class StratumDifference {

    private StratumDifference() {}

    static String describe(StratumAssessment before, StratumAssessment now) {
        var french = new ArrayList<String>();
        var english = new ArrayList<String>();
        if (!before.stratum().equals(now.stratum())) {
            french.add("Strate : " + number(before) + " → " + number(now));
            english.add("Stratum: " + number(before) + " → " + number(now));
        }
        add(french, "nouveaux critères : ", without(now.criteria(), before.criteria()));
        add(english, "new criteria: ", without(now.criteria(), before.criteria()));
        add(french, "critères disparus : ", without(before.criteria(), now.criteria()));
        add(english, "criteria gone: ", without(before.criteria(), now.criteria()));
        add(french, "données manquantes : ", without(now.missing(), before.missing()));
        add(english, "data missing: ", without(now.missing(), before.missing()));
        add(french, "données reçues : ", without(before.missing(), now.missing()));
        add(english, "data received: ", without(before.missing(), now.missing()));
        if (before.isProvisional() != now.isProvisional()) {
            french.add(now.isProvisional() ? "provisoire" : "plus provisoire");
            english.add(now.isProvisional() ? "provisional" : "no longer provisional");
        }
        return String.join(" ; ", french) + " · " + String.join("; ", english);
    }

    /** The last digit of a code such as {@code diabetes-3}. */
    private static String number(StratumAssessment assessment) {
        var code = assessment.stratum();
        return code.substring(code.lastIndexOf('-') + 1);
    }

    private static List<String> without(List<String> codes, List<String> others) {
        return codes.stream().filter(code -> !others.contains(code)).toList();
    }

    private static void add(List<String> sentence, String what, List<String> codes) {
        if (!codes.isEmpty()) {
            sentence.add(what + String.join(", ", codes));
        }
    }
}
