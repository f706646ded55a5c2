package fr.respop.territories;

import fr.respop.territories.clinical.Chart;
import fr.respop.territories.clinical.Dice;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/**
 * Makes a territory's synthetic residents and what surrounds them. The same territory, scale and seed give the same
 * resources, byte for byte; each resident is made without the others, so that many can be streamed and streams split.
 *
 * <p>The residents' clinical data put as many of them into each stratum as the programme published, divided by the
 * scale. No stratum is written into the data.
 */
public final class TerritoryGenerator {

    /** The seed of the demonstration that the server loads. */
    public static final long DEMONSTRATION_SEED = 2025;

    private final Territory territory;
    private final long seed;
    private final Pyramid pyramid;
    private final Assignment assignment;
    private final Setting setting;
    private final Patients patients;

    /** A scale of 100 makes one resident for every hundred of the territory. */
    public TerritoryGenerator(Territory territory, int scale, long seed) {
        this.territory = territory;
        this.seed = seed;
        pyramid = territory.publishedPyramid().scaled(scale);
        assignment = new Assignment(pyramid, Dice.of(seed, territory.id() + "-assignment", 0));
        setting = new Setting(territory, pyramid.residents(), seed);
        patients = new Patients(territory, setting, seed);
    }

    /** The published counts at this generator's scale, which the residents reproduce. */
    public Pyramid publishedPyramid() {
        return pyramid;
    }

    /** The territory, its organizations and practitioners, and its target populations; load them first. */
    public List<Resource> setting() {
        return setting.resources();
    }

    /** All residents, made one by one as the stream is read. */
    public Stream<Resident> residents() {
        return IntStream.rangeClosed(1, pyramid.residents()).mapToObj(this::resident);
    }

    /** The resident with this number, counted from 1. */
    public Resident resident(int number) {
        if (number < 1 || number > pyramid.residents()) {
            throw new IllegalArgumentException(
                    "Residents are numbered from 1 to " + pyramid.residents() + ", there is no " + number);
        }
        var dice = Dice.of(seed, territory.id(), number);
        var part = assignment.partOf(number);
        var person = part.story().drawPerson(BirthRegister.birthMonth(number), dice);
        var chart = new Chart(patients.id(number), person, part.form(), dice, setting.hospitalId());
        part.story().tell(chart);
        return new Resident(patients.patient(number, person, dice), chart.resources());
    }
}
