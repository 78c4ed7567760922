package dev.overlap.render.resource;

import dev.overlap.render.TimeLaneDecimator;
import dev.overlap.render.TimeScale;
import dev.overlap.render.VerticalSpan;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.ResourceTrack.Access;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Finds what is at a point in the row of a resource, in the geometry in which it is painted. */
public final class ResourceHitTester {

    /** A read or write is hit from this far. */
    private static final double REACH = 6;

    private final ResourceTimeline resource;
    private final RowStrips strips;
    private final TimeScale scale;
    private final ResourceHit.Point point;

    private ResourceHitTester(
            ResourceTimeline resource, RowStrips strips, TimeScale scale, ResourceHit.Point point) {
        this.resource = resource;
        this.strips = strips;
        this.scale = scale;
        this.point = point;
    }

    /** Returns what is at a point of a row. */
    public static ResourceHit at(
            ResourceTimeline resource, VerticalSpan row, TimeScale scale, ResourceHit.Point point) {
        return new ResourceHitTester(resource, RowStrips.of(resource, row), scale, point).result();
    }

    private ResourceHit result() {
        TaskInterval held = held();
        if (held != null) {
            return new ResourceHit.Held(held);
        }
        TaskInterval waited = waited();
        if (waited != null) {
            return new ResourceHit.Waited(waited);
        }
        int access = access();
        return access >= 0
                ? new ResourceHit.Accessed(access)
                : new ResourceHit.Instant(
                        Math.clamp(scale.nanos(point.x()), 0, point.horizonNanos()));
    }

    private @Nullable TaskInterval held() {
        IntervalLanes holds = resource.holds();
        for (int lane = 0; lane < Math.min(strips.mainLanes(), holds.count()); lane++) {
            if (strips.mainLane(lane).contains(point.y())) {
                return span(holds.lane(lane));
            }
        }
        return null;
    }

    private @Nullable TaskInterval waited() {
        for (int lane = 0; lane < strips.waitLanes(); lane++) {
            if (strips.waitLane(lane).contains(point.y())) {
                return span(resource.waits().lane(lane));
            }
        }
        return null;
    }

    private @Nullable TaskInterval span(IntervalLane lane) {
        int found = TimeLaneDecimator.at(lane, scale, point.horizonNanos(), point.x());
        return found < 0 ? null : lane.get(found);
    }

    /** Returns the nearest read or write, or -1. */
    private int access() {
        ResourceTrack track = resource.track();
        if (track == null) {
            return -1;
        }
        List<Access> accesses = List.copyOf(track.accesses()); // the list grows
        CounterScale values = new CounterScale(accesses, strips.main());
        int found = -1;
        double nearest = REACH;
        for (int index = 0; index < accesses.size(); index++) {
            double distance = distance(accesses.get(index), values);
            if (accesses.get(index).nanos() <= point.horizonNanos() && distance < nearest) {
                nearest = distance;
                found = index;
            }
        }
        return found;
    }

    private double distance(Access access, CounterScale values) {
        return Math.hypot(
                scale.x(access.nanos()) - point.x(), values.y(access.value()) - point.y());
    }
}
