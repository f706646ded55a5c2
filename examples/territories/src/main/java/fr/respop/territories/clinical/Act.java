package fr.respop.territories.clinical;

/** The acts of the stories: CCAM code, and a short label of our own. */
enum Act {
    ECG("DEQP003", "Électrocardiogramme"),
    ECHO("DZQM006", "Échocardiographie"),
    FUNDUS("BGQP002", "Fond d'oeil"),
    FUNDUS_SCREENING("BGQP140", "Dépistage de la rétinopathie par rétinographie"),
    HAEMODIALYSIS("JVJF004", "Séance d'hémodialyse"),
    LEG_AMPUTATION("NZFA007", "Amputation de jambe");

    final String code;
    final String label;

    Act(String code, String label) {
        this.code = code;
        this.label = label;
    }
}
