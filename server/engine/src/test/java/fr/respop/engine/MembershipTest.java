package fr.respop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import fr.respop.engine.content.UnknownExpression;
import fr.respop.engine.content.UnknownLibrary;
import org.junit.jupiter.api.Test;

class MembershipTest {

    @Test
    void leavesOutThoseForWhomItIsNotTrue() {
        var request = Reports.request(TestMeasure.cohort().stratifier("gender", "Gender"), ReportType.POPULATION)
                .ofMembers(new Membership(CheckContent.CHECK, "Is Woman"));

        var report = Reports.evaluate(
                request,
                Reports.SETTINGS,
                Reports.subjects(
                        Resident.woman("1").withDiabetes(), Resident.man("2").withDiabetes(), Resident.woman("3")));

        assertThat(Reports.counts(report)).containsOnly(entry("initial-population", 1));
        assertThat(Reports.strata(report)).containsOnlyKeys("female");
    }

    @Test
    void givesTheReportOfANonMemberZeros() {
        var request = Reports.request(TestMeasure.cohort(), ReportType.SUBJECT)
                .ofMembers(new Membership(CheckContent.CHECK, "Is Woman"));

        var report = Reports.evaluate(
                request, Reports.SETTINGS, Reports.subjects(Resident.man("1").withDiabetes()));

        assertThat(Reports.counts(report)).containsOnly(entry("initial-population", 0));
        assertThat(report.getSubject().getReference()).isEqualTo("Patient/1");
    }

    @Test
    void mustNameALibraryThatIsThere() {
        assertThatThrownBy(() -> evaluate(new Membership("https://example.org/Library/Absent", "Is Woman")))
                .isInstanceOfSatisfying(
                        UnknownLibrary.class,
                        refusal -> assertThat(refusal.library()).isEqualTo("https://example.org/Library/Absent"));
    }

    @Test
    void mustNameAnExpressionOfItsLibrary() {
        assertThatThrownBy(() -> evaluate(new Membership(CheckContent.CHECK, "Is Absent")))
                .isInstanceOfSatisfying(UnknownExpression.class, refusal -> {
                    assertThat(refusal.library()).isEqualTo("Check");
                    assertThat(refusal.expression()).isEqualTo("Is Absent");
                });
    }

    private static void evaluate(Membership membership) {
        Reports.evaluate(
                Reports.request(TestMeasure.cohort(), ReportType.POPULATION).ofMembers(membership),
                Reports.SETTINGS,
                Reports.subjects(Resident.woman("1")));
    }
}
