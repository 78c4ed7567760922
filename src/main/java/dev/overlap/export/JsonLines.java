package dev.overlap.export;

import dev.overlap.plan.Plan;
import dev.overlap.plan.Task;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.RunReport;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack.Role;
import dev.overlap.trace.metrics.CollectedResults;
import dev.overlap.trace.metrics.ContextSwitches;
import dev.overlap.trace.metrics.MachineLoad;
import dev.overlap.trace.metrics.Statistics;
import dev.overlap.trace.metrics.WorkerCounts;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a run as JSON Lines: one object per task when it ends, and one for the whole run at the
 * end. Every object is one line of ASCII, so that it is independent of the encoding of terminals
 * and pipes.
 *
 * <p>A task's object always has the same fields in the same order, named like the columns of the
 * CSV file, with {@code null} for what did not occur:
 *
 * <pre>
 * task, site, kind, model, worker, outcome, status, bytes, start_ms, end_ms, duration_ms,
 * phases      { queued_ms, ready_ms, blocked_ms, lease_ms, dns_ms, connect_ms, tls_ms, send_ms,
 *               wait_ms, receive_ms, compute_ms, pause_ms, await_ms }
 * cpu_ms, connection, reused, error,
 * exchanges   [ { url, status, connection, reused, version, bytes,
 *                 attempts [ { address, begin_ms, end_ms, result } ] } ]
 * steps       [ { step, begin_ms, end_ms, phases, status, error } ]
 * collected_ms
 * </pre>
 *
 * <p>{@code attempts} are those to open a TCP connection for the exchange, one per address tried;
 * none if the connection was reused. Their instants count from time zero; {@code result} is {@code
 * connected}, {@code closed} for one that was given up, {@code pending}, or the kind of failure,
 * such as {@code refused}.
 *
 * <p>{@code site} is the first step. {@code steps} are those that the task has begun, in order, a
 * lock or permit before the steps between its braces; empty for a task with a single step. {@code
 * step} is the text of one, that of a lock or permit without its braces. {@code phases} are those
 * of the step itself, not of the steps inside it, in the form of the task's; {@code status} is that
 * of its last exchange; {@code error} is on the step in which the task failed.
 *
 * <p>{@code collected_ms} is when the program had the result of the task in hand; null if that is
 * not so yet, as where the object is written when the task ends but all results are collected at
 * the end.
 *
 * <p>The object of the run is identified by its only field, {@code summary}:
 *
 * <pre>
 * summary     { model, begun, tasks, answered, computed, done, failed, cancelled,
 *               wall_ms, work_ms, cpu_ms, gain, longest_ms, longest_task, peak_in_flight, mean_in_flight,
 *               threads, virtual_threads, processes, loops, start_up_ms, process_cpu_ms,
 *               hand_overs_by_choice, hand_overs_by_force, lab_late_ms, machine_busy,
 *               resources [ { name, kind, held_ms, waited_ms, most_waiting,
 *                             expected, got, copies } ],
 *               first_result_ms }
 * </pre>
 *
 * {@code begun} is an ISO 8601 instant; {@code work_ms} is the sum of the uncontended times of all
 * tasks, see {@link dev.overlap.trace.metrics.UncontendedTimes}, and {@code longest_ms} the longest
 * of them; {@code cpu_ms} is the sum of all computations' CPU time, as far as the platform reports
 * it; {@code gain} is {@code work_ms} over {@code wall_ms}, derived, not measured. {@code work_ms},
 * {@code gain} and {@code longest_ms} are null if unknown. {@code threads} to {@code loops} count
 * the workers by kind; the number of platform threads that ran their steps is {@code os_threads} of
 * a comparison. {@code start_up_ms} is how much shorter the wall time would be without the workers'
 * start-up. {@code process_cpu_ms} is the CPU time of worker processes, including their start-up;
 * null without any. {@code hand_overs_by_choice} and {@code hand_overs_by_force} are the voluntary
 * and involuntary context switches; the latter is null if the platform does not report it. {@code
 * lab_late_ms} is the longest delay of a reply of the lab after the declared time, by the lab's own
 * clock, null without any; {@code machine_busy} is whether such delays distort the run, see {@link
 * MachineLoad}.
 *
 * <p>{@code first_result_ms} is when the program had the first result of a task that succeeded in
 * hand; null if it had none.
 *
 * <p>{@code resources} are what tasks share, in the order of the list. {@code kind} is {@code
 * lock}, {@code permit}, {@code counter} or {@code queue}. {@code held_ms} is how long any task
 * held the lock or permit; {@code waited_ms} the sum of all waits for it, {@code most_waiting} the
 * most tasks that waited at once. Of a counter, {@code expected} is the number of finished
 * increments, {@code got} what it held in the end, and {@code copies} what it held in each process,
 * which is none if all tasks share it. What does not apply to a kind is null.
 *
 * <p>Threads: any.
 */
public final class JsonLines {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JsonLines() {}

    /**
     * Returns the object of a task, without a line feed; the outcome is {@code running} before its
     * end.
     *
     * @param index of the task
     */
    public static String task(Plan plan, Trace trace, int index) {
        return MAPPER.writeValueAsString(
                TaskFields.of(
                        plan.model(), trace, trace.task(index), TaskRow.planned(plan, index)));
    }

    /** Returns the object of a planned task, without a line feed. */
    static String task(String model, Trace trace, Task task) {
        return MAPPER.writeValueAsString(
                TaskFields.of(model, trace, trace.task(task.index()), task));
    }

    /** Returns the object of a run, without a line feed. */
    public static String summary(RunReport report) {
        Trace trace = report.trace();
        Statistics numbers = Statistics.of(trace, trace.horizonNanos());
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("model", report.plan().model());
        fields.put("begun", report.begun().toString());
        fields.put("tasks", numbers.tasks());
        fields.put("answered", numbers.answered());
        fields.put("computed", numbers.computed());
        fields.put("done", numbers.done());
        fields.put("failed", numbers.failed());
        fields.put("cancelled", numbers.cancelled());
        fields.put("wall_ms", TaskRow.millis(numbers.wallNanos()));
        fields.put("work_ms", millisOrNull(numbers.workNanos()));
        fields.put("cpu_ms", TaskRow.millis(numbers.cpuNanos()));
        double gain = numbers.derivedSpeedUp();
        fields.put("gain", Double.isNaN(gain) ? null : rounded(gain));
        fields.put("longest_ms", millisOrNull(numbers.longestNanos()));
        fields.put("longest_task", numbers.longestTask() < 0 ? null : numbers.longestTask() + 1);
        fields.put("peak_in_flight", numbers.peakInFlight());
        fields.put("mean_in_flight", rounded(numbers.meanInFlight()));
        fields.putAll(workers(trace, numbers));
        fields.putAll(machine(trace));
        fields.put("resources", ResourceFields.of(trace));
        fields.put("first_result_ms", millisOrNull(CollectedResults.of(trace).firstNanos()));
        return MAPPER.writeValueAsString(Map.of("summary", fields));
    }

    /**
     * Returns the objects of all finished runs of a comparison, without line feeds: the fields of
     * {@link ComparisonCsv}, with {@code null} for an empty cell and a boolean for {@code median}.
     */
    static List<String> runs(ComparisonReport report) {
        return RunRow.of(report).stream()
                .map(row -> MAPPER.writeValueAsString(row.fields()))
                .toList();
    }

    /** Returns the object with the only field {@code conclusion}, without a line feed. */
    static String conclusion(String sentences) {
        return MAPPER.writeValueAsString(Map.of("conclusion", sentences));
    }

    private static Map<String, @Nullable Object> workers(Trace trace, Statistics numbers) {
        WorkerCounts workers = WorkerCounts.of(trace);
        ContextSwitches switches = ContextSwitches.of(trace, trace.horizonNanos());
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("threads", workers.of(Role.THREAD));
        fields.put("virtual_threads", workers.of(Role.VIRTUAL_THREAD));
        fields.put("processes", workers.of(Role.PROCESS));
        fields.put("loops", workers.of(Role.LOOP));
        fields.put("start_up_ms", TaskRow.millis(numbers.startUpNanos()));
        fields.put("process_cpu_ms", millisOrNull(trace.processCpuNanos()));
        fields.put("hand_overs_by_choice", switches.voluntary());
        fields.put(
                "hand_overs_by_force",
                switches.involuntary() == ContextSwitches.UNKNOWN ? null : switches.involuntary());
        return fields;
    }

    private static Map<String, @Nullable Object> machine(Trace trace) {
        MachineLoad load = trace.isFinished() ? MachineLoad.of(trace) : null;
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("lab_late_ms", load == null ? null : millisOrNull(load.replyNanos()));
        fields.put("machine_busy", load == null ? null : load.isBusy());
        return fields;
    }

    private static @Nullable BigDecimal millisOrNull(long nanos) {
        return nanos < 0 ? null : TaskRow.millis(nanos);
    }

    /** Rounded to three decimals, like milliseconds. */
    private static BigDecimal rounded(double number) {
        return TaskRow.millis(Math.round(number * 1e6));
    }
}
