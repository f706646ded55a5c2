package fr.respop.territories;

import fr.respop.territories.clinical.Dice;
import fr.respop.territories.clinical.Person;
import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** Residents as FR Core patients with a qualified identity, under the identifiers reserved for tests. */
final class Patients {

    private static final String FR_CORE = "https://hl7.fr/ig/fhir/core/StructureDefinition/";
    private static final String FR_CODES = "https://hl7.fr/ig/fhir/core/CodeSystem/";

    private final Territory territory;
    private final Setting setting;
    private final Housing housing;
    private final BirthRegister births;

    Patients(Territory territory, Setting setting, long seed) {
        this.territory = territory;
        this.setting = setting;
        housing = new Housing(territory.communes());
        births = new BirthRegister(territory.communes(), seed);
    }

    String id(int number) {
        return territory.id() + "-%06d".formatted(number);
    }

    Patient patient(int number, Person person, Dice dice) {
        var patient = new Patient()
                .addIdentifier(testNir(births.nir(number, person)))
                .addIdentifier(hospitalNumber(id(number)))
                .setActive(true)
                .addName(name(person, dice))
                .setGender(person.sex())
                .setBirthDateElement(new DateType(person.birthDate().toString()))
                .addAddress(housing.home(dice))
                .addGeneralPractitioner(new Reference("Practitioner/" + dice.pick(setting.practitionerIds())));
        patient.setId(id(number));
        patient.getMeta()
                .addProfile("https://respop.org/fhir/StructureDefinition/respop-resident")
                .addProfile(FR_CORE + "fr-core-patient-ins");
        patient.addExtension(
                "http://hl7.org/fhir/StructureDefinition/patient-birthPlace",
                Housing.inCommune(births.birthTown(number)));
        patient.addExtension(qualifiedIdentity(person, dice));
        return patient;
    }

    private static Identifier testNir(String nir) {
        return new Identifier()
                .setUse(IdentifierUse.OFFICIAL)
                .setType(new CodeableConcept(coding("fr-core-cs-v2-0203", "INS-NIR-TEST")))
                .setSystem("urn:oid:1.2.250.1.213.1.4.10")
                .setValue(nir);
    }

    /** The number under which the hospital knows the resident [IPP]. */
    private Identifier hospitalNumber(String value) {
        return new Identifier()
                .setUse(IdentifierUse.USUAL)
                .setType(new CodeableConcept(new Coding()
                        .setSystem("http://terminology.hl7.org/CodeSystem/v2-0203")
                        .setCode("PI")))
                .setSystem("https://respop.org/fhir/sid/" + setting.hospitalId() + "-patient")
                .setValue(value);
    }

    private static HumanName name(Person person, Dice dice) {
        var given = Names.first(person.sex(), person.birthDate().getYear(), dice).stream()
                .map(Names::inIdentityForm)
                .toList();
        var name = new HumanName()
                .setUse(HumanName.NameUse.OFFICIAL)
                .setFamily(Names.inIdentityForm(Names.family(dice)))
                .addGiven(given.get(0));
        name.addExtension(FR_CORE + "fr-core-patient-birth-list-given-name", new StringType(String.join(" ", given)));
        return name;
    }

    private static Extension qualifiedIdentity(Person person, Dice dice) {
        var checked = LocalDate.of(2024, dice.between(1, 12), dice.between(1, 28));
        var validated = checked.isAfter(person.birthDate()) ? checked : person.birthDate();
        var parts = List.of(
                new Extension("identityStatus", coding("fr-core-cs-v2-0445", "VALI")),
                new Extension("validationDate", new DateType(validated.toString())),
                new Extension("validationMode", coding("fr-core-cs-mode-validation-identity", "CN")));
        var reliability = new Extension(FR_CORE + "fr-core-identity-reliability");
        parts.forEach(reliability::addExtension);
        return reliability;
    }

    private static Coding coding(String codeSystem, String code) {
        return new Coding().setSystem(FR_CODES + codeSystem).setCode(code);
    }
}
