package dev.overlap.engine.http;

import dev.overlap.engine.cpu.InvoluntaryContextSwitches;
import dev.overlap.trace.ContextSwitches;
import dev.overlap.trace.TraceRecorder;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;

/**
 * The one thread of an event loop: HttpCore's reactor thread. Everything that runs on it is
 * bracketed by {@link #enter} and {@link #leave}, which record the busy slices of the loop.
 *
 * <p>Problem: an event, its callbacks and the steps that these start run nested in one stack, and
 * which task they are for is often known only inside. So only the outermost bracket makes a slice,
 * and whoever finds out later names the task.
 *
 * <p>Limit: HttpCore offers no hook around a TLS handshake's own work on this thread, nor around
 * the selector; the loop shows as idle there although it is not. That work is seen in the tasks'
 * {@code TLS} phase.
 *
 * <p>Threads: fields are touched by this thread alone, but for {@link #recordTo} and {@link
 * #recordForced}.
 */
final class EventLoopThread extends Thread {

    /**
     * @param forced how often the system had taken the processor from the loop before
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
     * A thread that is still to be started.
     *
     * @param last what it does when it ends, whatever has ended it
     */
    EventLoopThread(Runnable target, String name, Runnable last) {
        super(null, target, name);
        this.last = last;
        setDaemon(true);
    }

    /** The loop thread that the caller runs on, or null on any other thread. */
    static @Nullable EventLoopThread current() {
        return Thread.currentThread() instanceof EventLoopThread loop ? loop : null;
    }

    /** Records to this lane from the next slice on. */
    void recordTo(TraceRecorder recorder, int worker) {
        lane = new Lane(recorder, worker, InvoluntaryContextSwitches.readFrom(status));
    }

    /** Records how often the system has taken the processor from the loop meanwhile. */
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
     * Something runs, for this task or, with -1, for one that is not known yet. Never throws, as
     * {@link #leave} does not: what cannot be recorded must not end the loop for all tasks.
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

    /** Names the task that the open slice is for, if it has none. */
    void runsFor(int task) {
        Lane now = lane;
        if (task >= 0 && now != null) {
            record(() -> now.recorder.busyFor(now.worker, task));
        }
    }

    /** The connection whose event is being handled, so that a hook without a context can tell. */
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
