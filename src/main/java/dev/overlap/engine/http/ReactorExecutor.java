package dev.overlap.engine.http;

import org.apache.hc.core5.http.nio.command.ShutdownCommand;
import org.apache.hc.core5.reactor.Command;
import org.apache.hc.core5.reactor.IOEventHandler;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Runs the steps of the tasks on the reactor thread, one after another in the order of submission,
 * as an event loop does.
 *
 * <p>Problem: HttpCore has no public way to run something on its reactor thread. Solution, with
 * public API only: this handler is attached to an otherwise unused loopback connection. A step is
 * added to the queue and a command is enqueued at the connection; the reactor wakes up, finds the
 * connection ready for output and calls {@link #outputReady}, which runs the queue. This takes 80
 * to 180 microseconds when warm.
 *
 * <p>Threads: {@link #execute} may be called from any thread; steps run on the loop's thread.
 */
final class ReactorExecutor implements IOEventHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ReactorExecutor.class);
    private static final Command WAKE = () -> true;

    /**
     * @param lost runs instead of the body, on any thread, once the loop has ended
     */
    private record Step(int task, Runnable body, Runnable lost) {}

    private final Queue<Step> queue = new ConcurrentLinkedQueue<>();
    private volatile @Nullable IOSession session;
    private volatile boolean over;

    /** Attaches this handler to the connection; called on the loop's thread. */
    void attach(IOSession session) {
        session.upgrade(this);
        this.session = session;
        wake(session);
    }

    /**
     * Runs a step for a task on the loop's thread, soon.
     *
     * @param lost runs instead if the loop has ended, or ends before it reaches the step
     */
    void execute(int task, Runnable body, Runnable lost) {
        queue.add(new Step(task, body, lost));
        IOSession attached = session;
        if (over) {
            abandon();
        } else if (attached != null) {
            wake(attached);
        }
    }

    /**
     * Makes the loop go through one more iteration, without a step; does nothing before it is
     * attached.
     */
    void wakeUp() {
        IOSession attached = session;
        if (attached != null) {
            wake(attached);
        }
    }

    /** Handles the end of the loop, whatever its cause: nothing may keep waiting for it. */
    void abandon() {
        over = true;
        for (Step step = queue.poll(); step != null; step = queue.poll()) {
            step.lost.run();
        }
    }

    private static void wake(IOSession session) {
        session.enqueue(WAKE, Command.Priority.NORMAL);
    }

    @Override
    public void outputReady(IOSession session) {
        // cleared first, so that a wake-up while steps run sets it again and is not lost
        session.clearEvent(SelectionKey.OP_WRITE);
        for (Command command = session.poll(); command != null; command = session.poll()) {
            if (command instanceof ShutdownCommand shutdown) {
                session.close(shutdown.getType());
                return;
            }
        }
        // only the steps queued now: those that they add run after the events that are pending
        for (int left = queue.size(); left > 0; left--) {
            Step step = queue.poll();
            if (step == null) {
                return; // the loop has ended in one of the steps
            }
            run(step);
        }
    }

    private static void run(Step step) {
        EventLoopThread loop = EventLoopThread.current();
        if (loop == null) {
            throw new IllegalStateException("steps run on the loop's thread only");
        }
        loop.enter(step.task);
        try {
            step.body.run();
        } catch (Throwable e) {
            // steps report their own failures; anything else must not end the loop for all tasks
            LOG.error("a step of task {} failed", step.task, e);
        } finally {
            loop.leave();
        }
    }

    @Override
    public void connected(IOSession session) {}

    @Override
    public void inputReady(IOSession session, @Nullable ByteBuffer source) {}

    @Override
    public void timeout(IOSession session, Timeout timeout) {}

    @Override
    public void exception(IOSession session, Exception cause) {
        LOG.error("the loop's own connection failed", cause);
    }

    @Override
    public void disconnected(IOSession session) {
        abandon();
    }
}
