package fr.respop.server.commandline;

import fr.respop.engine.ReportType;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The report types of a population, by their FHIR code. */
final class PopulationReportType implements ITypeConverter<ReportType> {

    @Override
    public ReportType convert(String code) {
        return switch (code) {
            case "population" -> ReportType.POPULATION;
            case "subject-list" -> ReportType.SUBJECT_LIST;
            default -> throw new TypeConversionException("expected population or subject-list, not " + code);
        };
    }
}
