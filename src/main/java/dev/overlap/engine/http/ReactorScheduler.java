package dev.overlap.engine.http;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Has steps done on the reactor thread, now or later. The reactor's own timers are no finer than
 * its select interval, so a timer's thread waits.
 *
 * <p>Threads: safe for all.
 */
record ReactorScheduler(ReactorExecutor loop, ScheduledExecutorService timer) {

    /** Runs a step for a task: at once if this is the loop, or if there is no loop any more. */
    void execute(int task, Runnable step) {
        if (EventLoopThread.current() != null) {
            step.run();
        } else {
            loop.execute(task, step, step);
        }
    }

    /**
     * Runs a step for a task after a delay. A loop that was blocked has events to see by then which
     * may make the step superfluous: it goes round once more before.
     */
    Future<?> later(int task, Duration delay, Runnable step) {
        return timer.schedule(
                () -> nextRound(task, () -> nextRound(task, step)),
                delay.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    private void nextRound(int task, Runnable step) {
        loop.execute(task, step, () -> {});
    }

    /** Makes the loop look once more at what it has to do. */
    void wakeUp() {
        loop.wakeUp();
    }
}
