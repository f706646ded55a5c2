package fr.respop.territories.clinical;

/**
 * What one resident lives through.
 *
 * @param story as far as diabetes is concerned
 * @param heart what happens to the heart beside it
 * @param form how the data are written
 */
public record History(Story story, Story heart, DataForm form) {

    static History of(Story story, DataForm form) {
        return new History(story, HeartRiskStories.NONE, form);
    }

    /** What the story leaves open about the heart. */
    public HeartRole role() {
        return story.role();
    }

    /** With heart failure of this stratum, at this place among those who have it. */
    public History withHeartFailure(int stratum, int place) {
        var heartForm = DataForm.ofPlace(place) == DataForm.UNUSUAL ? DataForm.UNUSUAL : form;
        return new History(story, StoryBook.heartFailure(stratum, place), heartForm);
    }

    /** With a factor of risk of heart failure, at this place among those who get one. */
    public History atRiskOfHeartFailure(int place) {
        return story.riskVariant()
                .map(variant -> new History(variant, HeartRiskStories.FOLLOW_UP, form))
                .orElseGet(() -> new History(story, StoryBook.heartRisk(role(), place), form));
    }

    /** With what practices do for residents at risk of heart failure. */
    public History followedForRisk() {
        return new History(story, HeartRiskStories.FOLLOW_UP, form);
    }

    public Person drawPerson(int birthMonth, Dice dice) {
        var cohort = heart.role() == HeartRole.FAILING ? story.cohort().withHeartFailure() : story.cohort();
        return cohort.draw(birthMonth, dice);
    }
}
