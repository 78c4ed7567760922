package dev.overlap.protocol.recording;

import dev.overlap.trace.Exchange;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TraceRecorder;
import dev.overlap.trace.WaitDetail;

import org.jspecify.annotations.Nullable;

/**
 * Writes the row of one task.
 *
 * <p>A task is in the phase that was told last. Emitters need not tell that a loop runs a step of a
 * task, since the slices of the loop do: while such a slice lasts, the task is in COMPUTE, which is
 * derived, unless a phase is told during the slice, a request of the task is under way, or the task
 * keeps its worker busy anyway. After the slice it is again in the phase that was told last. On
 * other workers this holds only for a task that cannot be running by what was told, in QUEUED or
 * READY. So a task whose reply has come while the loop was held remains in WAIT until the loop runs
 * its step, unless the emitter tells READY: when the reply came is not known.
 */
final class TaskRow {

    private final TraceRecorder recorder;
    private final RunNotes notes;
    private final int index;
    private Phase told = Phase.READY;
    private WaitDetail detail = WaitDetail.NONE;
    private long toldNanos;
    private int slices;
    private int loopSlices;
    private boolean isDerived;
    private boolean hasComputed;
    private boolean hasAwaited;
    private boolean hasEnded;
    private boolean hasWorker;
    private int exchanges;
    private int openExchanges;
    private @Nullable Exchange replied;
    private @Nullable Exchange unconnected;
    private long cpuNanos = -1;
    private int streams;

    TaskRow(TraceRecorder recorder, RunNotes notes, int index) {
        this.recorder = recorder;
        this.notes = notes;
        this.index = index;
    }

    int index() {
        return index;
    }

    boolean hasEnded() {
        return hasEnded;
    }

    /** Notes that one more stream knows the task. */
    void shared() {
        streams++;
    }

    /** Notes that a stream has ended; returns whether no other one can tell of the task. */
    boolean unshared() {
        streams--;
        return streams <= 0;
    }

    /** Enters a phase that was told. */
    void enter(Phase phase, WaitDetail on, long nanoTime) {
        told = phase;
        detail = on.equals(detail) ? detail : on; // many waits are for the same
        toldNanos = nanoTime;
        isDerived = false;
        hasComputed |= phase == Phase.COMPUTE;
        hasAwaited |= phase == Phase.AWAIT; // the others have computed
        recorder.enter(index, phase, detail, nanoTime);
        connect();
    }

    void setWorker(int worker) {
        if (!hasWorker) {
            hasWorker = true;
            recorder.setWorker(index, worker);
        }
    }

    /** A worker begins to run a part of it. */
    void beginSlice(boolean onLoop, long nanoTime) {
        slices++;
        loopSlices += onLoop ? 1 : 0;
        boolean waitsForWorker = told == Phase.QUEUED || told == Phase.READY;
        boolean isOlder = toldNanos < nanoTime && !told.keepsWorkerBusy();
        boolean computes =
                waitsForWorker || (onLoop && isOlder && !(openExchanges > 0 && isOfExchange()));
        if (computes && !isDerived) {
            derive(nanoTime);
        }
    }

    private void derive(long nanoTime) {
        isDerived = true;
        notes.addDerived();
        recorder.enter(index, Phase.COMPUTE, nanoTime);
    }

    private boolean isOfExchange() {
        return told == Phase.LEASE || told.holdsConnection();
    }

    /** The worker does not run it any more. */
    void endSlice(boolean onLoop, long nanoTime) {
        slices--;
        loopSlices -= onLoop ? 1 : 0;
        if (slices == 0 && isDerived) {
            isDerived = false;
            told = told == Phase.QUEUED ? Phase.READY : told; // it has been handed over
            recorder.enter(index, told, detail, nanoTime);
        }
    }

    /** Adds processor time that a part of it has used; unknown if it is negative. */
    void addCpu(long cpu) {
        if (RecordingLimits.isDuration(cpu)) {
            long sum = Math.max(0, cpuNanos) + cpu;
            cpuNanos = Math.min(RecordingLimits.MAX_NANOS, sum);
            recorder.cpu(index, cpuNanos);
        }
    }

    /** Returns a new exchange of it, or null if it has too many. */
    @Nullable Exchange beginExchange(String url, long nanoTime) {
        if (exchanges == RecordingLimits.MAX_EXCHANGES) {
            return null;
        }
        openExchanges++;
        return Exchange.begin(exchanges++, recorder.trace().sinceZero(nanoTime), url);
    }

    /** Records a new exchange; its connection, if it is known, once the request is sent on it. */
    void note(Exchange exchange) {
        recorder.note(index, exchange.on("", false));
        if (!exchange.connection().isEmpty()) {
            unconnected = exchange;
            connect();
        }
    }

    private void connect() {
        Exchange waiting = unconnected;
        if (waiting != null && told == Phase.SEND) {
            unconnected = null;
            recorder.note(index, waiting);
        }
    }

    /** Records the end of an exchange. */
    void endExchange(Exchange exchange, long nanoTime) {
        openExchanges--;
        if (unconnected != null && unconnected.number() == exchange.number()) {
            unconnected = null;
        }
        replied = exchange.status() > 0 ? exchange : replied;
        recorder.note(index, exchange);
        if (loopSlices > 0 && openExchanges == 0 && isOfExchange() && !isDerived && !hasEnded) {
            derive(nanoTime); // the loop goes on with its step
        }
    }

    /** Returns how it ended, if it was completed. */
    Outcome success() {
        Exchange last = replied;
        if (last != null) {
            return new Outcome.Answered(last.status(), last.bytes());
        }
        return hasComputed && !hasAwaited ? new Outcome.Computed() : new Outcome.Done();
    }

    /** Ends it; only the first end counts. */
    void end(Outcome outcome, long nanoTime) {
        hasEnded = true;
        recorder.end(index, outcome, nanoTime);
    }
}
