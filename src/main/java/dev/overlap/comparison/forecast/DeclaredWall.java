package dev.overlap.comparison.forecast;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.EventLoop;
import dev.overlap.concurrency.ProcessPool;
import dev.overlap.concurrency.PythonModel;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Step;
import dev.overlap.plan.Task;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/**
 * The wall time that a plan would take if every task took the time that its line declares.
 *
 * <p>Tasks are handed out in the order of the list to as many places as the model has; the result
 * is no less than what processors, connections, locks and permits allow. Not included: connecting,
 * the start of processes, and waits that computations on a loop cause.
 */
final class DeclaredWall {

    private final Plan plan;
    private final ConcurrencyModel model;
    private final int processors;
    private final List<DeclaredTime> times;

    private DeclaredWall(Plan plan, int processors, List<DeclaredTime> times) {
        this.plan = plan;
        this.model = ConcurrencyModel.of(plan.model());
        this.processors = processors;
        this.times = times;
    }

    /**
     * Returns the wall time in nanoseconds; empty if the time of a task is not known.
     *
     * @param processors of this machine
     */
    static OptionalLong nanosOf(Plan plan, int processors) {
        List<DeclaredTime> times = times(plan);
        return times == null
                ? OptionalLong.empty()
                : OptionalLong.of(new DeclaredWall(plan, processors, times).nanos());
    }

    private static @Nullable List<DeclaredTime> times(Plan plan) {
        List<DeclaredTime> times = new ArrayList<>();
        for (Task task : plan.tasks()) {
            DeclaredTime time = DeclaredTime.of(task.steps());
            if (time == null) {
                return null;
            }
            times.add(time);
        }
        return times;
    }

    private long nanos() {
        long timeout = plan.settings().timeout().toNanos();
        if (model.hangs()) {
            return times.isEmpty() ? 0 : timeout;
        }
        long places = Math.max(scheduled(timeout), computed());
        return Math.max(places, Math.max(connected(timeout), held(timeout)));
    }

    /** The end of the last task if each free place takes the next one. */
    private long scheduled(long timeout) {
        int places = Math.min(model.atOnce(plan.settings().workers()), times.size());
        PriorityQueue<Long> free = new PriorityQueue<>();
        long last = 0;
        for (DeclaredTime time : times) {
            long begin = free.size() < places ? 0 : free.remove();
            long end = begin + Math.min(time.nanos(), timeout);
            last = Math.max(last, end);
            free.add(end);
        }
        return last;
    }

    /** What the processors allow: one of them under a GIL, and for a loop. */
    private long computed() {
        long sum = times.stream().mapToLong(DeclaredTime::cpuNanos).sum();
        boolean processes = PythonModel.baseOf(model.id()).equals(ProcessPool.ID);
        boolean one =
                model.id().equals(EventLoop.ID)
                        || plan.settings().rules().interpreterLock()
                        || (plan.isWatched() && !processes);
        return sum / (one ? 1 : processors);
    }

    /** What the connections to the lab allow. */
    private long connected(long timeout) {
        ConnectionSettings connections = plan.settings().connections();
        int limit = Math.min(connections.limit(), connections.limitFor("localhost"));
        long sum = times.stream().mapToLong(time -> Math.min(time.waitNanos(), timeout)).sum();
        return sum / limit;
    }

    /** What the busiest lock or permit allows. */
    private long held(long timeout) {
        Map<String, Long> sums = new HashMap<>();
        for (Task task : plan.tasks()) {
            task.steps().flat().forEach(step -> addHeld(step, timeout, sums));
        }
        return sums.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static void addHeld(Step step, long timeout, Map<String, Long> sums) {
        int places =
                switch (step) {
                    case Step.Lock _ -> 1;
                    case Step.Permit permit -> permit.places();
                    case Step.Fetch _, Step.Poll _, Step.Compute _, Step.Sleep _ -> 0;
                    case Step.Add _, Step.Put _, Step.Take _ -> 0;
                };
        DeclaredTime inside = places == 0 ? null : DeclaredTime.of(step.inner());
        if (inside != null) {
            sums.merge(step.shortLabel(), Math.min(inside.nanos(), timeout) / places, Long::sum);
        }
    }
}
