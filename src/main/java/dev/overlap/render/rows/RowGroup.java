package dev.overlap.render.rows;

import dev.overlap.text.rows.RowText;

/** What the rows of tasks are grouped by, each group under a heading. */
public enum RowGroup {
    NONE(RowText.NO_GROUPS),
    /** How the task ended. */
    STATUS(RowText.BY_STATUS),
    /** The host of its first request. */
    HOST(RowText.BY_HOST);

    private final String words;

    RowGroup(String words) {
        this.words = words;
    }

    /** The name in menus. */
    public String words() {
        return words;
    }
}
