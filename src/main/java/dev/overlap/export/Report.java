package dev.overlap.export;

import dev.overlap.plan.Plan;
import dev.overlap.trace.Trace;

import java.time.Instant;

/**
 * A run as a file tells of it.
 *
 * @param plan what was to be run
 * @param modelName the model as people call it
 * @param begun when it began, by the clock on the wall
 * @param trace what happened, finished or not
 * @param look how a picture is drawn; other formats ignore it
 */
public record Report(Plan plan, String modelName, Instant begun, Trace trace, Look look) {

    /**
     * How a picture is drawn.
     *
     * @param scale pixels a unit: 1, 2 or 4
     * @param dark whether on a dark ground
     */
    public record Look(int scale, boolean dark) {
        public static final Look DEFAULT = new Look(2, false);
    }
}
