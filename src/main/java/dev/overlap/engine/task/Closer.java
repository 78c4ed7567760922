package dev.overlap.engine.task;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Runs several clean-up steps one after another, each regardless of what the ones before have
 * thrown, and keeps the first exception. Later ones are {@linkplain Throwable#addSuppressed
 * suppressed} by it.
 *
 * <p>Every clean-up with more than one step uses it, because a step may throw anything from inside
 * a library, even an {@link Error}.
 *
 * <pre>{@code
 * new Closer().run(client::close).forEach(threads, Thread::interrupt).rethrow();
 * }</pre>
 *
 * <p>If a step is interrupted, its thread stays interrupted: the steps after it run, but do not
 * wait.
 *
 * <p>Threads: confined to one thread, which runs each step when it is given.
 */
public final class Closer {

    /**
     * A step that is run for each of several resources.
     *
     * @param <T> the type of the resources
     */
    public interface Ending<T> {
        void end(T each) throws Exception;
    }

    private final CleanupInterceptor cleanup;
    private @Nullable Throwable fault;

    /** Creates a closer without an earlier exception. */
    public Closer() {
        this(CleanupInterceptor.PLAIN);
    }

    /** Creates a closer whose steps go through an interceptor. */
    public Closer(CleanupInterceptor cleanup) {
        this.cleanup = cleanup;
    }

    /** Creates a closer for a clean-up after an exception, which stays the first one. */
    public Closer(Throwable fault) {
        this();
        keep(fault);
    }

    /** Runs a step now; never throws. */
    public Closer run(CleanupStep step) {
        try {
            cleanup.end(step);
        } catch (Throwable e) { // of any kind: the next step must run
            keep(e);
        }
        return this;
    }

    /** Runs a step for each resource now, in order; never throws. */
    public <T> Closer forEach(Iterable<T> resources, Ending<? super T> ending) {
        for (T each : resources) {
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
                thrown)) { // the same instance may be thrown twice, and cannot suppress itself
            fault.addSuppressed(thrown);
        }
    }

    /** Returns what was thrown first, or null if nothing was. */
    public @Nullable Throwable fault() {
        return fault;
    }

    /** Logs what was thrown first, if anything: for a clean-up whose caller cannot react. */
    public void log(Logger log, String sentence) {
        if (fault != null) {
            log.warn(sentence, fault);
        }
    }

    /**
     * Throws what was thrown first, if anything: for a clean-up whose caller decides.
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
