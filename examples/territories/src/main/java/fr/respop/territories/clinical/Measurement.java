package fr.respop.territories.clinical;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What is measured on a resident: name in ids, category, LOINC code, UCUM unit, decimals and label. */
enum Measurement {
    HBA1C("hba1c", "laboratory", "4548-4", "%", 1, "HbA1c"),
    GLUCOSE("glucose", "laboratory", "14771-0", "mmol/L", 1, "Glycémie à jeun"),
    CREATININE("creatinine", "laboratory", "14682-9", "umol/L", 0, "Créatinine"),
    EGFR("egfr", "laboratory", "62238-1", "mL/min/{1.73_m2}", 0, "DFG estimé (CKD-EPI)"),
    UACR("uacr", "laboratory", "14585-4", "mg/mmol", 1, "Rapport albumine/créatinine urinaire"),
    CHOLESTEROL("cholesterol", "laboratory", "14647-2", "mmol/L", 2, "Cholestérol total"),
    HDL("hdl", "laboratory", "14646-4", "mmol/L", 2, "Cholestérol HDL"),
    LDL("ldl", "laboratory", "39469-2", "mmol/L", 2, "Cholestérol LDL calculé"),
    TRIGLYCERIDES("triglycerides", "laboratory", "14927-8", "mmol/L", 2, "Triglycérides"),
    POTASSIUM("potassium", "laboratory", "2823-3", "mmol/L", 1, "Potassium"),
    SODIUM("sodium", "laboratory", "2951-2", "mmol/L", 0, "Sodium"),
    NT_PROBNP("nt-probnp", "laboratory", "33762-6", "ng/L", 0, "NT-proBNP"),
    HAEMOGLOBIN("haemoglobin", "laboratory", "718-7", "g/dL", 1, "Hémoglobine"),
    FERRITIN("ferritin", "laboratory", "2276-4", "ug/L", 0, "Ferritine"),
    TRANSFERRIN_SATURATION("tsat", "laboratory", "2502-3", "%", 0, "Saturation de la transferrine"),
    TSH("tsh", "laboratory", "3016-3", "m[IU]/L", 2, "TSH"),
    INR("inr", "laboratory", "6301-6", "{INR}", 1, "INR"),
    LVEF("lvef", "imaging", "10230-1", "%", 0, "Fraction d'éjection du ventricule gauche"),
    HEART_RATE("heart-rate", "vital-signs", "8867-4", "/min", 0, "Fréquence cardiaque"),
    WEIGHT("weight", "vital-signs", "29463-7", "kg", 1, "Poids"),
    HEIGHT("height", "vital-signs", "8302-2", "cm", 0, "Taille"),
    BMI("bmi", "vital-signs", "39156-5", "kg/m2", 1, "Indice de masse corporelle"),
    WAIST("waist", "vital-signs", "8280-0", "cm", 0, "Tour de taille");

    final String id;
    final String category;
    final String code;
    final String unit;
    final int decimals;
    final String label;

    Measurement(String id, String category, String code, String unit, int decimals, String label) {
        this.id = id;
        this.category = category;
        this.code = code;
        this.unit = unit;
        this.decimals = decimals;
        this.label = label;
    }

    /** A value as this measurement is usually reported. */
    Reading reading(double value) {
        return new Reading(code, rounded(value, decimals), unit);
    }

    /** The same value from a laboratory that reports other units, where there is such a habit. */
    Reading readingInOtherUnits(double value) {
        return switch (this) {
            case HBA1C -> new Reading("59261-8", rounded((value - 2.15) / 0.0915, 0), "mmol/mol");
            case GLUCOSE -> new Reading("1558-6", rounded(value / 5.551, 2), "g/L");
            case UACR -> new Reading("9318-7", rounded(value * 8.84, 0), "mg/g");
            case NT_PROBNP -> new Reading("33763-4", rounded(value / 8.457, 1), "pmol/L");
            case HAEMOGLOBIN -> new Reading("718-7", rounded(value * 10, 0), "g/L");
            case LVEF -> new Reading("18043-0", rounded(value, 0), "%");
            default -> reading(value);
        };
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** A value with the code and the unit that it is reported under. */
    record Reading(String code, BigDecimal value, String unit) {}
}
