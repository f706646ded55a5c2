package fr.respop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.respop.engine.content.UnknownExpression;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class IndividualEvaluatorTest {

    private static final TestMeasure MEASURE = TestMeasure.proportion().stratifier("gender", "Gender");

    private final Inquiry inquiry =
            new Inquiry(Reports.request(MEASURE, ReportType.POPULATION), List.of("Gender", "Result Count"));

    @Test
    void keepsWhatTheCallerMakesOfEachSubjectInTheOrderOfTheirReferences() {
        var residents = IntStream.range(0, 20)
                .mapToObj(number -> Resident.woman("r" + (29 - number)))
                .toArray(Resident[]::new);

        var found = evaluate(inquiry, residents);

        assertThat(found.kept())
                .containsExactlyElementsOf(IntStream.range(10, 30)
                        .mapToObj(number -> "Patient/r" + number + " false female 0")
                        .toList());
        assertThat(found.failures()).isEmpty();
    }

    @Test
    void tellsWhoIsInThePopulation() {
        var found = evaluate(inquiry, Resident.woman("1").withDiabetes(), Resident.man("2"));

        assertThat(found.kept()).containsExactly("Patient/1 true female 0", "Patient/2 false male 0");
    }

    @Test
    void whomTheMembershipLeavesOutIsInNoPopulationAndHasNoValues() {
        var ofWomen = new Inquiry(
                inquiry.evaluation().ofMembers(new Membership(CheckContent.CHECK, "Is Woman")), List.of("Gender"));

        var found = evaluate(ofWomen, Resident.man("1").withDiabetes());

        assertThat(found.kept()).containsExactly("Patient/1 false null null");
    }

    @Test
    void givesTheReportThatTheSubjectHasAloneWithoutTheEvaluatedResources() {
        var resident = Resident.woman("1").withDiabetes().withHbA1c("2025-06-01T10:00:00+02:00");

        var found = evaluator(inquiry, inquiry)
                .evaluate(
                        SubjectSource.of(Reports.subjects(resident, Resident.man("2"))),
                        (subject, findings) -> Optional.of(findings.get(1).report()));

        var alone = Reports.evaluate(MEASURE, ReportType.SUBJECT, resident);
        assertThat(alone.getEvaluatedResource()).isNotEmpty();
        assertThat(Reports.json(found.kept().get(0))).isEqualTo(Reports.json(alone.setEvaluatedResource(List.of())));
    }

    @Test
    void aSubjectThatFailsCostsNobodyElse() {
        var inTroyes = new Inquiry(inquiry.evaluation(), List.of("Lives in Troyes"));

        var found = evaluate(inTroyes, Resident.woman("1"), Resident.woman("2").withSecondAddress(), Resident.man("3"));

        assertThat(found.kept()).hasSize(2);
        assertThat(found.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.subject()).isEqualTo("Patient/2");
            assertThat(failure.reason()).contains("Check");
        });
    }

    @Test
    void aRecordThatCannotBeReadCostsNobodyElse() {
        var unreadable = new SubjectRecord() {
            @Override
            public String id() {
                return "Patient/unreadable";
            }

            @Override
            public List<Resource> resources() {
                throw new IllegalArgumentException("No JSON");
            }
        };

        var found = evaluator(inquiry)
                .evaluate(
                        SubjectSource.of(List.of(unreadable, Resident.man("1").subject())),
                        (subject, findings) -> Optional.of(subject.id()));

        assertThat(found.kept()).containsExactly("Patient/1");
        assertThat(found.failures()).extracting(SubjectNotEvaluable::reason).containsExactly("No JSON");
    }

    @Test
    void endsWithWhatTheCallerThrows() {
        var source = SubjectSource.of(Reports.subjects(Resident.man("1"), Resident.man("2")));

        assertThatThrownBy(() -> evaluator(inquiry).evaluate(source, (subject, findings) -> {
                    throw new UnsupportedOperationException("enough");
                }))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("enough");
    }

    @Test
    void refusesAnExpressionThatIsNotThere() {
        var absent = new Inquiry(inquiry.evaluation(), List.of("Absent"));

        assertThatThrownBy(() -> evaluator(absent)).isInstanceOf(UnknownExpression.class);
        assertThat(evaluator(inquiry).dataTypes())
                .isEqualTo(new PopulationEvaluator(CheckContent.CONTENT, Reports.SETTINGS)
                        .dataTypes(List.of(inquiry.evaluation())));
    }

    private static IndividualEvaluator evaluator(Inquiry... inquiries) {
        return new IndividualEvaluator(List.of(inquiries), CheckContent.CONTENT, Reports.SETTINGS);
    }

    private static Individuals<String> evaluate(Inquiry inquiry, Resident... residents) {
        return evaluator(inquiry).evaluate(SubjectSource.of(Reports.subjects(residents)), (subject, findings) -> {
            var finding = findings.get(0);
            return Optional.of(subject.id() + " " + finding.isInPopulation() + " "
                    + finding.values().get("Gender") + " "
                    + finding.values().get("Result Count"));
        });
    }
}
