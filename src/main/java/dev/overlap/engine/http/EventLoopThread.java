package dev.overlap.engine.http;

import dev.overlap.engine.cpu.InvoluntaryContextSwitches;
import dev.overlap.trace.TraceRecorder;
import dev.overlap.trace.metrics.ContextSwitches;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;

/**
 * The thread of an event loop: HttpCore's reactor thread. Everything that runs on it is enclosed by
 * {@link #enter} and {@link #leave}, which record the busy slices of the loop.
 *
 * <p>Problem: an event, its callbacks and the steps that they start are nested in one stack, and
 * the task is often known only inside. So only the outermost pair records a slice, and inner code
 * names the task as soon as it is known.
 *
 * <p>Limitation: HttpCore has no hook around the work of a TLS handshake on this thread, nor around
 * the selector; the loop appears idle there although it is not. That work is included in the {@code
 * TLS} phase of the tasks.
 *
 * <p>Threads: fields are only used by this thread, except for {@link #recordTo} and {@link
 * #recordForced}.
 */
final class EventLoopThread extends Thread {

    /**
     * @param forced the number of forced context switches of the loop before recording began
     */
    private record Lane(TraceRecorder recorder, int worker, long forced) {}

    private static final Logger LOG = LoggerFactory.getLogger(EventLoopThread.class);

    private volatile @Nullable Lane lane;
    private volatile @Nullable Path status;
    private final Runnable last;
    private @Nullable TrackedConnection connection;
    private @Nullable ExchangeRecorder connecting;
    private int depth;

    /**
     * Creates a thread.
     *
     * @param last runs when the thread ends, for whatever reason
     */
    EventLoopThread(Runnable target, String name, Runnable last) {
        super(null, target, name);
        this.last = last;
        setDaemon(true);
    }

    /** Returns the current loop thread, or null on any other thread. */
    static @Nullable EventLoopThread current() {
        return Thread.currentThread() instanceof EventLoopThread loop ? loop : null;
    }

    /** Records to this lane from the next slice on. */
    void recordTo(TraceRecorder recorder, int worker) {
        lane = new Lane(recorder, worker, InvoluntaryContextSwitches.readFrom(status));
    }

    /** Records the number of forced context switches of the loop since then. */
    void recordForced() {
        Lane now = lane;
        long forced = InvoluntaryContextSwitches.readFrom(status);
        if (now != null
                && forced != ContextSwitches.UNKNOWN
                && now.forced != ContextSwitches.UNKNOWN) {
            now.recorder.forced(now.worker, forced - now.forced);
        }
    }

    @Override
    public void run() {
        try {
            status = InvoluntaryContextSwitches.statusFileOfThisThread();
            super.run();
        } finally {
            last.run();
        }
    }

    /**
     * Begins work for a task, or for -1 if the task is not known yet. Like {@link #leave}, it never
     * throws: a failure to record must not end the loop for all tasks.
     */
    void enter(int task) {
        Lane now = lane;
        if (depth++ > 0) {
            runsFor(task);
        } else if (now != null) {
            record(() -> now.recorder.busy(now.worker, task));
        }
    }

    void leave() {
        Lane now = lane;
        if (--depth == 0 && now != null) {
            record(() -> now.recorder.idle(now.worker));
        }
    }

    private static void record(Runnable slice) {
        try {
            slice.run();
        } catch (RuntimeException | Error e) {
            LOG.error("what the loop does could not be recorded", e);
        }
    }

    /** Names the task of the open slice, if it has none. */
    void runsFor(int task) {
        Lane now = lane;
        if (task >= 0 && now != null) {
            record(() -> now.recorder.busyFor(now.worker, task));
        }
    }

    /** The connection whose event is being handled, for hooks without a context. */
    @Nullable TrackedConnection wire() {
        return connection;
    }

    void wire(@Nullable TrackedConnection connection) {
        this.connection = connection;
    }

    /**
     * The exchange whose connection is being set up in this stack, for the TLS hook, which has no
     * context.
     */
    @Nullable ExchangeRecorder connecting() {
        return connecting;
    }

    void connecting(@Nullable ExchangeRecorder exchangeRecorder) {
        connecting = exchangeRecorder;
    }
}
