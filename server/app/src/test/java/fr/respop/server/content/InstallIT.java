package fr.respop.server.content;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import fr.respop.server.FhirHttp;
import fr.respop.server.FhirReply;
import fr.respop.server.ServerTest;
import fr.respop.server.content.InstalledPackage.Installer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base64BinaryType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.util.unit.DataSize;

@ServerTest
class InstallIT {

    private static final String INSTALL = "ImplementationGuide/$install";
    private static final String NAME = "org.example.ages";
    private static final String BASE = "https://example.org/" + NAME;
    private static final String GUIDE = "ImplementationGuide-" + NAME + ".json";

    private final FhirHttp fhir;
    private final PackageInstaller installer;
    private final ContentInstaller start;

    @Autowired
    InstallIT(FhirHttp fhir, PackageInstaller installer, ContentInstaller start) {
        this.fhir = fhir;
        this.installer = installer;
        this.start = start;
    }

    @BeforeEach
    void installAgesFrom65() {
        fhir.put("Patient/install-70", """
                {"resourceType": "Patient", "id": "install-70", "birthDate": "1955-06-15"}""").isStored();
        install(agesFrom(65)).hasStatus(200);
        assertThat(isOld()).isTrue();
    }

    @AfterEach
    void restoreTheServersOwnContent() {
        var own = ContentPackage.read(TestPackage.builtInBytes(), DataSize.ofMegabytes(100), FhirContext.forR4Cached());
        installer.install(own, Installer.SERVER, installed -> true);
    }

    @Test
    void aChangedThresholdIsEvaluatedAtOnce() {
        var report = install(agesFrom(75)).hasStatus(200);

        assertThat(isOld()).isFalse();
        assertThat(texts(report))
                .anySatisfy(text -> assertThat(text).contains("Installed org.example.ages 1.0.0 in place of 1.0.0."))
                .anySatisfy(text -> assertThat(text).contains("updated: ").contains("Library/Ages"));
    }

    @Test
    void aPackageInParametersIsInstalled() {
        var parameters = new Parameters();
        parameters.addParameter("npmContent", new Base64BinaryType(agesFrom(75).tgz()));

        fhir.post(INSTALL, parameters).hasStatus(200);

        assertThat(isOld()).isFalse();
    }

    @Test
    void ourOwnContentIsReplacedAndStaysWhenTheServerStartsAgain() {
        var changed = TestPackage.builtIn().appendCql("RespopElements", "\ndefine \"Answer\": 42\n");

        var report = install(changed).hasStatus(200);
        start.run(new DefaultApplicationArguments());

        assertThat(texts(report)).anySatisfy(text -> assertThat(text).contains(" unchanged: "));
        assertThat(evaluate("RespopElements", "Answer").body()).contains("\"valueInteger\":42");
    }

    @Test
    void anEqualPackageIsNotInstalledAgain() {
        var before = fhir.get("ImplementationGuide/" + NAME).body();

        var report = install(agesFrom(65)).hasStatus(200);

        assertThat(texts(report))
                .singleElement()
                .asString()
                .contains("installed already")
                .contains("Nothing was done");
        assertThat(fhir.get("ImplementationGuide/" + NAME).body()).isEqualTo(before);
    }

    @Test
    void whatOnlyTheFormerPackageHadIsRemoved() {
        install(agesFrom(65).withCql(BASE, "OldAges", "1.0.0", "library OldAges version '1.0.0'"))
                .hasStatus(200);

        var report = install(agesFrom(65)).hasStatus(200);

        assertThat(texts(report)).contains("1 removed: Library/OldAges");
        fhir.get("Library/OldAges").hasStatus(410);
    }

    @Test
    void aPackageMayNameWhatAnotherInstalled() {
        var dependent = TestPackage.named("org.example.dependent", "1.0.0")
                .withCql("https://example.org/org.example.dependent", "Dependent", "1.0.0", """
                        library Dependent version '1.0.0'
                        using FHIR version '4.0.1'
                        include Ages version '1.0.0' called Ages
                        parameter "Measurement Period" Interval<DateTime>
                        context Patient
                        define "Is Young": not Ages."Is Old"
                        """);

        install(dependent).hasStatus(200);

        assertThat(evaluate("Dependent", "Is Young").body()).contains("\"valueBoolean\":false");
    }

    @Test
    void aPackageMayNotTakeWhatAnotherInstalled() {
        var thief = TestPackage.named("org.example.thief", "1.0.0")
                .withCql("https://example.org/org.example.thief", "Ages", "1.0.0", "library Ages version '1.0.0'");

        isRefused(thief, "package/Library-Ages.json: Library/Ages belongs to the package org.example.ages");
    }

    @Test
    void aCanonicalOfTheServerIsNotGivenTwice() {
        var twin = TestPackage.named("org.example.twin", "1.0.0")
                .with("ValueSet-twin.json", valueSet("twin", BASE + "/ValueSet/listed"));

        isRefused(
                twin,
                "package/ValueSet-twin.json, url: " + BASE + "/ValueSet/listed|1.0.0 is also the canonical of"
                        + " ValueSet/listed, which is installed.");
    }

    @Test
    void aValueSetThatCqlNamesExists() {
        isRefused(
                agesFrom(65).withCql(BASE, "Tests", "1.0.0", """
                        library Tests version '1.0.0'
                        valueset "Lost": 'https://example.org/ValueSet/lost'
                        """),
                "package/Library-Tests.json/Tests.cql:2:1-2:52, valueset \"Lost\":"
                        + " https://example.org/ValueSet/lost is not in the package.");
    }

    @Test
    void aLibraryThatIsIncludedExists() {
        isRefused(
                agesFrom(65).withCql(BASE, "Tests", "1.0.0", """
                        library Tests version '1.0.0'
                        include Lost version '2.0.0'
                        """),
                "package/Library-Tests.json/Tests.cql: There is no library Lost|2.0.0, which Tests includes.");
    }

    @Test
    void librariesDoNotIncludeEachOther() {
        isRefused(
                agesFrom(65)
                        .withCql(BASE, "One", "1.0.0", "library One version '1.0.0'\ninclude Two version '1.0.0'")
                        .withCql(BASE, "Two", "1.0.0", "library Two version '1.0.0'\ninclude One version '1.0.0'"),
                "package/Library-One.json/One.cql: The library One does not compile: It includes itself:"
                        + " One -> Two -> One.");
    }

    @Test
    void cqlCompiles() {
        isRefused(
                agesFrom(65)
                        .withCql(BASE, "Tests", "1.0.0", "library Tests version '1.0.0'\ndefine \"A\": \"Nothing\""),
                "package/Library-Tests.json/Tests.cql: The library Tests does not compile: line 2, column 13:");
    }

    @Test
    void aConditionNamesAnExpressionOfItsLibrary() {
        isRefused(
                agesFrom(65).with("PlanDefinition-Advice.json", plan("Advice", "Is Ancient", "")),
                "package/PlanDefinition-Advice.json, action[0].condition[0].expression: library " + BASE
                        + "/Library/Ages|1.0.0 has no public define \"Is Ancient\".");
    }

    @Test
    void aPlanIsNoPartOfItself() {
        isRefused(
                agesFrom(65).with("PlanDefinition-Advice.json", plan("Advice", "Is Old", "Advice")),
                "Advice is a part of itself: Advice -> Advice");
    }

    @Test
    void everyBrokenRuleIsToldAtOnce() {
        var refusal = install(agesFrom(65)
                .with("PlanDefinition-Advice.json", plan("Advice", "Is Ancient", "Advice"))
                .with("ValueSet-other.json", valueSet("wrong", BASE + "/ValueSet/wrong")));

        assertThat(refusal.hasStatus(422).as(OperationOutcome.class).getIssue()).hasSize(3);
    }

    @Test
    void aResourceIsFhirR4() {
        var broken = agesFrom(65).with("Measure-Broken.json", "{\"resourceType\": \"Measure\", \"colour\": \"red\"}");

        isRefused(broken, "package/Measure-Broken.json is no FHIR R4 resource: ");
    }

    @Test
    void thePackageIsOfFhirR4() {
        isRefused(
                agesFrom(65).replace("package.json", "4.0.1", "5.0.0"),
                "package/package.json, fhirVersions: it names [\"5.0.0\"], and this server is of FHIR 4.0.1.");
    }

    @Test
    void thePackageAndItsGuideAgree() {
        isRefused(
                agesFrom(65).replace("package.json", "1.0.0", "2.0.0"),
                "package/package.json says org.example.ages 2.0.0");
        isRefused(agesFrom(65).without(GUIDE), "The package has 0 ImplementationGuides.");
    }

    @Test
    void aFileThatIsNoPackageIsRefused() {
        var garbage = "not a package".getBytes(StandardCharsets.UTF_8);

        install(garbage).isRefusal(400, IssueType.INVALID, "a gzipped tar archive (.tgz) is expected");
        install(agesFrom(65).without("package.json"))
                .isRefusal(400, IssueType.INVALID, "There is no package/package.json in it.");
        assertThat(isOld()).isTrue();
    }

    @Test
    void aRequestWithoutPackageIsRefused() {
        fhir.post(INSTALL, "{\"resourceType\": \"Parameters\"}")
                .isRefusal(400, IssueType.REQUIRED, "Parameters with npmContent");
        fhir.post(INSTALL, "{\"resourceType\": \"Patient\"}")
                .isRefusal(400, IssueType.REQUIRED, "Parameters with npmContent");
        fhir.post(INSTALL, "{\"resourceType\": \"Parameters\"").isRefusal(400, IssueType.INVALID, "not well-formed");
        install(new byte[0]).isRefusal(400, IssueType.REQUIRED, "Parameters with npmContent");
    }

    @Test
    void aPackageThatUnpacksTooLargeIsRefused() {
        var large = agesFrom(65).with("other/zeros", "0".repeat(101 * 1024 * 1024));

        install(large).isRefusal(413, IssueType.TOOLONG, "larger than 100 MB", "respop.content.maximum-unpacked-size");
        assertThat(isOld()).isTrue();
    }

    @Test
    void packagesInstalledTogetherAreInstalledOneAfterTheOther() {
        var replies = Stream.of(66, 67, 68)
                .map(age -> CompletableFuture.supplyAsync(() -> install(agesFrom(age))))
                .toList();

        assertThat(replies.stream().map(CompletableFuture::join)).allSatisfy(reply -> reply.hasStatus(200));
        assertThat(isOld()).isTrue();
    }

    private void isRefused(TestPackage spoilt, String finding) {
        var refusal = install(spoilt).hasStatus(422);
        assertThat(texts(refusal)).anySatisfy(text -> assertThat(text).contains(finding));
        assertThat(refusal.body()).doesNotContain("Exception", "ca.uhn", "org.hl7");
        assertThat(isOld()).as("the old content still works").isTrue();
    }

    private FhirReply install(TestPackage content) {
        return install(content.tgz());
    }

    private FhirReply install(byte[] archive) {
        return fhir.send(fhir.request(INSTALL)
                .header("Content-Type", "application/gzip")
                .POST(BodyPublishers.ofByteArray(archive)));
    }

    private boolean isOld() {
        return evaluate("Ages", "Is Old").body().contains("\"valueBoolean\":true");
    }

    private FhirReply evaluate(String library, String expression) {
        return fhir.get("Library/" + library
                        + "/$evaluate?subject=Patient/install-70&periodStart=2025-01-01&periodEnd=2025-12-31&expression="
                        + expression)
                .hasStatus(200);
    }

    private static List<String> texts(FhirReply reply) {
        return reply.as(OperationOutcome.class).getIssue().stream()
                .map(issue -> issue.getDiagnostics())
                .toList();
    }

    /** A package with one library that calls old who has reached the age. */
    private static TestPackage agesFrom(int years) {
        return TestPackage.named(NAME, "1.0.0")
                .with("ValueSet-listed.json", valueSet("listed", BASE + "/ValueSet/listed"))
                .withCql(BASE, "Ages", "1.0.0", """
                        library Ages version '1.0.0'
                        using FHIR version '4.0.1'
                        include FHIRHelpers version '4.0.1'
                        parameter "Measurement Period" Interval<DateTime>
                        context Patient
                        define "Is Old":
                          CalculateAgeInYearsAt(Patient.birthDate.value, date from end of "Measurement Period") >= %d
                        """.formatted(years));
    }

    private static String valueSet(String id, String url) {
        return """
                {"resourceType": "ValueSet", "id": "%s", "url": "%s", "version": "1.0.0", "name": "Listed",
                 "status": "active",
                 "compose": {"include": [{"system": "http://loinc.org", "concept": [{"code": "4548-4"}]}]}}""".formatted(id, url);
    }

    private static String plan(String id, String expression, String part) {
        var definition =
                part.isEmpty() ? "" : "\"definitionCanonical\": \"%s/PlanDefinition/%s\", ".formatted(BASE, part);
        return """
                {"resourceType": "PlanDefinition", "id": "%1$s", "url": "%2$s/PlanDefinition/%1$s", "version": "1.0.0",
                 "name": "%1$s", "status": "active", "library": ["%2$s/Library/Ages|1.0.0"],
                 "action": [{%4$s"condition": [{"kind": "applicability",
                   "expression": {"language": "text/cql-identifier", "expression": "%3$s"}}]}]}""".formatted(id, BASE, expression, definition);
    }
}
