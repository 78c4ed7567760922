package dev.overlap.render.links;

import dev.overlap.render.VerticalSpan;
import dev.overlap.render.rows.RowOrder;
import dev.overlap.render.rows.RowPlacement;

import java.util.function.IntFunction;

/**
 * Where the ends of arrows are.
 *
 * @param order which row a task has
 * @param placement where the rows are
 * @param barHeight of the bars in them
 * @param lane the place of the lane of a worker; of no height if it has none in sight
 */
public record LinkGeometry(
        RowOrder order, RowPlacement placement, double barHeight, IntFunction<VerticalSpan> lane) {

    /** The bar of a task that has a row. */
    VerticalSpan bar(int task) {
        double middle = Math.round(placement.span(order.row(task)).middle());
        return new VerticalSpan(middle - barHeight / 2, barHeight);
    }

    /** Whether a task has a row, some of which can be seen. */
    boolean shows(int task) {
        return order.row(task) >= 0 && placement.shows(order.row(task));
    }

    /** The part of the drawing in which an arrow between the rows of two tasks is drawn. */
    VerticalSpan between(int one, int other) {
        VerticalSpan first = placement.partOf(order.row(one));
        VerticalSpan second = placement.partOf(order.row(other));
        return first.equals(second) ? first : placement.area();
    }
}
