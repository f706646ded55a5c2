package fr.respop.territories;

import fr.respop.territories.clinical.Dice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;

/** What a territory has beside residents: its organizations, general practitioners and target populations. */
final class Setting {

    private static final String RESPOP = "https://respop.org/fhir/";
    private static final String FR_CORE = "https://hl7.fr/ig/fhir/core/StructureDefinition/";
    private static final String IDENTIFIER_TYPE = "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203";

    /** The start of the professional numbers that are issued for tests. */
    private static final String TEST_RPPS = "99700";

    private static final int RESIDENTS_A_PRACTITIONER = 1000;
    private static final int FEWEST_PRACTITIONERS = 12;

    private final Territory territory;
    private final long seed;
    private final List<String> practitionerIds;

    Setting(Territory territory, int residents, long seed) {
        this.territory = territory;
        this.seed = seed;
        practitionerIds = IntStream.rangeClosed(1, Math.max(FEWEST_PRACTITIONERS, residents / RESIDENTS_A_PRACTITIONER))
                .mapToObj(number -> territory.id() + "-gp-%03d".formatted(number))
                .toList();
    }

    List<String> practitionerIds() {
        return practitionerIds;
    }

    String hospitalId() {
        return territory.id() + "-hospital";
    }

    /** Each resource comes after those it refers to. */
    List<Resource> resources() {
        var resources = new ArrayList<Resource>();
        resources.add(territoryOrganization());
        resources.add(hospital());
        resources.add(coordination());
        IntStream.rangeClosed(1, practitionerIds.size())
                .mapToObj(this::practitioner)
                .forEach(resources::add);
        Arrays.stream(Programme.values()).map(this::targetPopulation).forEach(resources::add);
        return resources;
    }

    private Organization territoryOrganization() {
        var organization = organization(territory.id(), territory.name());
        organization.getMeta().addProfile(RESPOP + "StructureDefinition/respop-territory");
        organization.addType(concept("respop-organization-type", "territory"));
        for (var code : territory.postalCodes()) {
            organization.addExtension(RESPOP + "StructureDefinition/respop-postal-code", new StringType(code));
        }
        // The code of a populated area in hospital data is its postal code; grouped codes are not known to us.
        for (var code : territory.postalCodes()) {
            organization.addExtension(RESPOP + "StructureDefinition/respop-pmsi-geographic-code", new StringType(code));
        }
        return organization;
    }

    private Organization hospital() {
        var hospital = organization(hospitalId(), "Centre hospitalier de démonstration, " + territory.name());
        hospital.getMeta().addProfile(FR_CORE + "fr-core-organization");
        var finess = territory.communes().get(0).code().substring(0, 2) + "099999";
        hospital.addIdentifier(identifier("FINEJ", "https://finess.esante.gouv.fr", finess + CheckDigits.luhn(finess)));
        return hospital;
    }

    /** Who reports the territory's gaps and indicators. */
    private Organization coordination() {
        var coordination = organization(
                territory.id() + "-coordination",
                "Coordination de la responsabilité populationnelle, " + territory.name());
        coordination.getMeta().addProfile(FR_CORE + "fr-core-organization");
        return coordination;
    }

    private static Organization organization(String id, String name) {
        var organization = new Organization().setActive(true).setName(name);
        organization.setId(id);
        return organization;
    }

    private Practitioner practitioner(int number) {
        var dice = Dice.of(seed, territory.id() + "-practitioners", number);
        var sex = dice.chance(0.5) ? AdministrativeGender.FEMALE : AdministrativeGender.MALE;
        var given = Names.first(sex, dice.between(1955, 1994), dice).get(0);
        var rpps = rpps(number);
        var practitioner = new Practitioner()
                .addIdentifier(identifier("RPPS", "https://rpps.esante.gouv.fr", rpps))
                .addIdentifier(identifier("IDNPS", "urn:oid:1.2.250.1.71.4.2.1", "8" + rpps))
                .setActive(true)
                .addName(new HumanName()
                        .setUse(HumanName.NameUse.OFFICIAL)
                        .setFamily(Names.family(dice))
                        .addGiven(given)
                        .addPrefix("DR"))
                .setGender(sex);
        practitioner.setId(practitionerIds.get(number - 1));
        practitioner.getMeta().addProfile(FR_CORE + "fr-core-practitioner");
        return practitioner;
    }

    private String rpps(int number) {
        var digits = TEST_RPPS + "%d%04d".formatted(Territory.all().indexOf(territory), number);
        return digits + CheckDigits.luhn(digits);
    }

    private Group targetPopulation(Programme programme) {
        var group = new Group()
                .setType(Group.GroupType.PERSON)
                .setActual(false)
                .setActive(true)
                .setName(programme.label() + ", " + territory.name());
        group.addCharacteristic()
                .setCode(concept("respop-group-characteristic", "territory"))
                .setValue(new Reference("Organization/" + territory.id()))
                .setExclude(false);
        group.addCharacteristic()
                .setCode(concept("respop-group-characteristic", "programme"))
                .setValue(concept("respop-programme", programme.code()))
                .setExclude(false);
        group.setId(programme.targetPopulationId(territory));
        group.getMeta().addProfile(RESPOP + "StructureDefinition/respop-target-population");
        return group;
    }

    private static CodeableConcept concept(String codeSystem, String code) {
        return new CodeableConcept(
                new Coding().setSystem(RESPOP + "CodeSystem/" + codeSystem).setCode(code));
    }

    private static Identifier identifier(String type, String system, String value) {
        return new Identifier()
                .setType(new CodeableConcept(
                        new Coding().setSystem(IDENTIFIER_TYPE).setCode(type)))
                .setSystem(system)
                .setValue(value);
    }
}
