package dev.overlap.render.timeline;

import dev.overlap.render.ConnectionUseDecimator;
import dev.overlap.render.TaskBarDecimator;
import dev.overlap.render.TaskBarFinder;
import dev.overlap.render.TimeLane;
import dev.overlap.render.TimeLaneDecimator;
import dev.overlap.render.TimeScale;
import dev.overlap.render.VerticalSpan;
import dev.overlap.render.resource.ResourceHit;
import dev.overlap.render.resource.ResourceHitTester;
import dev.overlap.trace.ConnectionTrack;
import dev.overlap.trace.Trace;

/**
 * Finds what is drawn at a point of a row or lane. Visits that row only.
 *
 * @param scale of the time axis
 */
record DrawnItemFinder(ChartFrame frame, TimeScale scale) {

    /** Returns the segment of a task whose bar is at an x, or -1. */
    int segment(int task, double x) {
        TaskBarFinder finder = new TaskBarFinder(x, frame.hidden());
        TaskBarDecimator.walk(frame.trace().task(task), scale, frame.horizonNanos(), finder);
        return finder.segment();
    }

    /** Returns the slice of a worker at an x, or -1. */
    int slice(int worker, double x) {
        TimeLane slices = TimeLane.of(frame.trace().worker(worker));
        return TimeLaneDecimator.at(slices, scale, frame.horizonNanos(), x);
    }

    /** Returns what is at an x of the row of a connection. */
    HitResult connection(int index, double x) {
        ConnectionTrack connection = frame.trace().connections().get(index);
        UseFinder finder = new UseFinder(x);
        ConnectionUseDecimator.walk(connection, scale, frame.horizonNanos(), finder);
        if (finder.found >= 0) {
            return new HitResult.Connection(index, finder.found, true);
        }
        long at = Math.min(frame.horizonNanos(), scale.nanos(x));
        return new HitResult.Connection(index, connection.useAt(at), false);
    }

    /** Returns what is at a point of the row of a resource, or of a connection among them. */
    HitResult resource(int index, VerticalSpan row, double x, double y) {
        ResourceRows all = ResourceRows.of(frame);
        if (all.isConnection(index)) {
            return connection(all.connection(index), x);
        }
        ResourceHit.Point point = new ResourceHit.Point(x, y, frame.resourceHorizonNanos());
        return new HitResult.Resource(
                index, ResourceHitTester.at(all.resource(frame, index), row, scale, point));
    }

    /** Returns the task of what was found, or -1 for none. */
    int task(HitResult hit) {
        Trace trace = frame.trace();
        return switch (hit) {
            case HitResult.Nothing _,
                    HitResult.Program _,
                    HitResult.LegendEntry _,
                    HitResult.WorkerName _ ->
                    -1;
            case HitResult.Row(int task, int _) -> task;
            case HitResult.Lane(int worker, int slice) ->
                    slice < 0 ? -1 : trace.worker(worker).task(slice);
            case HitResult.Connection(int connection, int use, boolean _) ->
                    trace.connections().get(connection).task(Math.max(0, use));
            case HitResult.Resource(int index, ResourceHit at) ->
                    at.task(ResourceRows.of(frame).resource(frame, index));
        };
    }

    /** Finds the use at an x. */
    private static final class UseFinder implements ConnectionUseDecimator.Sink {

        private final double x;
        private int found = -1;

        UseFinder(double x) {
            this.x = x;
        }

        @Override
        public void use(int use, double left, double width, double share) {
            if (x >= left && x < left + width) {
                found = use;
            }
        }

        @Override
        public void kept(double left, double width) {
            // idle
        }
    }
}
