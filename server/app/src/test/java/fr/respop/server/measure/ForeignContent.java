package fr.respop.server.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.ValueSet;

/** A programme that is not ours, with its territory, its target population and the library that its measures use. */
final class ForeignContent {

    private static final String BASE = "https://example.org/foreign/";

    private ForeignContent() {}

    /** All but the residents and the measures. */
    static List<Resource> content() {
        var resources = new ArrayList<Resource>();
        resources.add(library("ForeignElements", "2.1.0"));
        resources.add(library("Foreign", "1.2.0"));
        resources.add(diabetes());
        resources.add(territory());
        resources.add(programme());
        resources.add(population());
        return resources;
    }

    private static Library library(String name, String version) {
        var library = new Library();
        library.setId(name);
        library.setUrl(BASE + "Library/" + name)
                .setVersion(version)
                .setName(name)
                .setStatus(PublicationStatus.ACTIVE);
        library.setType(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/library-type", "logic-library", null)));
        library.addContent(new Attachment().setContentType("text/cql").setData(text(name + ".cql")));
        return library;
    }

    private static byte[] text(String file) {
        try (var stream = ForeignContent.class.getResourceAsStream("/foreign/" + file)) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ValueSet diabetes() {
        var valueSet = new ValueSet();
        valueSet.setId("foreign-diabetes");
        valueSet.setUrl(BASE + "ValueSet/diabetes").setVersion("1.0.0").setStatus(PublicationStatus.ACTIVE);
        var include = valueSet.getCompose().addInclude().setSystem("http://hl7.org/fhir/sid/icd-10");
        Stream.of("E11", "E11.9").forEach(code -> include.addConcept().setCode(code));
        return valueSet;
    }

    /** This server evaluates the residents of a territory who are members of a programme. */
    private static Organization territory() {
        var territory = new Organization().setName("Foreign").setActive(true);
        territory.setId("foreign-territory");
        territory
                .addType()
                .addCoding()
                .setSystem("https://respop.org/fhir/CodeSystem/respop-organization-type")
                .setCode("territory");
        territory.addExtension(
                "https://respop.org/fhir/StructureDefinition/respop-postal-code",
                new StringType(ForeignResidents.POSTAL_CODE));
        return territory;
    }

    private static CodeSystem programme() {
        var programmes = new CodeSystem();
        programmes.setId("foreign-programme");
        programmes
                .setUrl("https://respop.org/fhir/CodeSystem/respop-programme")
                .setVersion("0.0.0-foreign")
                .setStatus(PublicationStatus.ACTIVE)
                .setContent(CodeSystem.CodeSystemContentMode.FRAGMENT);
        var programme = programmes.addConcept().setCode("foreign");
        programme.addProperty().setCode("membership-library").setValue(new CodeType(BASE + "Library/Foreign"));
        programme.addProperty().setCode("membership-expression").setValue(new StringType("Everybody"));
        return programmes;
    }

    private static Group population() {
        var population = new Group().setActual(false).setType(Group.GroupType.PERSON);
        population.setId("foreign-population");
        population
                .addCharacteristic()
                .setExclude(false)
                .setCode(characteristic("territory"))
                .setValue(new Reference("Organization/foreign-territory"));
        population
                .addCharacteristic()
                .setExclude(false)
                .setCode(characteristic("programme"))
                .setValue(new CodeableConcept(
                        new Coding("https://respop.org/fhir/CodeSystem/respop-programme", "foreign", null)));
        return population;
    }

    private static CodeableConcept characteristic(String code) {
        return new CodeableConcept(
                new Coding("https://respop.org/fhir/CodeSystem/respop-group-characteristic", code, null));
    }

    /** The Group that lists the residents, as the stock evaluation wants it. */
    static Group members() {
        var members = new Group().setActual(true).setType(Group.GroupType.PERSON);
        members.setId("foreign-members");
        IntStream.range(0, ForeignResidents.COUNT)
                .forEach(i -> members.addMember().setEntity(new Reference("Patient/" + ForeignResidents.id(i))));
        return members;
    }

    /** Where a resource is stored. */
    static String path(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
