package fr.respop.territories.clinical;

/** The vaccines of the stories: ATC code, and a short label of our own. */
enum Vaccine {
    INFLUENZA("J07BB02", "Grippe saisonnière"),
    PNEUMOCOCCUS("J07AL02", "Pneumocoque conjugué"),
    BOOSTER("J07CA01", "Rappel diphtérie, tétanos, poliomyélite"),
    MEASLES("J07BD52", "Rougeole, oreillons, rubéole");

    final String code;
    final String label;

    Vaccine(String code, String label) {
        this.code = code;
        this.label = label;
    }
}
