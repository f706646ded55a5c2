package fr.respop.territories.clinical;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** How a resident's data are written: as recommended, or as some senders do in practice. */
public enum DataForm {
    USUAL {
        @Override
        CodeableConcept code(Diagnosis diagnosis) {
            return new CodeableConcept()
                    .addCoding(coding(Terminology.CIM10, diagnosis.code))
                    .addCoding(coding(Terminology.ICD10, diagnosis.internationalCode()))
                    .setText(diagnosis.label);
        }

        @Override
        Measurement.Reading reading(Measurement measurement, double value) {
            return measurement.reading(value);
        }

        @Override
        String oldDate(LocalDate date) {
            return date.toString();
        }
    },

    /** Codes without a dot under another name of the CIM-10, other laboratory units, months instead of days. */
    UNUSUAL {
        @Override
        CodeableConcept code(Diagnosis diagnosis) {
            return new CodeableConcept()
                    .addCoding(coding(alias(diagnosis), diagnosis.code.replace(".", "")))
                    .setText(diagnosis.label);
        }

        @Override
        Measurement.Reading reading(Measurement measurement, double value) {
            return measurement.readingInOtherUnits(value);
        }

        @Override
        String oldDate(LocalDate date) {
            return date.format(DateTimeFormatter.ofPattern("uuuu-MM"));
        }
    };

    /** One in ten has data as some senders write them. */
    private static final int UNUSUAL_EVERY = 10;

    private static final int FIRST_UNUSUAL = 4;

    static DataForm ofPlace(int place) {
        return place % UNUSUAL_EVERY == FIRST_UNUSUAL ? UNUSUAL : USUAL;
    }

    abstract CodeableConcept code(Diagnosis diagnosis);

    abstract Measurement.Reading reading(Measurement measurement, double value);

    /** The date of a diagnosis made long ago. */
    abstract String oldDate(LocalDate date);

    private static Coding coding(String system, String code) {
        return new Coding().setSystem(system).setCode(code);
    }

    private static String alias(Diagnosis diagnosis) {
        return switch (Math.floorMod(diagnosis.code.hashCode(), 3)) {
            case 0 -> Terminology.CIM10 + "/";
            case 1 -> "urn:oid:2.16.840.1.113883.6.3";
            default -> "https://mos.esante.gouv.fr/NOS/TRE_R311-CIM10Atih/FHIR/TRE-R311-CIM10Atih";
        };
    }
}
