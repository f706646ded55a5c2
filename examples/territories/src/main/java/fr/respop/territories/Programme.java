package fr.respop.territories;

/** A disease that the programme follows in all residents, by its code in the CodeSystem respop-programme. */
public enum Programme {
    DIABETES("diabetes", "Diabète de type 2"),
    HEART_FAILURE("heart-failure", "Insuffisance cardiaque");

    private final String code;
    private final String label;

    Programme(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    String label() {
        return label;
    }

    /** The id of the Group of all whom this programme concerns in a territory. */
    public String targetPopulationId(Territory territory) {
        return territory.id() + "-" + code;
    }
}
