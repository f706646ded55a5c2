package fr.respop.server.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.respop.server.fhir.Refusal;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerritoryRulesTest {

    @Test
    void acceptsPostalCodesAndPmsiGeographicCodes() {
        var territory = with(Territory.POSTAL_CODE, "01000", "20000");
        territory.addExtension(Territory.PMSI_GEOGRAPHIC_CODE, new StringType("01000"));
        territory.addExtension(Territory.PMSI_GEOGRAPHIC_CODE, new StringType("2AC14"));

        assertThatCode(() -> TerritoryRules.check(territory)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "010000", "2AC14", "01 00", " 01000"})
    void refusesAPostalCodeThatIsNotFiveDigits(String code) {
        assertThat(refusalOf(with(Territory.POSTAL_CODE, "20000", code))).isEqualTo("Organization.extension[1].value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"25C4", "25D04", "2CC14", "25c04", "2500"})
    void refusesAPmsiGeographicCodeOfAnotherForm(String code) {
        assertThat(refusalOf(with(Territory.PMSI_GEOGRAPHIC_CODE, code))).isEqualTo("Organization.extension[0].value");
    }

    @Test
    void refusesACodeThatIsNoString() {
        assertThat(refusalOf(with(Territory.POSTAL_CODE, new IntegerType(10000))))
                .isEqualTo("Organization.extension[0].value");
        assertThat(refusalOf(with(Territory.POSTAL_CODE, (Type) null))).isEqualTo("Organization.extension[0].value");
    }

    @Test
    void refusesACodeThatStandsTwice() {
        assertThat(refusalOf(with(Territory.POSTAL_CODE, "10000", "20000", "10000")))
                .isEqualTo("Organization.extension[2].value");
    }

    @Test
    void anInactiveTerritoryClaimsNothing() {
        var organization = with(Territory.POSTAL_CODE, "10000");
        organization.addType().addCoding().setSystem(Territory.TYPE_SYSTEM).setCode(Territory.TYPE_CODE);

        assertThat(Territory.claimedBy(organization))
                .get()
                .extracting(Territory::postalCodes)
                .asString()
                .contains("10000");
        assertThat(Territory.claimedBy(organization.setActive(false))).isEmpty();
    }

    @Test
    void anOrganizationOfAnotherTypeClaimsNothing() {
        assertThat(Territory.claimedBy(with(Territory.POSTAL_CODE, "10000"))).isEmpty();
    }

    /** The element that the refusal names. */
    private static String refusalOf(Organization territory) {
        var refusal = (Refusal) catchThrowable(() -> TerritoryRules.check(territory));
        assertThat(refusal.getStatusCode()).isEqualTo(422);
        return ((OperationOutcome) refusal.getOperationOutcome())
                .getIssueFirstRep()
                .getExpression()
                .get(0)
                .getValue();
    }

    private static Organization with(String url, String... codes) {
        var organization = new Organization();
        for (var code : codes) {
            organization.addExtension(url, new StringType(code));
        }
        return organization;
    }

    private static Organization with(String url, @Nullable Type value) {
        var organization = new Organization();
        organization.addExtension(url, value);
        return organization;
    }
}
