package dev.overlap.cli;

import dev.overlap.engine.task.Closer;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Meets Ctrl+C and the polite kill. The Java machine answers both by running its shutdown hooks,
 * all at once, and by leaving with 128 + the number of the signal (130 for Ctrl+C) when the last
 * hook returns; whatever other threads do by then is cut off. So the hook here stops what goes on,
 * and then holds the machine until the command has written what there is and {@linkplain #close
 * left}.
 *
 * <p>The other way round, a command that ends by itself takes its hook away, so that {@code
 * System.exit} finds nothing to wait for.
 *
 * <p>Threads: the command's thread opens, sets and closes it; the machine calls the hook on a
 * thread of its own.
 */
final class InterruptHandler implements AutoCloseable {

    /** Writing the largest picture takes a second or two; a disk that hangs must not hold us. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final CountDownLatch left = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "overlap interrupted");
    private Runnable stop = () -> {};
    private boolean come;

    private InterruptHandler() {}

    /** Meets interruptions from now on, until it is closed. */
    static InterruptHandler watch() {
        InterruptHandler interruptHandler = new InterruptHandler();
        Runtime.getRuntime().addShutdownHook(interruptHandler.hook);
        return interruptHandler;
    }

    /** Says how to stop what goes on from now on. Stops it at once if the interruption has come. */
    synchronized void stopsBy(Runnable stop) {
        this.stop = stop;
        if (come) {
            stopNow();
        }
    }

    /** What it throws must keep neither the hook from waiting nor the command from writing. */
    private void stopNow() {
        Throwable fault = new Closer().run(stop::run).fault();
        if (fault != null) {
            System.err.println("overlap: the run could not be stopped cleanly: " + fault + ".");
        }
    }

    synchronized boolean hasCome() {
        return come;
    }

    /** Stops what goes on and waits until the command has left. */
    void interrupt() {
        stop();
        try {
            boolean inTime = left.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!inTime) {
                System.err.println("overlap: stopped before everything was written.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody interrupts a hook; if so, it need not wait
        }
    }

    private synchronized void stop() {
        come = true;
        stopNow();
    }

    @Override
    public void close() {
        left.countDown();
        if (!hasCome()) {
            forgetHook();
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            stopsBy(() -> {}); // the machine is going down already: the hook will find us gone
        }
    }
}
