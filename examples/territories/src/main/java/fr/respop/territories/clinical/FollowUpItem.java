package fr.respop.territories.clinical;

/** What a consultation is for: code of the CodeSystem respop-follow-up-item, and its label. */
enum FollowUpItem {
    GP_VISIT("gp-visit", "Consultation de médecine générale"),
    CARDIOLOGIST_VISIT("cardio-visit", "Consultation de cardiologie"),
    TREATMENT_REVIEW("gdmt", "Revue du traitement de l'insuffisance cardiaque"),
    DEVICE_CHECK("device-check", "Contrôle du dispositif implanté"),
    EDUCATION("etp", "Éducation thérapeutique"),
    REHABILITATION("rehab", "Réadaptation cardiaque"),
    REMOTE_MONITORING("telemonitoring", "Télésurveillance"),
    PALLIATIVE_TALK("palliative", "Soins palliatifs et directives anticipées");

    final String code;
    final String label;

    FollowUpItem(String code, String label) {
        this.code = code;
        this.label = label;
    }
}
