package fr.respop.territories.clinical;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One clinical history that can be told of many residents: to whom it happens, and what happens. */
public final class Story {

    private final String title;
    private final Cohort cohort;
    private final Consumer<Chart> plot;

    private Story(String title, Cohort cohort, Consumer<Chart> plot) {
        this.title = title;
        this.cohort = cohort;
        this.plot = plot;
    }

    static Story ofResident(String title, Cohort cohort, Consumer<Chart> plot) {
        return new Story(title, cohort, plot);
    }

    static Story ofDiabetic(String title, Consumer<DiabetesCourse> plot) {
        return ofDiabetic(title, Cohort.DIABETICS, plot);
    }

    static Story ofDiabetic(String title, Cohort cohort, Consumer<DiabetesCourse> plot) {
        return new Story(title, cohort, chart -> {
            var course = new DiabetesCourse(chart);
            plot.accept(course);
            course.write();
        });
    }

    /** The same story several times in a row of stories: the more common one. */
    List<Story> times(int count) {
        var stories = new ArrayList<Story>();
        for (var i = 0; i < count; i++) {
            stories.add(this);
        }
        return stories;
    }

    public String title() {
        return title;
    }

    public Person drawPerson(int birthMonth, Dice dice) {
        return cohort.draw(birthMonth, dice);
    }

    public void tell(Chart chart) {
        plot.accept(chart);
    }
}
