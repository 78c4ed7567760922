package dev.overlap.ui.sites;

import java.nio.file.Path;

/** The file actions of the site list. */
interface SiteListFiles {

    /** Starts an empty list. */
    void begin();

    void open();

    void save();

    /** Inserts the lines of a file before a row. */
    void insert(Path file, int row);
}
