package fr.respop.guide;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "fr.respop.guide", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("fr.respop.guide.(*)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theSourcesKnowNoTemplateAndNoHtml = ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage("fr.respop.guide.source")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("freemarker..", "org.commonmark..", "org.jsoup..");

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        var packages = classes.getPackage("fr.respop.guide").getSubpackagesInTree().stream()
                .filter(subpackage -> !subpackage.getClasses().isEmpty())
                .toList();

        // A floor, so that the rule cannot pass on nothing.
        assertThat(packages).hasSizeGreaterThanOrEqualTo(3);
        assertThat(packages).allMatch(subpackage -> subpackage.isAnnotatedWith(NullMarked.class), "is @NullMarked");
    }
}
