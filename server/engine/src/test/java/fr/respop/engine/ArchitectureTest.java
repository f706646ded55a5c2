package fr.respop.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "fr.respop.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theEngineKnowsFhirAndCqlOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "fr.respop.engine..",
                    "java..",
                    // The CQL engine's signatures name these.
                    "javax.xml.namespace..",
                    "kotlin..",
                    "kotlinx.io..",
                    "org.jspecify..",
                    "org.slf4j..",
                    "org.hl7.fhir..",
                    "org.hl7.cql..",
                    "org.hl7.cql_annotations..",
                    "org.hl7.elm..",
                    "org.cqframework..",
                    "org.opencds.cqf..",
                    "ca.uhn.fhir.context..",
                    "ca.uhn.fhir.parser..",
                    "ca.uhn.fhir.repository..",
                    "ca.uhn.fhir.rest.api..",
                    "com.fasterxml.jackson..")
            .because("the same engine runs in the server, in Spark and in the content tests");

    @ArchTest
    static final ArchRule contentKnowsNoSubjects = noClasses()
            .that()
            .resideInAPackage("..engine.content..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("fr.respop.engine", "..engine.cql..", "..engine.report..");

    @ArchTest
    static final ArchRule compiledCqlKnowsNeitherContentNorSubjects = noClasses()
            .that()
            .resideInAPackage("..engine.compiled..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("fr.respop.engine", "..engine.content..", "..engine.cql..", "..engine.report..");

    @ArchTest
    static final ArchRule cqlKnowsNoMeasures = noClasses()
            .that()
            .resideInAPackage("..engine.cql..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("fr.respop.engine", "..engine.report..", "org.opencds.cqf.fhir.cr..");

    @ArchTest
    static final ArchRule reportsKnowNoneOfTheOthers = noClasses()
            .that()
            .resideInAPackage("..engine.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("fr.respop.engine", "..engine.content..", "..engine.cql..");

    @ArchTest
    static final ArchRule recordsAreParsedAlone = noClasses()
            .that()
            .resideInAPackage("..engine.record..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("fr.respop.engine", "..engine.content..", "..engine.cql..", "..engine.ndjson..");

    @ArchTest
    static final ArchRule theEngineKnowsNoFiles = noClasses()
            .that()
            .resideOutsideOfPackage("..engine.ndjson..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..engine.ndjson..");

    @ArchTest
    static void theRulesSeeTheEngine(JavaClasses engine) {
        assertThat(engine).hasSizeGreaterThan(50);
    }

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses engine) {
        assertThat(engine)
                .extracting(type -> type.getPackage())
                .allSatisfy(found -> assertThat(found.tryGetAnnotationOfType(NullMarked.class))
                        .isPresent());
    }
}
