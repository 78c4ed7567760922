package dev.overlap.ui;

import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What people can do to the site list, each as one step that can be undone.
 *
 * <p>Threads: JavaFX thread only.
 */
final class SiteEdits {

    private final SiteHistory history;

    SiteEdits(SiteHistory history) {
        this.history = history;
    }

    /** Puts a line in place of another. */
    void replace(int row, SiteLine line) {
        if (!list().lines().get(row).equals(line)) {
            history.edit(list().with(row, line));
        }
    }

    void switchRow(int row, boolean on) {
        replace(row, list().lines().get(row).switched(on));
    }

    /** Switches a site off that is on, and on that is off; other lines stay as they are. */
    void toggle(int row) {
        SiteLine.Entry entry = list().lines().get(row).entry();
        if (entry != null) {
            switchRow(row, !entry.on());
        }
    }

    void remove(int row) {
        history.edit(list().without(row));
    }

    void remove(Set<Integer> rows) {
        List<SiteLine> kept = new ArrayList<>();
        for (int row = 0; row < list().lines().size(); row++) {
            if (!rows.contains(row)) {
                kept.add(list().lines().get(row));
            }
        }
        history.edit(new SiteList(kept));
    }

    /**
     * Moves a row up or down.
     *
     * @param by -1 for up, 1 for down
     * @return where it is now
     */
    int move(int row, int by) {
        int to = Math.clamp(row + (long) by, 0, list().lines().size() - 1);
        if (to != row) {
            history.edit(list().moved(row, to));
        }
        return to;
    }

    /**
     * Adds every line of a text.
     *
     * @param row where the first one goes; the number of lines for the end
     * @return how many lines it added
     */
    int insert(int row, String text) {
        List<SiteLine> added = SiteList.parse(text.strip()).lines();
        if (!added.isEmpty()) {
            history.edit(list().plus(row, added));
        }
        return added.size();
    }

    /** Puts a whole other list in place of this one. */
    void open(SiteList other) {
        history.edit(other);
    }

    void undo() {
        history.undo();
    }

    void redo() {
        history.redo();
    }

    SiteList list() {
        return history.list();
    }
}
