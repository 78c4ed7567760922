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
 * Runs the tasks' own steps on the reactor thread, one after another in the order of their coming,
 * as an event loop does.
 *
 * <p>Problem: HttpCore has no public way to run something on its reactor thread. Remedy, by public
 * pieces only: this handler sits on a loopback connection that carries nothing. A step is put on
 * the queue, a command is enqueued at the connection, the reactor wakes up, finds the connection
 * ready for output and calls {@link #outputReady}, which runs what is queued. It takes 80 to 180
 * microseconds from one to the other, warm.
 *
 * <p>Threads: {@link #execute} may be called from any; steps run on the loop's thread.
 */
final class ReactorExecutor implements IOEventHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ReactorExecutor.class);
    private static final Command WAKE = () -> true;

    /**
     * @param lost what is done in place of the body, on whichever thread, once there is no loop
     */
    private record Step(int task, Runnable body, Runnable lost) {}

    private final Queue<Step> queue = new ConcurrentLinkedQueue<>();
    private volatile @Nullable IOSession session;
    private volatile boolean over;

    /** Sits down on the connection; to be called on the loop's thread. */
    void attach(IOSession session) {
        session.upgrade(this);
        this.session = session;
        wake(session);
    }

    /**
     * Runs a step for a task on the loop's thread, soon.
     *
     * @param lost is run instead if the loop has died, or does before it comes to this
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

    /** Makes the loop go round once more, without a step; does nothing before it is attached. */
    void wakeUp() {
        IOSession attached = session;
        if (attached != null) {
            wake(attached);
        }
    }

    /** There is no loop any more, whatever ended it: nothing that waits for it may wait on. */
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
        // cleared first: a wake-up that comes while steps run sets it again and is not lost
        session.clearEvent(SelectionKey.OP_WRITE);
        for (Command command = session.poll(); command != null; command = session.poll()) {
            if (command instanceof ShutdownCommand shutdown) {
                session.close(shutdown.getType());
                return;
            }
        }
        // no more than there are now: what these ask for comes after the events that wait meanwhile
        for (int left = queue.size(); left > 0; left--) {
            Step step = queue.poll();
            if (step == null) {
                return; // the loop has died in one of them
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
            // a step reports its own failures; what still comes here must not end the loop for all
            // others
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
