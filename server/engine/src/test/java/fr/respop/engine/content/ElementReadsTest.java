package fr.respop.engine.content;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.engine.CheckContent;
import fr.respop.engine.ExpressionEvaluator;
import fr.respop.engine.MeasurementPeriod;
import fr.respop.engine.Subject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.cqframework.cql.elm.visiting.BaseElmLibraryVisitor;
import org.hl7.elm.r1.Element;
import org.hl7.elm.r1.FunctionRef;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

class ElementReadsTest {

    private static final String LIBRARY = "https://example.org/Library/Reads";

    private final Content content = CheckContent.of(
            CheckContent.cql(
                    "Parts",
                    "1.0.0",
                    "library Parts version '1.0.0'",
                    "using FHIR version '4.0.1'",
                    "define function cityOf(address FHIR.Address): address.city",
                    "define function partOf(address FHIR.Address): address.city",
                    "define function partOf(person FHIR.HumanName): person.family",
                    "define function twice(number Integer): number * 2"),
            CheckContent.cql(
                    "Reads",
                    "1.0.0",
                    "library Reads version '1.0.0'",
                    "using FHIR version '4.0.1'",
                    "include FHIRHelpers version '4.0.1' called FHIRHelpers",
                    "include Parts version '1.0.0' called Parts",
                    "context Patient",
                    "define \"Is Woman\": Patient.gender = 'female'",
                    "define \"Birth Year\": Parts.twice(year from Patient.birthDate) / 2",
                    "define \"City\": Parts.cityOf(First(Patient.address)).value",
                    "define \"Cities\": Patient.address A where A.city = 'Troyes' return FHIRHelpers.ToString(A.city)",
                    "define \"Part\": FHIRHelpers.ToString(Parts.partOf(First(Patient.address)))",
                    "define \"Family\": Parts.partOf(First(Patient.name)).value",
                    "define \"Nothing\": FHIRHelpers.ToString(null as FHIR.string)",
                    "define \"Name\": FHIRHelpers.ToString(First(Patient.name).family)"));

    @Test
    void takeThePlaceOfCallsThatDoNothingElse() {
        var calls = new ArrayList<String>();
        new Calls().visitLibrary(content.library(LIBRARY).elm(), calls);

        assertThat(calls).containsOnly("twice", "partOf");
    }

    @Test
    void giveWhatTheCallsGave() {
        var patient = new Patient();
        patient.setId("Patient/1");
        patient.setGender(AdministrativeGender.FEMALE).setBirthDateElement(new DateType("1957-03-02"));
        patient.addAddress().setCity("Troyes");
        patient.addName().setFamily("Martin");

        var values = new ExpressionEvaluator(content)
                .evaluate(
                        LIBRARY,
                        List.of(),
                        new Subject("Patient/1", List.of(patient)),
                        MeasurementPeriod.of("2025", "2025", ZoneId.of("Europe/Paris")));

        assertThat(values)
                .containsEntry("Is Woman", true)
                .containsEntry("City", "Troyes")
                .containsEntry("Cities", List.of("Troyes"))
                .containsEntry("Part", "Troyes")
                .containsEntry("Family", "Martin")
                .containsEntry("Nothing", null)
                .containsEntry("Name", "Martin");
        assertThat(String.valueOf(values.get("Birth Year"))).startsWith("1957");
    }

    private static final class Calls extends BaseElmLibraryVisitor<List<String>, List<String>> {

        @Override
        public List<String> visitFunctionRef(FunctionRef call, List<String> found) {
            found.add(String.valueOf(call.getName()));
            return super.visitFunctionRef(call, found);
        }

        @Override
        protected List<String> defaultResult(Element element, List<String> found) {
            return found;
        }
    }
}
