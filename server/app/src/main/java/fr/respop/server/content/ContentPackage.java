package fr.respop.server.content;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.npm.NpmPackage;

/**
 * A FHIR package, read.
 *
 * @param name the package's name, which is also the id of its ImplementationGuide
 * @param version the package's semantic version
 * @param digest SHA-256 of the package file, in hexadecimal
 * @param resources the conformance and knowledge resources; not the examples
 */
record ContentPackage(String name, String version, String digest, List<Resource> resources) {

    static ContentPackage read(org.springframework.core.io.Resource location, FhirContext context) {
        try (var stream = location.getInputStream()) {
            return read(stream.readAllBytes(), context);
        } catch (IOException e) {
            throw new UnreadablePackage(location.getDescription(), e);
        }
    }

    private static ContentPackage read(byte[] bytes, FhirContext context) throws IOException {
        var npm = NpmPackage.fromPackage(new ByteArrayInputStream(bytes));
        var parser = context.newJsonParser();
        var resources = new ArrayList<Resource>();
        for (var file : npm.list("package")) {
            if (file.endsWith(".json") && !file.equals("package.json") && !file.startsWith(".")) {
                try (InputStream resource = npm.load("package", file)) {
                    resources.add((Resource) parser.parseResource(resource));
                }
            }
        }
        return new ContentPackage(npm.name(), npm.version(), digestOf(bytes), List.copyOf(resources));
    }

    private static String digestOf(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
