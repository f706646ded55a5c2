package fr.respop.content.source;

import java.util.Optional;
import java.util.Set;

/** What is beside a package where it is installed, and what it may therefore refer to. */
public interface Surroundings {

    /** Nothing: a package that has to stand on its own. */
    Surroundings NONE = new Surroundings() {
        @Override
        public Optional<Artifact> find(String type, String canonical) {
            return Optional.empty();
        }

        @Override
        public Optional<Set<String>> expressions(String library) {
            return Optional.empty();
        }
    };

    /** The artefact that a canonical, with or without a version, names. */
    Optional<Artifact> find(String type, String canonical);

    /** The public expressions of a CQL library, by its canonical. */
    Optional<Set<String>> expressions(String library);
}
