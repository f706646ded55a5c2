package fr.respop.territories;

import java.util.List;

/** A commune by its INSEE code [code officiel géographique], which is not a postal code, with its residents. */
public record Commune(String code, String name, List<String> postalCodes, int population) {

    public Commune {
        if (postalCodes.isEmpty()) {
            throw new IllegalArgumentException("Commune " + code + " has no postal code");
        }
        postalCodes = List.copyOf(postalCodes);
    }
}
