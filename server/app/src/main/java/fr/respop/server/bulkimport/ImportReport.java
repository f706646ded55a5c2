package fr.respop.server.bulkimport;

import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.UriType;

/**
 * What came of an import.
 *
 * @param refused the first of the lines that were not stored
 */
record ImportReport(List<Loaded> files, List<RefusedLine> refused) {

    static ImportReport of(List<FetchedFile> files, Attempt last) {
        return new ImportReport(
                files.stream()
                        .map(file -> new Loaded(file.input(), file.lines() - last.refused(file), last.refused(file)))
                        .toList(),
                last.named());
    }

    /**
     * A parameter {@code file} for each file, with the parts {@code type}, {@code url}, {@code stored} and {@code refused};
     * and a parameter {@code refusedLine} with the parts {@code url}, {@code line} and {@code reason}, an OperationOutcome.
     */
    Parameters toParameters() {
        var parameters = new Parameters();
        files.forEach(file -> file.describe(parameters.addParameter().setName("file")));
        for (var line : refused) {
            var parameter = parameters.addParameter().setName("refusedLine");
            parameter.addPart().setName("url").setValue(new UriType(line.input().url()));
            parameter.addPart().setName("line").setValue(new IntegerType(line.line()));
            parameter.addPart().setName("reason").setResource(line.reason());
        }
        return parameters;
    }

    /**
     * What came of a file.
     *
     * @param stored how many of its lines are stored
     * @param refused how many are not
     */
    record Loaded(ImportInput input, long stored, long refused) {

        private void describe(ParametersParameterComponent parameter) {
            parameter.addPart().setName("type").setValue(new CodeType(input.type()));
            parameter.addPart().setName("url").setValue(new UriType(input.url()));
            parameter.addPart().setName("stored").setValue(new IntegerType(stored));
            parameter.addPart().setName("refused").setValue(new IntegerType(refused));
        }
    }
}
