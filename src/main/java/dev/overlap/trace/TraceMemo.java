package dev.overlap.trace;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Remembers what was computed of the latest trace, so that it is computed once however many ask.
 *
 * <p>Threads: any. Whoever asks first computes, others wait for it.
 *
 * @param <V> what is computed
 */
public final class TraceMemo<V> {

    private final class Computed {

        private final Trace trace;
        private @Nullable V value;

        Computed(Trace trace) {
            this.trace = trace;
        }

        synchronized V value() {
            V known = value;
            if (known == null) {
                known = computation.apply(trace);
                value = known;
            }
            return known;
        }
    }

    private final Function<Trace, V> computation;
    private final AtomicReference<@Nullable Computed> latest = new AtomicReference<>();

    /**
     * @param computation called on the thread that asks
     */
    public TraceMemo(Function<Trace, V> computation) {
        this.computation = computation;
    }

    /** Forgets the trace, which is then no longer kept from being collected. */
    public void clear() {
        latest.set(null);
    }

    /** Returns what was computed of a trace; computes it if another one was asked about since. */
    @SuppressWarnings("ReferenceEquality") // a trace is one run
    public V of(Trace trace) {
        Computed known = latest.get();
        if (known == null || known.trace != trace) {
            known = new Computed(trace);
            latest.set(known);
        }
        return known.value();
    }
}
