package fr.respop.territories.clinical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One clinical history that can be told of many residents: to whom it happens, and what happens. */
public final class Story {

    private final String title;
    private final Cohort cohort;
    private final HeartRole role;
    private final Consumer<Chart> plot;
    private final @Nullable Consumer<Chart> plotAtRisk;

    private Story(
            String title, Cohort cohort, HeartRole role, Consumer<Chart> plot, @Nullable Consumer<Chart> plotAtRisk) {
        this.title = title;
        this.cohort = cohort;
        this.role = role;
        this.plot = plot;
        this.plotAtRisk = plotAtRisk;
    }

    static Story ofResident(String title, Cohort cohort, HeartRole role, Consumer<Chart> plot) {
        return new Story(title, cohort, role, plot, null);
    }

    static Story ofDiabetic(String title, Consumer<DiabetesCourse> plot) {
        return ofDiabetic(title, Cohort.DIABETICS, plot);
    }

    static Story ofDiabetic(String title, Cohort cohort, Consumer<DiabetesCourse> plot) {
        return ofDiabetic(title, cohort, HeartRole.AT_RISK, plot);
    }

    static Story ofDiabeticWithHeartFailure(String title, Consumer<DiabetesCourse> plot) {
        return ofDiabetic(title, Cohort.DIABETICS, HeartRole.FAILING, plot);
    }

    private static Story ofDiabetic(String title, Cohort cohort, HeartRole role, Consumer<DiabetesCourse> plot) {
        return ofResident(title, cohort, role, chart -> {
            var course = new DiabetesCourse(chart);
            plot.accept(course);
            course.write();
        });
    }

    static Story ofHeartFailure(HeartFollowUp.Rhythm rhythm, String title, Consumer<HeartFailureCourse> plot) {
        return ofResident(title, Cohort.HEART_FAILURE, HeartRole.FAILING, chart -> {
            var course = new HeartFailureCourse(chart, rhythm);
            plot.accept(course);
            course.write();
        });
    }

    /** Another plot for those who are at risk of heart failure, such as obesity in the place of overweight. */
    Story orAtRisk(Consumer<Chart> plotInstead) {
        return new Story(title, cohort, role, plot, plotInstead);
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

    Cohort cohort() {
        return cohort;
    }

    public HeartRole role() {
        return role;
    }

    Optional<Story> riskVariant() {
        return Optional.ofNullable(plotAtRisk).map(instead -> ofResident(title, cohort, HeartRole.AT_RISK, instead));
    }

    public void tell(Chart chart) {
        plot.accept(chart);
    }
}
