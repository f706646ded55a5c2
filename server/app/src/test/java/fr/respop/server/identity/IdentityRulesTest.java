package fr.respop.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.server.fhir.IdentifierSystems;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityRulesTest {

    private static final String RIGHT_NIR = "269054958815780";
    private static final String WRONG_NIR = "269054958815781";
    private static final String RELIABILITY =
            "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-identity-reliability";

    private final IdentityRules rules = rules(KeyCheck.ERROR, KeyCheck.ERROR);

    @Test
    void refusesAnInsNumberWithAWrongKeyAndDoesNotRepeatIt() {
        var resident = resident(IdentifierSystems.INS_NIR, WRONG_NIR);

        assertThat(rules.check(resident)).singleElement().satisfies(finding -> {
            assertThat(finding.isError()).isTrue();
            assertThat(finding.element()).isEqualTo("Patient.identifier[0].value");
            assertThat(finding.ruleAndCure()).contains("key").doesNotContain(WRONG_NIR);
        });
    }

    @Test
    void acceptsAnInsNumberWithTheRightKey() {
        assertThat(rules.check(resident(IdentifierSystems.INS_NIR, RIGHT_NIR))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {IdentifierSystems.INS_NIR_TEST, IdentifierSystems.INS_NIR_DEMONSTRATION})
    void onlyWarnsOfAnInsNumberForTrials(String system) {
        assertThat(rules.check(resident(system, WRONG_NIR))).singleElement().matches(finding -> !finding.isError());
    }

    @ParameterizedTest
    @CsvSource({"WARNING, 1", "OFF, 0"})
    void checksAsStrictlyAsSet(KeyCheck check, int findings) {
        var lenient = rules(check, check);

        assertThat(lenient.check(resident(IdentifierSystems.INS_NIR, WRONG_NIR)))
                .hasSize(findings)
                .noneMatch(Finding::isError);
        assertThat(lenient.check(resident(IdentifierSystems.INS_NIR_TEST, WRONG_NIR)))
                .hasSize(findings)
                .noneMatch(Finding::isError);
        assertThat(lenient.check(practitioner("10000000008"))).hasSize(findings).noneMatch(Finding::isError);
    }

    @Test
    void refusesAnRppsNumberWithAWrongKey() {
        assertThat(rules.check(practitioner("10000000009"))).isEmpty();
        assertThat(rules.check(practitioner("10000000008")))
                .singleElement()
                .matches(Finding::isError)
                .extracting(Finding::element)
                .isEqualTo("Practitioner.identifier[0].value");
    }

    @Test
    void refusesAnRppsNumberWithAWrongKeyInARole() {
        var role = new PractitionerRole();
        role.addIdentifier(identifier(IdentifierSystems.RPPS, "10000000009"));
        role.addIdentifier(identifier(IdentifierSystems.RPPS, "10000000008"));
        role.setPractitioner(new Reference().setIdentifier(identifier(IdentifierSystems.RPPS, "1")));

        assertThat(rules.check(role))
                .extracting(Finding::element)
                .containsExactly(
                        "PractitionerRole.identifier[1].value", "PractitionerRole.practitioner.identifier.value");
    }

    @Test
    void ignoresIdentifiersOfOtherSystemsAndWithoutASystemOrAValue() {
        var resident = new Patient().addIdentifier(new Identifier().setValue("1"));
        resident.addIdentifier(identifier("https://hospital.example/ipp", "1"));
        resident.addIdentifier(new Identifier().setSystem(IdentifierSystems.INS_NIR));
        resident.getMeta().addProfile(null);

        assertThat(rules.check(resident)).isEmpty();
    }

    @Test
    void refusesTheGenderOtherWhereFrCoreApplies() {
        var withIns = resident(IdentifierSystems.INS_NIA, "1").setGender(AdministrativeGender.OTHER);
        var withProfile = new Patient().setGender(AdministrativeGender.OTHER);
        withProfile.getMeta().addProfile("https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-patient-ins|2.2.0");
        var withOurProfile = new Patient().setGender(AdministrativeGender.OTHER);
        withOurProfile.getMeta().addProfile("https://respop.org/fhir/StructureDefinition/respop-resident");

        for (var resident : new Object[] {withIns, withProfile, withOurProfile}) {
            assertThat(rules.check((Patient) resident))
                    .extracting(Finding::element)
                    .containsExactly("Patient.gender");
        }
        assertThat(rules.check(new Patient().setGender(AdministrativeGender.OTHER)))
                .isEmpty();
        assertThat(rules.check(resident(IdentifierSystems.INS_NIA, "1").setGender(AdministrativeGender.UNKNOWN)))
                .isEmpty();
    }

    @Test
    void refusesASecondOfficialIdentifierOfAValidatedIdentity() {
        var resident = new Patient();
        resident.addIdentifier(identifier("https://hospital.example/a", "1").setUse(IdentifierUse.OFFICIAL));
        resident.addIdentifier(identifier("https://hospital.example/b", "2").setUse(IdentifierUse.USUAL));
        resident.addIdentifier(identifier("https://hospital.example/c", "3").setUse(IdentifierUse.OFFICIAL));

        assertThat(rules.check(reliability(resident.copy(), "PROV"))).isEmpty();
        assertThat(rules.check(reliability(resident, "VALI")))
                .extracting(Finding::element)
                .containsExactly("Patient.identifier[2].use");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "10000, -, 0",
                "10000, FR, 0",
                "01000, FRA, 0",
                "1000, -, 1",
                "1000, France, 1",
                "10 000, FR, 1",
                "2A004, FR, 1",
                "1000, BEL, 0",
                "-, FR, 0"
            })
    void asksFiveDigitsOfAFrenchPostalCode(String postalCode, String country, int findings) {
        var resident = new Patient();
        resident.addAddress(new Address().setPostalCode(postalCode).setCountry(country));

        assertThat(rules.check(resident)).hasSize(findings);
    }

    private static IdentityRules rules(KeyCheck nirKey, KeyCheck rppsKey) {
        return new IdentityRules(new IdentifierRules(new IdentityProperties(nirKey, rppsKey)));
    }

    private static Patient resident(String system, String value) {
        return new Patient().addIdentifier(identifier(system, value));
    }

    private static Practitioner practitioner(String rpps) {
        return new Practitioner().addIdentifier(identifier(IdentifierSystems.RPPS, rpps));
    }

    private static Identifier identifier(String system, String value) {
        return new Identifier().setSystem(system).setValue(value);
    }

    private static Patient reliability(Patient resident, String status) {
        resident.addExtension()
                .setUrl(RELIABILITY)
                .addExtension(
                        "identityStatus",
                        new Coding("https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0445", status, null));
        return resident;
    }
}
