package dev.overlap.chart.background;

import dev.overlap.render.rows.RowChoice;
import dev.overlap.render.rows.RowOrder;
import dev.overlap.render.rows.RowOrders;
import dev.overlap.trace.Trace;

/**
 * Finds the order of rows without making a frame wait: many rows keep their former order until they
 * have been sorted.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class RowOrderLookup {

    private static final long OVER = -1;

    /** What the order depends on; a live run may have another one at every instant. */
    private record Question(Trace trace, RowChoice choice, long atNanos) {}

    private final RowOrders unsorted = new RowOrders();
    private final RowOrders sorted = new RowOrders();
    private final TraceQuestion<Question, RowOrder> question =
            new TraceQuestion<>(Question::trace, asked -> sorted.of(asked.trace, asked.choice));

    /** Returns the order of the rows of a trace, perhaps that of an earlier choice or instant. */
    @SuppressWarnings("ReferenceEquality") // a trace is one run
    public RowOrder of(Trace trace, RowChoice choice) {
        if (choice.isListOrder()) {
            return unsorted.of(trace, choice);
        }
        long at = trace.isFinished() ? OVER : trace.horizonNanos();
        RowOrder known =
                question.askSimilar(
                        new Question(trace, choice, at), earlier -> earlier.trace == trace);
        return known == null ? unsorted.of(trace, RowChoice.DEFAULT) : known;
    }
}
