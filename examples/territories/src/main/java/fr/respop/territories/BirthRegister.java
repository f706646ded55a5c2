package fr.respop.territories;

import fr.respop.territories.clinical.Dice;
import fr.respop.territories.clinical.Person;
import java.util.Comparator;
import java.util.List;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;

/**
 * Gives every resident an identity number [NIR] that no other has, without knowing the others: a resident's number
 * decides birth month, order in the register and town, and no two residents share all three.
 */
final class BirthRegister {

    private static final int MONTHS = 12;
    private static final int ORDERS = 999;
    private static final int TOWNS = 40;

    private final List<Commune> towns;
    private final long seed;

    /** The towns of birth are the largest communes, where the maternities are. */
    BirthRegister(List<Commune> communes, long seed) {
        towns = communes.stream()
                .sorted(Comparator.comparingInt(Commune::population).reversed())
                .limit(TOWNS)
                .toList();
        this.seed = seed;
    }

    static int birthMonth(int number) {
        return (number - 1) % MONTHS + 1;
    }

    private static int order(int number) {
        return (number - 1) / MONTHS % ORDERS + 1;
    }

    Commune birthTown(int number) {
        var register = (number - 1) / MONTHS / ORDERS;
        if (register >= towns.size()) {
            throw new IllegalArgumentException("The registers of births are full at resident " + number);
        }
        // The same shift for all residents of one month and order keeps them apart and still mixes the towns.
        var shift = Dice.of(seed, "births-" + birthMonth(number), order(number)).between(0, towns.size() - 1);
        return towns.get((register + shift) % towns.size());
    }

    String nir(int number, Person person) {
        var nir = (person.sex() == AdministrativeGender.MALE ? "1" : "2")
                + "%02d".formatted(person.birthDate().getYear() % 100)
                + "%02d".formatted(person.birthDate().getMonthValue())
                + birthTown(number).code()
                + "%03d".formatted(order(number));
        return nir + CheckDigits.nirKey(nir);
    }
}
