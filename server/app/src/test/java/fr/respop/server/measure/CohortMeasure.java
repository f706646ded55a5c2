package fr.respop.server.measure;

import fr.respop.server.FhirHttp;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A measure of a test, {@code https://example.org/Measure/[name]}, that counts those for whom "Everybody" is true. */
final class CohortMeasure {

    private static final String URL = "https://example.org/";

    private CohortMeasure() {}

    /** Stores it with its library, whose expressions are given in CQL: "Everybody" among them. */
    static void store(FhirHttp fhir, String name, String definitions) {
        var cql = "library " + name + " version '1' using FHIR version '4.0.1' context Patient\n" + definitions;
        fhir.put("Library/" + name, """
                        {"resourceType":"Library","id":"%1$s","url":"%2$sLibrary/%1$s","version":"1","name":"%1$s","status":"active",
                         "type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/library-type","code":"logic-library"}]},
                         "content":[{"contentType":"text/cql","data":"%3$s"}]}""".formatted(name, URL, base64(cql))).isStored();
        fhir.put("Measure/" + name, """
                        {"resourceType":"Measure","id":"%1$s","url":"%2$sMeasure/%1$s","version":"1","name":"%1$s","status":"active",
                         "library":["%2$sLibrary/%1$s"],
                         "scoring":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/measure-scoring","code":"cohort"}]},
                         "group":[{"population":[{"code":{"coding":[{
                           "system":"http://terminology.hl7.org/CodeSystem/measure-population","code":"initial-population"}]},
                           "criteria":{"language":"text/cql-identifier","expression":"Everybody"}}]}]}""".formatted(name, URL)).isStored();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
