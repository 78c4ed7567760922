package dev.overlap.session.log;

import dev.overlap.trace.ConnectAttempt;
import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TraceRestorer;
import dev.overlap.trace.WaitDetail;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Restores what events tell of tasks and of their connections. */
final class TaskEvents {

    private static final Map<String, Phase> PHASES =
            Arrays.stream(Phase.values())
                    .collect(Collectors.toUnmodifiableMap(Phase::name, Function.identity()));

    private final TraceRestorer trace;
    private final Leftovers leftovers;

    TaskEvents(TraceRestorer trace, Leftovers leftovers) {
        this.trace = trace;
        this.leftovers = leftovers;
    }

    /** Restores an event; returns false if it is of something else. */
    boolean add(LogEvent event) {
        switch (event.name()) {
            case EventName.PHASE -> enter(event);
            case EventName.DISPATCH -> setWorker(event);
            case EventName.RELEASE -> release(event);
            case EventName.CPU -> trace.cpu(task(event), event.number(FieldName.CPU));
            case EventName.END -> end(event);
            case EventName.COLLECTED -> trace.collected(task(event), event.nanos());
            case EventName.LEASE -> lease(event);
            case EventName.EXCHANGE -> exchange(event);
            case EventName.EXCHANGE_END -> endExchange(event);
            case EventName.ATTEMPT -> attempt(event);
            case EventName.ATTEMPT_END -> endAttempt(event);
            case EventName.STEP ->
                    trace.beginStep(task(event), event.integer(FieldName.STEP), event.nanos());
            case EventName.STEP_END ->
                    trace.endStep(task(event), event.integer(FieldName.INDEX), event.nanos());
            case EventName.CONNECTION -> connection(event);
            case EventName.USE -> use(event);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static int task(LogEvent event) {
        return event.integer(FieldName.TASK);
    }

    /** Returns a phase of a file; one of a newer version is shown as a wait. */
    static Phase phase(String name, Leftovers leftovers) {
        @Nullable Phase known = PHASES.get(name);
        return leftovers.known(known, Phase.BLOCKED);
    }

    private void enter(LogEvent event) {
        Phase phase = phase(event.text(FieldName.PHASE), leftovers);
        boolean isForLock = event.text(FieldName.ON, "").equals(LogFormat.GIL);
        WaitDetail detail =
                new WaitDetail(event.text(FieldName.WHAT, ""), event.integers(FieldName.TASKS));
        if (isForLock || detail.equals(WaitDetail.NONE)) {
            trace.enter(task(event), phase, isForLock, event.nanos());
        } else {
            trace.enter(task(event), phase, detail, event.nanos());
        }
        setWorkerIfTold(event);
    }

    private void setWorkerIfTold(LogEvent event) {
        if (event.has(FieldName.WORKER)) {
            setWorker(event);
        }
    }

    private void setWorker(LogEvent event) {
        trace.setWorker(task(event), event.integer(FieldName.WORKER));
    }

    private void release(LogEvent event) {
        trace.releases(task(event), event.nanos());
        setWorkerIfTold(event);
    }

    private void end(LogEvent event) {
        int task = task(event);
        trace.end(task, OutcomeCodec.read(event, leftovers), event.nanos());
        setWorkerIfTold(event);
        if (event.has(FieldName.CPU)) {
            trace.cpu(task, event.number(FieldName.CPU));
        }
    }

    private void lease(LogEvent event) {
        ConnectionLimit.Origin origin =
                EnumCodes.read(ConnectionLimit.Origin.class, event.text(FieldName.ORIGIN));
        trace.leases(
                task(event),
                new ConnectionLimit(
                        event.text(FieldName.HOST),
                        event.integer(FieldName.MOST),
                        leftovers.known(origin, ConnectionLimit.Origin.NONE),
                        event.integer(FieldName.TOTAL, 0)));
    }

    private void exchange(LogEvent event) {
        Exchange begun =
                Exchange.begin(
                        event.integer(FieldName.EXCHANGE),
                        event.nanos(),
                        event.text(FieldName.URL));
        trace.note(
                task(event),
                begun.on(event.text(FieldName.IDENTITY, ""), event.is(FieldName.REUSED)));
    }

    private void endExchange(LogEvent event) {
        Exchange begun = trace.lastExchange(task(event));
        if (begun.number() != event.integer(FieldName.EXCHANGE)) {
            throw new IllegalArgumentException("another exchange has begun");
        }
        Exchange replied =
                begun.replied(
                        event.text(FieldName.HTTP_VERSION, ""),
                        event.integer(FieldName.STATUS, 0),
                        event.decimal(FieldName.SENT),
                        event.decimal(FieldName.DECLARED));
        trace.note(task(event), replied.received(event.number(FieldName.BYTES, 0)));
    }

    private void attempt(LogEvent event) {
        trace.note(
                task(event),
                ConnectAttempt.begin(
                        event.integer(FieldName.EXCHANGE),
                        event.integer(FieldName.NUMBER),
                        event.text(FieldName.ADDRESS),
                        event.nanos()));
    }

    private void endAttempt(LogEvent event) {
        trace.endAttempt(
                task(event),
                event.integer(FieldName.INDEX),
                event.nanos(),
                AttemptResultCodec.read(event, leftovers));
    }

    private void connection(LogEvent event) {
        trace.addConnection(
                event.text(FieldName.IDENTITY), event.text(FieldName.HOST, ""), event.nanos());
    }

    private void use(LogEvent event) {
        trace.use(
                event.integer(FieldName.CONNECTION),
                task(event),
                event.integer(FieldName.EXCHANGE),
                event.integer(FieldName.STEP),
                event.nanos());
    }
}
