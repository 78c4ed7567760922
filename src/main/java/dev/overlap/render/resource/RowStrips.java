package dev.overlap.render.resource;

import dev.overlap.render.VerticalSpan;
import dev.overlap.trace.ResourceTrack;

/**
 * The strips of one row: above, who has the resource or what is in it; below, who waits. Painting
 * and hit testing both use them.
 *
 * @param main the upper strip
 * @param mainLanes the number of its lanes; 0 if it shows a curve
 * @param waits the lower strip; without height if nobody ever waited
 * @param waitLanes the number of its lanes; 0 if it shows a curve
 */
record RowStrips(VerticalSpan main, int mainLanes, VerticalSpan waits, int waitLanes) {

    private static final double GAP = 6;
    private static final double BETWEEN = 3;
    private static final double WAIT_SHARE = 0.42;
    private static final double MAX_LANE = 30;
    private static final double MAX_WAIT_LANE = 16;
    private static final double MIN_LANE = 6;

    static RowStrips of(ResourceTimeline resource, VerticalSpan row) {
        double inner = row.height() - 2 * GAP;
        int waiting = resource.waits().count();
        double below = waiting == 0 ? 0 : Math.round(inner * WAIT_SHARE);
        double above = inner - below - (waiting == 0 ? 0 : BETWEEN);
        VerticalSpan waits = new VerticalSpan(row.bottom() - GAP - below, below);
        int lanes = lanes(resource);
        boolean curve = above / lanes < MIN_LANE;
        double high = curve || lanes == 0 ? above : Math.min(above, MAX_LANE * lanes);
        double top =
                waiting == 0 ? row.top() + Math.round((row.height() - high) / 2) : row.top() + GAP;
        return new RowStrips(
                new VerticalSpan(top, high),
                curve ? 0 : lanes,
                waits,
                waiting == 0 || below / waiting < MIN_LANE ? 0 : waiting);
    }

    /** A lock has one lane, a permit one per place; the others have none. */
    private static int lanes(ResourceTimeline resource) {
        ResourceTrack track = resource.track();
        if (track == null) {
            return 1;
        }
        return switch (track.type()) {
            case LOCK -> 1;
            case PERMIT -> track.places();
            case COUNTER, QUEUE -> 0;
        };
    }

    VerticalSpan mainLane(int lane) {
        double height = main.height() / mainLanes;
        return new VerticalSpan(main.top() + lane * height, height - (mainLanes > 1 ? 1 : 0));
    }

    /** A lane of those that wait; the first is the uppermost. */
    VerticalSpan waitLane(int lane) {
        double height = Math.min(MAX_WAIT_LANE, waits.height() / waitLanes);
        return new VerticalSpan(waits.top() + lane * height, height - 1);
    }
}
