package dev.overlap.chart;

/** Shows the context menu of a row of a {@link Timeline}. */
@FunctionalInterface
public interface RowMenuHandler {

    /** Shows nothing. */
    RowMenuHandler NONE = (_, _, _) -> {};

    /**
     * Shows the menu of a task.
     *
     * @param task its index
     * @param screenX where to show it
     * @param screenY where to show it
     */
    void show(int task, double screenX, double screenY);
}
