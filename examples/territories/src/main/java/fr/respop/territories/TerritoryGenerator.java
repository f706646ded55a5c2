package fr.respop.territories;

import fr.respop.territories.clinical.Chart;
import fr.respop.territories.clinical.Dice;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/**
 * Makes a territory's synthetic residents and what surrounds them. The same territory, scale and seed give the same
 * resources, byte for byte; each resident is made without the others, so that many can be streamed and streams split.
 *
 * <p>The residents' clinical data put as many of them into each stratum of each programme as published, divided by the
 * scale. No stratum is written into the data.
 */
public final class TerritoryGenerator {

    /** The seed of the demonstration that the server loads. */
    public static final long DEMONSTRATION_SEED = 2025;

    private final Territory territory;
    private final long seed;
    private final Map<Programme, Pyramid> pyramids = new EnumMap<>(Programme.class);
    private final DiabetesAssignment diabetes;
    private final HeartAssignment heart;
    private final Setting setting;
    private final Patients patients;

    /** A scale of 100 makes one resident for every hundred of the territory. */
    public TerritoryGenerator(Territory territory, int scale, long seed) {
        this.territory = territory;
        this.seed = seed;
        for (var programme : Programme.values()) {
            pyramids.put(programme, territory.publishedPyramid(programme).scaled(scale));
        }
        diabetes = new DiabetesAssignment(publishedPyramid(), Dice.of(seed, territory.id() + "-assignment", 0));
        heart = new HeartAssignment(
                publishedPyramid(Programme.HEART_FAILURE),
                diabetes,
                Dice.of(seed, territory.id() + "-heart-assignment", 0));
        setting = new Setting(territory, residentCount(), seed);
        patients = new Patients(territory, setting, seed);
    }

    /** The published counts of a programme at this generator's scale, which the residents reproduce. */
    public Pyramid publishedPyramid(Programme programme) {
        return Objects.requireNonNull(pyramids.get(programme));
    }

    /** The published counts of diabetes at this generator's scale. */
    public Pyramid publishedPyramid() {
        return publishedPyramid(Programme.DIABETES);
    }

    /** The territory, its organizations and practitioners, and its target populations; load them first. */
    public List<Resource> setting() {
        return setting.resources();
    }

    /** All residents, made one by one as the stream is read. */
    public Stream<Resident> residents() {
        return IntStream.rangeClosed(1, residentCount()).mapToObj(this::resident);
    }

    /** The resident with this number, counted from 1. */
    public Resident resident(int number) {
        if (number < 1 || number > residentCount()) {
            throw new IllegalArgumentException(
                    "Residents are numbered from 1 to " + residentCount() + ", there is no " + number);
        }
        var dice = Dice.of(seed, territory.id(), number);
        var history = heart.historyOf(diabetes.placeOf(number));
        var person = history.drawPerson(BirthRegister.birthMonth(number), dice);
        var chart = new Chart(patients.id(number), person, history.form(), dice, setting.hospitalId());
        history.story().tell(chart);
        var patient = patients.patient(number, person, dice);
        // Last, so that what happens to the heart changes neither the diabetes nor the name.
        history.heart().tell(chart);
        return new Resident(patient, chart.resources());
    }

    private int residentCount() {
        return publishedPyramid().residents();
    }
}
