package dev.overlap.engine.task;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Ends many things one after another, each of them whatever the ones before have thrown, and keeps
 * the first fault. Later ones are its {@linkplain Throwable#addSuppressed suppressed} ones.
 *
 * <p>Every clean-up that has more than one step goes through it, because what a step throws may
 * come out of a library that says nothing of it: an {@link Error} too.
 *
 * <pre>{@code
 * new Closer().run(client::close).forEach(threads, Thread::interrupt).rethrow();
 * }</pre>
 *
 * <p>A step that is interrupted leaves its thread so: the steps after it run, and do not wait.
 *
 * <p>Threads: for one thread, which runs the steps as they are given.
 */
public final class Closer {

    /**
     * A step that is taken for many things alike.
     *
     * @param <T> what is ended
     */
    public interface Ending<T> {
        void end(T each) throws Exception;
    }

    private final CleanupInterceptor cleanup;
    private @Nullable Throwable fault;

    /** For a clean-up that is not known to follow a fault. */
    public Closer() {
        this(CleanupInterceptor.PLAIN);
    }

    /** For a clean-up whose steps pass where a test may make them fail. */
    public Closer(CleanupInterceptor cleanup) {
        this.cleanup = cleanup;
    }

    /** For a clean-up after a fault, which stays the first one. */
    public Closer(Throwable fault) {
        this();
        keep(fault);
    }

    /** Runs a step now; never throws. */
    public Closer run(CleanupStep step) {
        try {
            cleanup.end(step);
        } catch (Throwable e) { // of whatever kind: the next step must run
            keep(e);
        }
        return this;
    }

    /** Ends each of many things now, in their order; never throws. */
    public <T> Closer forEach(Iterable<T> things, Ending<? super T> ending) {
        for (T each : things) {
            run(() -> ending.end(each));
        }
        return this;
    }

    private void keep(Throwable thrown) {
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (fault == null) {
            fault = thrown;
        } else if (!fault.equals(
                thrown)) { // some faults are thrown twice, and none suppresses itself
            fault.addSuppressed(thrown);
        }
    }

    /** What was thrown first, or null if nothing was. */
    public @Nullable Throwable fault() {
        return fault;
    }

    /** Logs what was thrown first, if anything was: for a clean-up whose caller cannot help it. */
    public void log(Logger log, String sentence) {
        if (fault != null) {
            log.warn(sentence, fault);
        }
    }

    /**
     * Throws what was thrown first, if anything was: the last call of a clean-up whose caller is to
     * decide.
     *
     * @throws IllegalStateException with it as its cause, if it is a checked exception
     */
    public void rethrow() {
        Throwable first = fault;
        switch (first) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }
}
