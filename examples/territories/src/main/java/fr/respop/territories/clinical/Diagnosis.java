package fr.respop.territories.clinical;

/** The diagnoses of the stories: CIM-10 code as coded in France, with a dot, and a short label of our own. */
enum Diagnosis {
    TYPE_2_DIABETES("E11.98", "Diabète de type 2"),
    TYPE_2_DIABETES_INSULIN("E11.90", "Diabète de type 2 traité par insuline"),
    DIABETIC_COMA("E11.08", "Diabète de type 2, coma hyperosmolaire"),
    DIABETIC_KETOACIDOSIS("E11.10", "Diabète de type 2, acidocétose"),
    DIABETIC_KIDNEY("E11.28", "Diabète de type 2, atteinte rénale"),
    DIABETIC_EYE("E11.38", "Diabète de type 2, atteinte oculaire"),
    DIABETIC_NERVE("E11.48", "Diabète de type 2, atteinte neurologique"),
    DIABETIC_ARTERY("E11.58", "Diabète de type 2, atteinte artérielle"),
    DIABETIC_OTHER("E11.68", "Diabète de type 2, autre complication"),
    DIABETIC_MULTIPLE("E11.78", "Diabète de type 2, complications multiples"),
    TYPE_1_DIABETES("E10.90", "Diabète de type 1"),
    GESTATIONAL_DIABETES("O24.4", "Diabète gestationnel"),
    DIABETES_IN_PREGNANCY("O24.1", "Diabète de type 2 préexistant, grossesse"),
    PREGNANCY("Z34.9", "Grossesse en cours"),
    LARGE_CHILD("O36.6", "Macrosomie foetale"),
    PREDIABETES("R73.0", "Intolérance au glucose"),

    KIDNEY_STAGE_3("N18.3", "Maladie rénale chronique, stade 3"),
    KIDNEY_STAGE_4("N18.4", "Maladie rénale chronique, stade 4"),
    KIDNEY_STAGE_5("N18.5", "Maladie rénale chronique, stade 5"),
    DIALYSIS("Z99.2", "Dialyse"),
    KIDNEY_TRANSPLANT("Z94.0", "Greffe de rein"),
    DIABETIC_GLOMERULUS("N08.3", "Glomérulopathie diabétique"),

    RETINOPATHY("H36.0", "Rétinopathie diabétique"),
    BACKGROUND_RETINOPATHY("H35.0", "Rétinopathie débutante"),
    VITREOUS_HAEMORRHAGE("H43.1", "Hémorragie du vitré"),
    TRACTION_DETACHMENT("H33.4", "Décollement de rétine par traction"),
    BLINDNESS("H54.0", "Cécité des deux yeux"),

    POLYNEUROPATHY("G63.2", "Polyneuropathie diabétique"),
    FOOT_ULCER("L97", "Plaie du pied"),
    LEG_AMPUTATION("Z89.5", "Amputation de jambe"),

    LEG_ARTERIES("I70.2", "Artériopathie des membres inférieurs"),
    CORONARY_DISEASE("I25.1", "Maladie coronaire"),
    CORONARY_STENT("Z95.5", "Stent coronaire"),
    OLD_INFARCTION("I25.2", "Infarctus ancien"),
    INFARCTION("I21.4", "Infarctus aigu"),
    STROKE("I63.9", "Infarctus cérébral"),
    STROKE_SEQUELAE("I69.3", "Séquelles d'infarctus cérébral"),

    HEART_FAILURE("I50.1", "Insuffisance cardiaque gauche"),
    CONGESTIVE_HEART_FAILURE("I50.0", "Insuffisance cardiaque congestive"),
    UNSPECIFIED_HEART_FAILURE("I50.9", "Insuffisance cardiaque"),
    HYPERTENSIVE_HEART_FAILURE("I11.0", "Cardiopathie hypertensive avec insuffisance cardiaque"),
    LUNG_OEDEMA("J81", "Oedème aigu du poumon"),
    CARDIAC_LIVER("K76.1", "Foie cardiaque"),
    ATRIAL_FIBRILLATION("I48.9", "Fibrillation atriale"),
    AORTIC_STENOSIS("I35.0", "Rétrécissement aortique"),
    DILATED_CARDIOMYOPATHY("I42.0", "Cardiomyopathie dilatée"),
    VENTRICULAR_TACHYCARDIA("I47.2", "Tachycardie ventriculaire"),
    PACEMAKER("Z95.0", "Porteur d'un stimulateur cardiaque"),
    HEART_TRANSPLANT("Z94.1", "Greffe de coeur"),
    PALLIATIVE_CARE("Z51.5", "Soins palliatifs"),
    ALCOHOL("F10.2", "Dépendance à l'alcool"),

    HYPOGLYCAEMIA("E16.0", "Hypoglycémie médicamenteuse"),
    HYPERTENSION("I10", "Hypertension artérielle"),
    DYSLIPIDAEMIA("E78.5", "Dyslipidémie"),
    OBESITY("E66.9", "Obésité"),
    LIVER_STEATOSIS("K76.0", "Stéatose hépatique"),
    POLYCYSTIC_OVARY("E28.2", "Ovaires polykystiques"),

    BREAST_CANCER("C50.9", "Cancer du sein"),
    CHEMOTHERAPY("Z51.1", "Séance de chimiothérapie"),
    ASTHMA("J45.9", "Asthme"),
    BACK_PAIN("M54.5", "Lombalgie"),
    MIGRAINE("G43.9", "Migraine"),
    KNEE_ARTHROSIS("M17.1", "Gonarthrose"),
    PNEUMONIA("J18.9", "Pneumopathie"),
    APPENDICITIS("K35.8", "Appendicite aigüe"),
    WRIST_FRACTURE("S52.5", "Fracture du poignet"),
    CATARACT("H25.9", "Cataracte");

    final String code;
    final String label;

    Diagnosis(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The international code, which has at most four characters. */
    String internationalCode() {
        return code.length() > 5 ? code.substring(0, 5) : code;
    }
}
