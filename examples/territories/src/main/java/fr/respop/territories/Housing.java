package fr.respop.territories;

import fr.respop.territories.clinical.Dice;
import java.util.Arrays;
import java.util.List;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Coding;

/** Gives addresses in a territory, to each commune as many as its share of the population. */
final class Housing {

    private static final String COMMUNE_CODE =
            "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-address-insee-code";
    private static final String COMMUNE_SYSTEM =
            "https://mos.esante.gouv.fr/NOS/TRE_R13-CommuneOM/FHIR/TRE-R13-CommuneOM";

    private static final List<String> STREETS = List.of(
            "rue de la République",
            "rue de l'Église",
            "Grande Rue",
            "rue Victor Hugo",
            "rue du Moulin",
            "place de la Mairie",
            "rue Pasteur",
            "rue des Écoles",
            "avenue Jean Jaurès",
            "rue des Lilas",
            "chemin des Vignes",
            "impasse du Lavoir");

    private final List<Commune> communes;
    private final int[] residentsUpTo;

    Housing(List<Commune> communes) {
        this.communes = communes;
        residentsUpTo = communes.stream().mapToInt(Commune::population).toArray();
        Arrays.parallelPrefix(residentsUpTo, Integer::sum);
    }

    Address home(Dice dice) {
        var resident = dice.between(1, residentsUpTo[residentsUpTo.length - 1]);
        var found = Arrays.binarySearch(residentsUpTo, resident);
        var commune = communes.get(found >= 0 ? found : -found - 1);
        var address =
                inCommune(commune).setUse(Address.AddressUse.HOME).setPostalCode(dice.pick(commune.postalCodes()));
        return address.addLine(dice.between(1, 120) + " " + dice.pick(STREETS));
    }

    /** An address that says no more than the commune, as for a place of birth. */
    static Address inCommune(Commune commune) {
        var address = new Address().setCity(commune.name()).setCountry("FRA");
        address.addExtension(
                COMMUNE_CODE, new Coding().setSystem(COMMUNE_SYSTEM).setCode(commune.code()));
        return address;
    }
}
