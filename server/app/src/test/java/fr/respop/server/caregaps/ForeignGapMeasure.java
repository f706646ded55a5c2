package fr.respop.server.caregaps;

import fr.respop.server.FhirHttp;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A measure of a follow-up item that is not Respop's: everybody is in its population. */
final class ForeignGapMeasure {

    private ForeignGapMeasure() {}

    /** @param status the CQL of the item's status */
    static void store(FhirHttp fhir, String name, String status) {
        var cql = """
                library %s version '1' using FHIR version '4.0.1' context Patient
                define "Everybody": true
                define "Status": %s
                define "Day": null as System.Date""".formatted(name, status);
        fhir.put("Library/" + name, """
                        {"resourceType":"Library","id":"%1$s","url":"https://example.org/Library/%1$s","version":"1","name":"%1$s",
                         "status":"draft","type":{"coding":[{
                           "system":"http://terminology.hl7.org/CodeSystem/library-type","code":"logic-library"}]},
                         "content":[{"contentType":"text/cql","data":"%2$s"}]}""".formatted(name, base64(cql))).isStored();
        fhir.put("Measure/" + name, """
                        {"resourceType":"Measure","id":"%1$s","url":"https://example.org/Measure/%1$s","version":"1","name":"%1$s",
                         "status":"draft","library":["https://example.org/Library/%1$s"],
                         "extension":[{"url":"https://respop.org/fhir/StructureDefinition/respop-care-gap","extension":[
                           {"url":"status","valueString":"Status"},{"url":"lastDone","valueString":"Day"},
                           {"url":"due","valueString":"Day"}]}],
                         "scoring":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/measure-scoring",
                           "code":"proportion"}]},
                         "group":[{"population":[%2$s,%3$s,%4$s]}]}""".formatted(
                        name, population("initial-population"), population("denominator"), population("numerator")))
                .isStored();
    }

    private static String population(String code) {
        return """
                {"code":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/measure-population","code":"%s"}]},
                 "criteria":{"language":"text/cql-identifier","expression":"Everybody"}}""".formatted(code);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
