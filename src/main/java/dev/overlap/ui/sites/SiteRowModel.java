package dev.overlap.ui.sites;

import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;

/**
 * The observable rows of the list view, kept equal to an immutable list.
 *
 * <p>Every edit creates a new list, but replacing all rows would lose the view's selection and
 * scroll position. Both lists share all unchanged lines, so the common head and tail are found by
 * identity, and only the rows between are changed: at worst two comparisons per line, under a
 * millisecond for 100,000.
 */
final class SiteRowModel {

    /**
     * A list view scans its whole selection for each replaced row: with 100,000 rows selected,
     * replacing them one by one would take minutes.
     */
    static final int MAX_ONE_BY_ONE = 100;

    /**
     * An observable list removes a range one by one, moving all rows below each time: 100,000 would
     * take seconds.
     */
    private static final int MAX_REMOVED = 5_000;

    private final ObservableList<SiteLine> rows = FXCollections.observableArrayList();

    ObservableList<SiteLine> rows() {
        return rows;
    }

    void show(SiteList list) {
        List<SiteLine> lines = list.lines();
        int head = commonHead(lines);
        int tail = commonTail(lines, head);
        List<SiteLine> old = rows.subList(head, rows.size() - tail);
        List<SiteLine> fresh = lines.subList(head, lines.size() - tail);
        if (old.size() > MAX_REMOVED) {
            rows.setAll(lines);
        } else if (old.size() == fresh.size() && fresh.size() <= MAX_ONE_BY_ONE) {
            replace(head, fresh);
        } else {
            rows.remove(head, rows.size() - tail);
            rows.addAll(head, fresh);
        }
    }

    /** One by one, because a replaced row stays selected while a removed one does not. */
    private void replace(int at, List<SiteLine> fresh) {
        for (int i = 0; i < fresh.size(); i++) {
            if (!isSame(rows.get(at + i), fresh.get(i))) {
                rows.set(at + i, fresh.get(i));
            }
        }
    }

    private int commonHead(List<SiteLine> lines) {
        int max = Math.min(lines.size(), rows.size());
        int same = 0;
        while (same < max && isSame(lines.get(same), rows.get(same))) {
            same++;
        }
        return same;
    }

    private int commonTail(List<SiteLine> lines, int head) {
        int max = Math.min(lines.size(), rows.size()) - head;
        int same = 0;
        while (same < max
                && isSame(lines.get(lines.size() - 1 - same), rows.get(rows.size() - 1 - same))) {
            same++;
        }
        return same;
    }

    @SuppressWarnings("ReferenceEquality") // equal lines that are not the same only cost a repaint
    private static boolean isSame(SiteLine one, SiteLine other) {
        return one == other;
    }
}
