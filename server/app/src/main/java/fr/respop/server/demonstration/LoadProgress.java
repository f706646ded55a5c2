package fr.respop.server.demonstration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log how far the loading has come, at every tenth of the residents. */
final class LoadProgress {

    private static final int STEPS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(LoadProgress.class);

    private final int expected;
    private long done;

    LoadProgress(int expected) {
        this.expected = expected;
    }

    synchronized void add(int residents) {
        var stepBefore = done * STEPS / expected;
        done += residents;
        if (done * STEPS / expected > stepBefore) {
            LOG.info("Loaded {} of {} residents ({} %)", done, expected, done * 100 / expected);
        }
    }
}
