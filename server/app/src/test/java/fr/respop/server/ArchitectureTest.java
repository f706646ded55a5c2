package fr.respop.server;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "fr.respop.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyTheFhirPackageKnowsTheDatabase = noClasses()
            .that()
            .resideOutsideOfPackage("fr.respop.server.fhir..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ca.uhn.fhir.jpa..", "jakarta.persistence..", "org.hibernate..", "java.sql..");

    @ArchTest
    static final ArchRule featuresMeetOnlyInTheFhirPackage = slices().matching("fr.respop.server.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage("fr.respop.server.fhir.."));

    @ArchTest
    static final ArchRule theFhirPackageKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("fr.respop.server.fhir..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("fr.respop.server..").and(not(resideInAPackage("fr.respop.server.fhir.."))));

    @ArchTest
    static final ArchRule nothingImportsTheWiring = noClasses()
            .that()
            .resideInAPackage("fr.respop.server.(*)..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("fr.respop.server");

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        var unmarked = classes.getPackage("fr.respop.server").getSubpackagesInTree().stream()
                .filter(p -> !p.getClasses().isEmpty())
                .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName);
        assertThat(unmarked).isEmpty();
    }

    /** A rule that sees no classes holds. */
    @ArchTest
    static void theRulesSeeTheServer(JavaClasses classes) {
        assertThat(classes.size()).isGreaterThan(60);
        assertThat(classes.containPackage("fr.respop.server.fhir")).isTrue();
    }
}
