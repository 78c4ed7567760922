package dev.overlap.render.rows;

import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the current {@link RowOrder} of a chart, and makes a new one only if what it depends on has
 * changed: the choice; and while the run is live, that a task has ended or, where the order depends
 * on it, any progress. Rows of a finished run keep their places in a replay.
 *
 * <p>Threads: one at a time.
 */
public final class RowOrders {

    /** More tasks than these are not sorted for every frame of a live run. */
    private static final int MAX_PER_FRAME = 5_000;

    private static final long INTERVAL_NANOS = 100_000_000;

    private @Nullable Trace trace;
    private @Nullable TaskHosts hosts;
    private @Nullable RowOrder last;
    private int ended;
    private long computedAt;
    private boolean finished;

    /** Returns the order of a trace in its current state. */
    public RowOrder of(Trace shown, RowChoice choice) {
        if (shown != trace) {
            trace = shown;
            hosts = null;
            last = null;
        }
        RowOrder known = last;
        boolean over = shown.isFinished(); // read before the tasks are
        int ends = shown.ended();
        if (known != null && known.choice().equals(choice) && !over && isTooEarly(shown)) {
            return known;
        }
        if (known == null
                || !known.choice().equals(choice)
                || known.total() != shown.tasks().size() // a watched program has made more
                || changed(choice, over, ends)) {
            known = fresh(shown, choice);
            computedAt = System.nanoTime();
        }
        last = known;
        finished = over;
        ended = ends;
        return known;
    }

    private boolean isTooEarly(Trace shown) {
        return shown.tasks().size() > MAX_PER_FRAME
                && System.nanoTime() - computedAt < INTERVAL_NANOS;
    }

    private boolean changed(RowChoice choice, boolean over, int ends) {
        if (finished || choice.isListOrder()) {
            return false;
        }
        return over || ends != ended || choice.dependsOnProgress();
    }

    private RowOrder fresh(Trace shown, RowChoice choice) {
        RowOrder old = last;
        RowOrder made = RowOrdering.order(shown, choice, hosts(shown, choice), Integer.MAX_VALUE);
        if (old != null && old.choice().equals(choice) && made.hasRowsOf(old)) {
            return old;
        }
        return made;
    }

    /** Read only where needed: a list may have 100,000 labels. */
    private TaskHosts hosts(Trace shown, RowChoice choice) {
        TaskHosts known = hosts;
        if (known == null || known.size() != shown.tasks().size()) {
            known = choice.isListOrder() ? TaskHosts.NONE : TaskHosts.of(shown);
            hosts = choice.isListOrder() ? null : known;
        }
        return known;
    }
}
