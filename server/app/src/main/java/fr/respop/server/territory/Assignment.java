package fr.respop.server.territory;

/**
 * What came of visiting residents.
 *
 * @param visited residents looked at
 * @param changed of those, the ones that got another territory, or lost theirs
 * @param refused of those, the ones that could not be written, because what is stored breaks a rule made since
 */
record Assignment(int visited, int changed, int refused) {

    static final Assignment NONE = new Assignment(0, 0, 0);
    static final Assignment UNCHANGED = new Assignment(1, 0, 0);
    static final Assignment CHANGED = new Assignment(1, 1, 0);
    static final Assignment REFUSED = new Assignment(1, 0, 1);

    Assignment plus(Assignment other) {
        return new Assignment(visited + other.visited, changed + other.changed, refused + other.refused);
    }
}
