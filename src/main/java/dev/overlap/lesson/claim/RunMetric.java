package dev.overlap.lesson.claim;

import dev.overlap.comparison.RunMetrics;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.ResourceStatistics;
import dev.overlap.trace.metrics.UncontendedTimes;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * A figure of a run that statements can name. Of several runs of a model the median counts, the
 * lower one of an even number; {@link #SUM} and {@link #LONGEST} are derived from all of them.
 */
@SuppressWarnings("ImmutableEnumChecker") // functions without state
enum RunMetric {
    /** From time zero to the end of the last task. */
    WALL("wall", Unit.TIME, (run, _) -> run.wallNanos()),
    /** When the first task was completed. */
    FIRST("first", Unit.TIME, (run, _) -> first(run)),
    /** All tasks one after another. */
    SUM("sum", Unit.TIME, null),
    /** What the longest task needs alone. */
    LONGEST("longest", Unit.TIME, null),
    /** The time in which workers did something, added up. */
    BUSY("busy", Unit.TIME, (run, _) -> busy(run)),
    /** The time of all tasks in a phase, added up; named by the phase. */
    SPENT("", Unit.TIME, RunMetric::spent),
    /** When a task left the queue in which all tasks are at first. */
    BEGIN("begin", Unit.TIME, Detail.TASK, (run, number) -> of(run, number, RunMetric::start)),
    /** When a task ended. */
    END("end", Unit.TIME, Detail.TASK, (run, number) -> of(run, number, TaskTrack::endNanos)),
    /** The most tasks in flight at once. */
    PEAK("peak", Unit.COUNT, (run, _) -> RunMetrics.of(run).peakInFlight()),
    /** The most tasks at once in a phase. */
    MOST("most", Unit.COUNT, Detail.PHASE, RunMetric::most),
    TASKS("tasks", Unit.COUNT, (run, _) -> run.tasks().size()),
    ANSWERED("answered", Unit.COUNT, (run, _) -> count(run, Outcome.Answered.class)),
    FAILED("failed", Unit.COUNT, (run, _) -> count(run, Outcome.Failed.class)),
    CANCELLED("cancelled", Unit.COUNT, (run, _) -> count(run, Outcome.Cancelled.class)),
    WORKERS("workers", Unit.COUNT, (run, _) -> run.workers().size()),
    /** The platform threads that ran steps of tasks. */
    THREADS("threads", Unit.COUNT, (run, _) -> RunMetrics.of(run).threads()),
    CONNECTIONS("connections", Unit.COUNT, (run, _) -> run.connections().size()),
    DEADLOCKS("deadlocks", Unit.COUNT, (run, _) -> run.deadlocks().size()),
    /** The updates of a shared counter that were lost. */
    LOST("lost", Unit.COUNT, Detail.COUNTER, RunMetric::lost);

    /** What a value is measured in. */
    enum Unit {
        /** Nanoseconds. */
        TIME,
        COUNT
    }

    /** What a metric needs to know besides the model. */
    enum Detail {
        NONE("nothing"),
        COUNTER("a counter, as in lost(threads, hits)"),
        PHASE("a phase, as in most(threads, wait)"),
        TASK("the number of a task, as in end(threads, 2)");

        private final String words;

        Detail(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private static final long UNKNOWN = -1;

    private final String id;
    private final Unit unit;
    private final Detail detail;
    private final @Nullable ToLongBiFunction<Trace, String> ofOne;

    RunMetric(String id, Unit unit, @Nullable ToLongBiFunction<Trace, String> ofOne) {
        this(id, unit, Detail.NONE, ofOne);
    }

    RunMetric(
            String id, Unit unit, Detail detail, @Nullable ToLongBiFunction<Trace, String> ofOne) {
        this.id = id;
        this.unit = unit;
        this.detail = detail;
        this.ofOne = ofOne;
    }

    /** The name of its function; empty if a phase names it. */
    String id() {
        return id;
    }

    Unit unit() {
        return unit;
    }

    Detail detail() {
        return detail;
    }

    /** The names of all functions; those of the phases come last. */
    static List<String> ids() {
        Stream<String> own = Arrays.stream(values()).map(RunMetric::id);
        Stream<String> phases = Arrays.stream(Phase.values()).map(Phase::id);
        return Stream.concat(own, phases).filter(it -> !it.isEmpty()).toList();
    }

    /**
     * Returns the value over the runs of one model: nanoseconds, or a number.
     *
     * @param runs finished
     * @param named the detail; empty if the metric needs none
     * @return empty if nothing has run, or if it cannot be told
     */
    OptionalLong of(List<Trace> runs, String named) {
        ToLongBiFunction<Trace, String> one = ofOne;
        return runs.isEmpty()
                ? OptionalLong.empty()
                : known(
                        one == null
                                ? derived(runs)
                                : median(runs, run -> one.applyAsLong(run, named)));
    }

    private static OptionalLong known(long value) {
        return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private long derived(List<Trace> runs) {
        if (runs.stream().map(run -> run.tasks().size()).distinct().count() > 1) {
            return UNKNOWN; // runs of different lists have nothing in common
        }
        UncontendedTimes least =
                UncontendedTimes.least(
                        runs.stream()
                                .map(run -> UncontendedTimes.of(run, run.wallNanos()))
                                .toList());
        return this == SUM ? least.sumNanos() : least.longestNanos();
    }

    private static long median(List<Trace> runs, ToLongFunction<Trace> value) {
        long[] sorted = runs.stream().mapToLong(value).sorted().toArray();
        return sorted[(sorted.length - 1) / 2];
    }

    private static long first(Trace run) {
        return run.tasks().stream()
                .filter(TaskTrack::hasSucceeded)
                .mapToLong(TaskTrack::endNanos)
                .min()
                .orElse(UNKNOWN);
    }

    private static long busy(Trace run) {
        return run.workers().stream().mapToLong(it -> it.busyNanos(run.wallNanos())).sum();
    }

    private static long spent(Trace run, String phase) {
        Phase in = Phases.of(phase);
        return run.tasks().stream().mapToLong(task -> task.nanosIn(in, run.wallNanos())).sum();
    }

    private static long most(Trace run, String phase) {
        return PhaseOverlap.peak(run, Phases.of(phase));
    }

    /** Returns an instant of a task; unknown if the run has no such task, or it never came. */
    private static long of(Trace run, String number, ToLongFunction<TaskTrack> instant) {
        int task = Integer.parseInt(number);
        if (task > run.tasks().size()) {
            return UNKNOWN;
        }
        long nanos = instant.applyAsLong(run.task(task - 1));
        return nanos == TaskTrack.OPEN ? UNKNOWN : nanos;
    }

    /** A task that needed no time ended in the queue. */
    private static long start(TaskTrack task) {
        return Math.min(task.startNanos(), task.endNanos());
    }

    private static long count(Trace run, Class<? extends Outcome> ended) {
        return run.tasks().stream().filter(task -> ended.isInstance(task.outcome())).count();
    }

    private static long lost(Trace run, String counter) {
        return run.resources().stream()
                .filter(it -> it.type() == ResourceTrack.Type.COUNTER && it.name().equals(counter))
                .mapToLong(it -> ResourceStatistics.of(run, it, run.wallNanos()).lost())
                .findFirst()
                .orElse(UNKNOWN);
    }
}
