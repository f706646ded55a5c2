package fr.respop.content;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "fr.respop.content", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("fr.respop.content.(*)").should().beFreeOfCycles();

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        var packages = classes.getPackage("fr.respop.content").getSubpackagesInTree().stream()
                .filter(subpackage -> !subpackage.getClasses().isEmpty())
                .toList();

        // A floor, so that the rule cannot pass on nothing.
        assertThat(packages).hasSizeGreaterThanOrEqualTo(4);
        assertThat(packages).allMatch(subpackage -> subpackage.isAnnotatedWith(NullMarked.class), "is @NullMarked");
        assertThat(packages).extracting(JavaPackage::getName).doesNotHaveDuplicates();
    }
}
