package dev.overlap.export;

import static java.util.stream.Collectors.joining;

import dev.overlap.plan.Plan;
import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.Task;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One task as a row of fields, for tables and streams. Times are milliseconds with three decimals.
 *
 * @param number of the task, from 1
 * @param site the label of its first step
 * @param steps the labels of those after it, joined as in the list; empty if there are none
 * @param kind of its only step, or {@code steps}; of a task without a line, {@code fetch} if it
 *     made a request, else {@code other}
 * @param worker the name of its worker, or null before it was assigned
 * @param outcome a word; {@code running} for a task that has not ended
 * @param status of the last response, or null without one
 * @param bytes of all bodies, as transferred
 * @param start when work on the task began, since time zero; null if it never did
 * @param end when it ended, since time zero; null if it has not
 * @param duration of its whole life from time zero on, including waits for its turn
 * @param phases the time in each phase that it entered, including repetitions; they add up to the
 *     duration
 * @param cpu the CPU time of its computation; null if there is none or the platform does not report
 *     it
 * @param exchanges its requests and responses in order, including redirects and polls
 * @param error the message of a failed task, else null
 * @param collected when the program had its result in hand, since time zero; null if it has not
 */
record TaskRow(
        int number,
        String site,
        String steps,
        String kind,
        String model,
        @Nullable String worker,
        String outcome,
        @Nullable Integer status,
        long bytes,
        @Nullable BigDecimal start,
        @Nullable BigDecimal end,
        BigDecimal duration,
        Map<Phase, BigDecimal> phases,
        @Nullable BigDecimal cpu,
        List<Exchange> exchanges,
        @Nullable String error,
        @Nullable BigDecimal collected) {

    /** Returns the planned task at an index; null for a run that was not made from a list. */
    static @Nullable Task planned(Plan plan, int index) {
        return plan.tasks().isEmpty() ? null : plan.tasks().get(index);
    }

    /**
     * Returns the row of a task in its current state.
     *
     * @param task what was planned, or null if that is not known
     */
    static TaskRow of(String model, Trace trace, TaskTrack track, @Nullable Task task) {
        Outcome outcome = track.outcome();
        long until = outcome == null ? trace.horizonNanos() : track.endNanos();
        List<Exchange> exchanges = track.exchanges();
        return new TaskRow(
                track.index() + 1,
                task == null ? track.label() : task.steps().first().label(),
                task == null ? "" : rest(task.steps()),
                task == null ? unplannedKind(track) : kind(task.steps()),
                model,
                track.worker() < 0 ? null : trace.worker(track.worker()).name(),
                outcome == null ? "running" : outcome.word(),
                status(outcome, exchanges),
                bytes(outcome, exchanges),
                start(track),
                outcome == null ? null : millis(until),
                millis(until - Math.max(0, track.beginNanos())),
                phases(track, until),
                track.cpuNanos() < 0 ? null : millis(track.cpuNanos()),
                exchanges,
                outcome instanceof Outcome.Failed failed ? failed.sentence() : null,
                track.collectedNanos() < 0 ? null : millis(track.collectedNanos()));
    }

    private static String unplannedKind(TaskTrack track) {
        return track.exchanges().isEmpty() ? "other" : "fetch";
    }

    /** The exchange that identifies the connection: the last one, or null without a connection. */
    @Nullable Exchange connected() {
        boolean none = exchanges.isEmpty() || exchanges.getLast().connection().isEmpty();
        return none ? null : exchanges.getLast();
    }

    /** Converts without intermediate rounding, then rounds to the microsecond. */
    static BigDecimal millis(long nanos) {
        return BigDecimal.valueOf(nanos, 6).setScale(3, RoundingMode.HALF_UP);
    }

    private static String rest(StepSequence steps) {
        return steps.steps().stream().skip(1).map(Step::label).collect(joining(" -> "));
    }

    private static String kind(StepSequence steps) {
        return switch (steps.first()) {
            case Step _ when !steps.isSingle() -> "steps";
            case Step.Fetch _ -> "fetch";
            case Step.Poll _ -> "poll";
            case Step.Compute _ -> "compute";
            case Step.Sleep _ -> "sleep";
            case Step.Lock _ -> "lock";
            case Step.Permit _ -> "permit";
            case Step.Add _ -> "add";
            case Step.Put _ -> "put";
            case Step.Take _ -> "take";
        };
    }

    private static @Nullable Integer status(@Nullable Outcome outcome, List<Exchange> exchanges) {
        if (outcome instanceof Outcome.Answered answered) {
            return answered.status();
        }
        int last = exchanges.isEmpty() ? 0 : exchanges.getLast().status();
        return last == 0 ? null : last;
    }

    private static long bytes(@Nullable Outcome outcome, List<Exchange> exchanges) {
        return outcome instanceof Outcome.Answered answered
                ? answered.bytes()
                : exchanges.stream().mapToLong(Exchange::bytes).sum();
    }

    private static @Nullable BigDecimal start(TaskTrack track) {
        for (int segment = 0, n = track.segments(); segment < n; segment++) {
            if (track.phase(segment).isWork()) {
                return millis(track.begin(segment));
            }
        }
        return null;
    }

    private static Map<Phase, BigDecimal> phases(TaskTrack track, long until) {
        Map<Phase, BigDecimal> phases = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            if (track.entered(phase)) {
                phases.put(phase, millis(track.nanosIn(phase, until)));
            }
        }
        return phases;
    }
}
