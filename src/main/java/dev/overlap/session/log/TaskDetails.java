package dev.overlap.session.log;

import dev.overlap.trace.ConnectAttempt;
import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.StepInterval;
import dev.overlap.trace.TaskTrack;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The events of a task besides its phases: exchanges, attempts to connect, steps.
 *
 * <p>Each of these lists keeps its order. What has no instant of its own is told at the one nearest
 * to it: a limit with its exchange, a reply when the next exchange begins or the task ends.
 */
final class TaskDetails {

    private final TaskTrack task;
    private final int index;
    private final long endNanos;
    private final TimedEvents events = new TimedEvents();

    private TaskDetails(TaskTrack task, long endNanos) {
        this.task = task;
        this.index = task.index();
        this.endNanos = endNanos;
    }

    /**
     * Returns them in order of time.
     *
     * @param outcome of the task, or null if it had none when it was looked at
     * @param tellsWorker whether no phase and no end has told its worker
     */
    static TimedEvents of(
            TaskTrack task, @Nullable Outcome outcome, long horizonNanos, boolean tellsWorker) {
        long end = outcome == null ? horizonNanos : task.endNanos();
        TaskDetails details = new TaskDetails(task, end);
        details.addExchanges();
        details.addAttempts();
        details.addSteps();
        details.addCollected();
        if (outcome == null) {
            details.addOpen(tellsWorker);
        }
        details.events.sort();
        return details.events;
    }

    private void addExchanges() {
        List<Exchange> exchanges = task.exchanges();
        List<ConnectionLimit> limits = task.limits();
        long at = 0;
        for (int i = 0; i < Math.max(exchanges.size(), limits.size()); i++) {
            at = Math.max(at, i < exchanges.size() ? exchanges.get(i).startNanos() : endNanos);
            if (i < limits.size()) {
                ConnectionLimit limit = limits.get(i);
                long nanos = at;
                events.add(at, lines -> write(limit, nanos, lines));
            }
            if (i < exchanges.size()) {
                Exchange exchange = exchanges.get(i);
                events.add(at, lines -> write(exchange, lines));
                at = Math.max(at, next(exchanges, i));
                long nanos = at;
                events.add(at, lines -> writeEnd(exchange, nanos, lines));
            }
        }
    }

    private long next(List<Exchange> exchanges, int i) {
        return i + 1 < exchanges.size() ? exchanges.get(i + 1).startNanos() : endNanos;
    }

    private void write(ConnectionLimit limit, long nanos, LogLines lines) {
        lines.event(EventName.LEASE, nanos)
                .put(FieldName.TASK, index)
                .put(FieldName.HOST, limit.host())
                .put(FieldName.MOST, limit.most())
                .put(FieldName.ORIGIN, EnumCodes.of(limit.origin()))
                .putUnless(0, FieldName.TOTAL, limit.total());
    }

    private void write(Exchange exchange, LogLines lines) {
        lines.event(EventName.EXCHANGE, exchange.startNanos())
                .put(FieldName.TASK, index)
                .put(FieldName.EXCHANGE, exchange.number())
                .put(FieldName.URL, exchange.url())
                .putUnlessEmpty(FieldName.IDENTITY, exchange.connection())
                .put(FieldName.REUSED, exchange.reused());
    }

    private void writeEnd(Exchange exchange, long nanos, LogLines lines) {
        lines.event(EventName.EXCHANGE_END, nanos)
                .put(FieldName.TASK, index)
                .put(FieldName.EXCHANGE, exchange.number())
                .putUnlessEmpty(FieldName.HTTP_VERSION, exchange.version())
                .putUnless(0, FieldName.STATUS, exchange.status())
                .putUnless(0, FieldName.BYTES, exchange.bytes())
                .put(FieldName.SENT, exchange.sentAfterMillis())
                .put(FieldName.DECLARED, exchange.declaredMillis());
    }

    private void addAttempts() {
        List<ConnectAttempt> attempts = task.attempts();
        long at = 0;
        for (int i = 0; i < attempts.size(); i++) {
            ConnectAttempt attempt = attempts.get(i);
            int place = i;
            at = Math.max(at, attempt.beginNanos());
            events.add(at, lines -> write(attempt, lines));
            if (attempt.endNanos() != TaskTrack.OPEN) {
                long end = Math.max(at, attempt.endNanos());
                events.add(end, lines -> writeEnd(attempt, place, lines));
            }
        }
    }

    private void write(ConnectAttempt attempt, LogLines lines) {
        lines.event(EventName.ATTEMPT, attempt.beginNanos())
                .put(FieldName.TASK, index)
                .put(FieldName.EXCHANGE, attempt.exchange())
                .put(FieldName.NUMBER, attempt.number())
                .put(FieldName.ADDRESS, attempt.address());
    }

    private void writeEnd(ConnectAttempt attempt, int place, LogLines lines) {
        lines.event(EventName.ATTEMPT_END, attempt.endNanos())
                .put(FieldName.TASK, index)
                .put(FieldName.INDEX, place);
        AttemptResultCodec.put(attempt.result(), lines);
    }

    private void addSteps() {
        List<StepInterval> steps = task.steps();
        long at = 0;
        for (int i = 0; i < steps.size(); i++) {
            StepInterval step = steps.get(i);
            int place = i;
            at = Math.max(at, step.beginNanos());
            events.add(at, lines -> write(step, lines));
            if (step.endNanos() != TaskTrack.OPEN) {
                long end = Math.max(at, step.endNanos());
                events.add(end, lines -> writeEnd(step, place, lines));
            }
        }
    }

    private void write(StepInterval step, LogLines lines) {
        lines.event(EventName.STEP, step.beginNanos())
                .put(FieldName.TASK, index)
                .put(FieldName.STEP, step.step());
    }

    private void writeEnd(StepInterval step, int place, LogLines lines) {
        lines.event(EventName.STEP_END, step.endNanos())
                .put(FieldName.TASK, index)
                .put(FieldName.INDEX, place);
    }

    private void addCollected() {
        long nanos = task.collectedNanos();
        if (nanos >= 0) {
            events.add(
                    nanos,
                    lines -> lines.event(EventName.COLLECTED, nanos).put(FieldName.TASK, index));
        }
    }

    /** Adds what the event of the end would tell. */
    private void addOpen(boolean tellsWorker) {
        int worker = task.worker();
        if (tellsWorker && worker >= 0) {
            events.add(
                    endNanos,
                    lines ->
                            lines.event(EventName.DISPATCH, endNanos)
                                    .put(FieldName.TASK, index)
                                    .put(FieldName.WORKER, worker));
        }
        long cpuNanos = task.cpuNanos();
        if (cpuNanos >= 0) {
            events.add(
                    endNanos,
                    lines ->
                            lines.event(EventName.CPU, endNanos)
                                    .put(FieldName.TASK, index)
                                    .put(FieldName.CPU, cpuNanos));
        }
    }
}
