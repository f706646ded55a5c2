package fr.respop.territories;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.LocalDate;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "fr.respop.territories", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule clinicalHistoriesKnowNoTerritory = noClasses()
            .that()
            .resideInAPackage("fr.respop.territories.clinical")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("fr.respop.territories");

    @ArchTest
    static final ArchRule nothingReadsTheClock = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(LocalDate.class, "now");

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        assertThat(classes.size()).isGreaterThan(30);
        assertThat(classes.stream().map(found -> found.getPackage()).distinct())
                .allMatch((JavaPackage found) -> found.isAnnotatedWith(NullMarked.class));
    }
}
