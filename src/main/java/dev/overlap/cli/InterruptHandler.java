package dev.overlap.cli;

import dev.overlap.engine.task.Closer;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Handles Ctrl+C and SIGTERM. The Java virtual machine answers both by running its shutdown hooks,
 * all at once, and exits with 128 + the number of the signal (130 for Ctrl+C) when the last hook
 * returns; what other threads are doing by then is cut off. So the hook stops what is running, and
 * then keeps the virtual machine alive until the command has written its results and {@linkplain
 * #close closed} this handler.
 *
 * <p>A command that ends by itself removes its hook, so that {@code System.exit} does not wait.
 *
 * <p>Threads: the command's thread installs, sets and closes it; the virtual machine calls the hook
 * on a thread of its own.
 */
final class InterruptHandler implements AutoCloseable {

    /**
     * The largest picture takes a second or two to write; a hanging disk must not block the exit.
     */
    private static final Duration MAX_WAIT = Duration.ofSeconds(15);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "overlap interrupted");
    private Runnable stop = () -> {};
    private boolean interrupted;

    private InterruptHandler() {}

    /** Handles interrupts from now on, until it is closed. */
    static InterruptHandler install() {
        InterruptHandler handler = new InterruptHandler();
        Runtime.getRuntime().addShutdownHook(handler.hook);
        return handler;
    }

    /** Sets how to stop what is running. Stops it at once if an interrupt has already arrived. */
    synchronized void onInterrupt(Runnable stop) {
        this.stop = stop;
        if (interrupted) {
            stopNow();
        }
    }

    /** An exception must keep neither the hook from waiting nor the command from writing. */
    private void stopNow() {
        Throwable fault = new Closer().run(stop::run).fault();
        if (fault != null) {
            System.err.println("overlap: the run could not be stopped cleanly: " + fault + ".");
        }
    }

    synchronized boolean isInterrupted() {
        return interrupted;
    }

    /** Stops what is running and waits until the handler is closed. */
    void interrupt() {
        stop();
        try {
            boolean inTime = closed.await(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            if (!inTime) {
                System.err.println("overlap: stopped before everything was written.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nothing interrupts a hook; if so, stop waiting
        }
    }

    private synchronized void stop() {
        interrupted = true;
        stopNow();
    }

    @Override
    public void close() {
        closed.countDown();
        if (!isInterrupted()) {
            removeHook();
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            onInterrupt(() -> {}); // already shutting down: the hook finds this handler closed
        }
    }
}
