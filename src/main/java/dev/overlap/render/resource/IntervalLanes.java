package dev.overlap.render.resource;

import dev.overlap.trace.TaskTrack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Spans arranged in as few lanes as possible, so that no two of a lane overlap: each takes the
 * first lane that is free. So the number of lanes is the largest number of spans at once.
 */
final class IntervalLanes {

    private record Taken(long until, int lane) {}

    private final List<IntervalLane> lanes = new ArrayList<>();
    private final StepCurve level;

    private IntervalLanes(List<TaskInterval> spans, int maxLanes) {
        PriorityQueue<Taken> taken = new PriorityQueue<>(Comparator.comparingLong(Taken::until));
        PriorityQueue<Integer> free = new PriorityQueue<>();
        for (TaskInterval taskInterval : spans) {
            while (!taken.isEmpty() && taken.element().until <= taskInterval.begin()) {
                free.add(taken.remove().lane);
            }
            if (free.isEmpty() && lanes.size() < maxLanes) {
                free.add(lanes.size());
                lanes.add(new IntervalLane());
            }
            int lane = free.isEmpty() ? taken.remove().lane : free.remove();
            lanes.get(lane).add(taskInterval);
            taken.add(new Taken(taskInterval.end(), lane));
        }
        level = StepCurve.ofSpans(spans);
    }

    /**
     * Arranges spans.
     *
     * @param maxLanes of more spans at once, which the clocks of two threads may make of two that
     *     follow each other, one begins where another ends
     */
    static IntervalLanes of(List<TaskInterval> spans, int maxLanes) {
        List<TaskInterval> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparingLong(TaskInterval::begin));
        return new IntervalLanes(sorted, maxLanes);
    }

    int count() {
        return lanes.size();
    }

    IntervalLane lane(int index) {
        return lanes.get(index);
    }

    /** Returns how many there are at once, over time. */
    StepCurve level() {
        return level;
    }

    /** Returns the tasks whose spans contain an instant, in the order of the lanes. */
    List<Integer> tasksAt(long nanos) {
        List<Integer> tasks = new ArrayList<>();
        for (IntervalLane lane : lanes) {
            int found = lane.at(nanos);
            if (found >= 0 && nanos < lane.end(found)) {
                tasks.add(lane.task(found));
            }
        }
        return tasks;
    }

    /** Returns whether a task has a span that begins at or before an instant. */
    boolean include(int task, long untilNanos) {
        for (IntervalLane lane : lanes) {
            for (int i = lane.at(untilNanos); i >= 0; i--) {
                if (lane.task(i) == task) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns how long there was at least one of them up to an instant. */
    long coveredNanos(long untilNanos) {
        return level.nanosAbove(0, Math.min(untilNanos, TaskTrack.OPEN));
    }
}
