package dev.overlap.engine.resource;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.LongAdder;

/**
 * A number that tasks increment by a read and a write. Each access really happens, in opaque mode,
 * since the compiler could fold a loop over a plain field into one addition; but nothing makes the
 * two one, so increments can be lost.
 *
 * <p>Threads: any; that is the point.
 */
public final class SharedCounter {

    private static final VarHandle VALUE;

    static {
        try {
            VALUE = MethodHandles.lookup().findVarHandle(SharedCounter.class, "value", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("UnusedVariable") // accessed by the handle
    private long value;

    private final LongAdder finished = new LongAdder();

    public long read() {
        return (long) VALUE.getOpaque(this);
    }

    /** Writes the sum of a value that was read before, and one. */
    public void write(long sum) {
        VALUE.setOpaque(this, sum);
        finished.increment();
    }

    /** Returns the number of increments that were finished, lost ones included. */
    public long finished() {
        return finished.sum();
    }
}
