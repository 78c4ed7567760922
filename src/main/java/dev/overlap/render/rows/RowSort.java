package dev.overlap.render.rows;

import dev.overlap.text.rows.RowText;

/** What the rows of tasks are sorted by. Equal ones keep the order of the list. */
public enum RowSort {
    /** The order of the list. */
    LIST(RowText.LIST_ORDER),
    /** When the task was first dispatched. */
    START(RowText.BY_START),
    /** When the task ended. */
    END(RowText.BY_END),
    /** How long the task took, as shown at the end of its bar. */
    DURATION(RowText.BY_DURATION),
    /** How the task ended, and then its HTTP status or kind of failure. */
    STATUS(RowText.BY_STATUS),
    /** The host of its first request, alphabetically. */
    HOST(RowText.BY_HOST);

    private final String words;

    RowSort(String words) {
        this.words = words;
    }

    /** The name in menus. */
    public String words() {
        return words;
    }
}
