package dev.overlap.trace.metrics;

import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.LowerBound.Cause;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * What the tasks of a list need of what they share: processors, locks and permits.
 *
 * <p>Layout: {@code cpu} has one entry per task. {@code held} has one per task: null if it held
 * nothing, or else pairs of a resource's index and the time that the task needs alone while it
 * holds that. Times in nanoseconds.
 */
final class ResourceDemand {

    private final List<ResourceTrack> resources;
    private final int processors;
    private final long[] cpu;
    private final long[] @Nullable [] held;

    /** Creates an empty one. */
    ResourceDemand(Trace trace) {
        this(
                List.copyOf(trace.resources()),
                trace.processors(),
                new long[trace.tasks().size()],
                new long[trace.tasks().size()][]);
    }

    private ResourceDemand(
            List<ResourceTrack> resources, int processors, long[] cpu, long[] @Nullable [] held) {
        this.resources = resources;
        this.processors = processors;
        this.cpu = cpu;
        this.held = held;
    }

    ResourceDemand copy() {
        return new ResourceDemand(resources, processors, cpu.clone(), held.clone());
    }

    /** Takes over what another run of the same list tells about a task. */
    void take(int task, ResourceDemand other) {
        cpu[task] = other.cpu[task];
        held[task] = other.held[task];
    }

    void setCpu(int task, long nanos) {
        cpu[task] = nanos;
    }

    void setHeld(int task, List<LockHold> holds) {
        long[] pairs = new long[2 * holds.size()];
        for (int i = 0; i < holds.size(); i++) {
            pairs[2 * i] = holds.get(i).resource();
            pairs[2 * i + 1] = holds.get(i).aloneNanos();
        }
        held[task] = pairs;
    }

    /** Returns whether tasks pass items to one another, so that they cannot run in any order. */
    boolean hasQueues() {
        return resources.stream().anyMatch(it -> it.type() == ResourceTrack.Type.QUEUE);
    }

    /** Returns the lower bound by what is shared; only tasks that meet a condition count. */
    LowerBound bound(IntPredicate counts) {
        LowerBound bound = byProcessors(counts);
        long[] sums = heldNanos(counts);
        for (ResourceTrack resource : resources) {
            Cause cause = new Cause.Held(resource.index(), resource.label(), resource.places());
            long nanos = sums[resource.index()] / Math.max(1, resource.places());
            bound = bound.or(new LowerBound(nanos, cause));
        }
        return bound;
    }

    private LowerBound byProcessors(IntPredicate counts) {
        long sum = 0;
        for (int task = 0; task < cpu.length; task++) {
            sum += counts.test(task) ? cpu[task] : 0;
        }
        return new LowerBound(sum / processors, new Cause.Processors(processors));
    }

    private long[] heldNanos(IntPredicate counts) {
        long[] sums = new long[resources.size()];
        for (int task = 0; task < held.length; task++) {
            long[] pairs = held[task];
            for (int i = 0; pairs != null && counts.test(task) && i < pairs.length; i += 2) {
                sums[(int) pairs[i]] += pairs[i + 1];
            }
        }
        return sums;
    }
}
