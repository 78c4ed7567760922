package dev.overlap.ui.history;

import java.util.List;

/** What can be done with kept runs. Threads: JavaFX thread only. */
interface HistoryActions {

    /** Shows a run. */
    void show(HistoryItem item);

    /** Shows several runs side by side. */
    void compare(List<HistoryItem> items);

    void rename(HistoryItem item, String name);

    /** Makes runs stay, or no longer. */
    void pin(List<HistoryItem> items, boolean pinned);

    void delete(List<HistoryItem> items);

    /** Restores what was deleted last. */
    void undo();

    /** Copies a run to a file. */
    void save(HistoryItem item);
}
