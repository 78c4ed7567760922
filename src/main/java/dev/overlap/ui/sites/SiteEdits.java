package dev.overlap.ui.sites;

import dev.overlap.plan.LineMeaning;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The edits of the site list, each of which is one undo step.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class SiteEdits {

    private final SiteHistory history;

    public SiteEdits(SiteHistory history) {
        this.history = history;
    }

    /** Replaces a line. */
    void replace(int row, SiteLine line) {
        if (!list().lines().get(row).equals(line)) {
            history.edit(list().with(row, line));
        }
    }

    void switchRow(int row, boolean on) {
        replace(row, list().lines().get(row).switched(on));
    }

    /** Switches sites off if all of them are on, or else on; other lines are unchanged. */
    void toggle(Set<Integer> rows) {
        List<SiteLine> lines = new ArrayList<>(list().lines());
        boolean on = !rows.stream().map(lines::get).allMatch(SiteEdits::isOnOrNoSite);
        rows.forEach(row -> lines.set(row, lines.get(row).switched(on)));
        history.edit(new SiteList(lines));
    }

    private static boolean isOnOrNoSite(SiteLine line) {
        LineMeaning.Entry entry = line.ownEntry();
        return entry == null || entry.on();
    }

    void remove(int row) {
        history.edit(list().without(row));
    }

    void remove(Set<Integer> rows) {
        history.edit(list().without(rows));
    }

    /**
     * Moves rows up or down by one and makes them contiguous.
     *
     * @param by -1 for up, 1 for down
     * @return the new index of the first of them
     */
    int move(Set<Integer> rows, int by) {
        int first = rows.stream().reduce(Integer.MAX_VALUE, Math::min);
        int last = rows.stream().reduce(0, Math::max);
        return gather(rows, by < 0 ? Math.max(0, first - 1) : Math.min(size(), last + 2));
    }

    /**
     * Moves rows to the gap before another row.
     *
     * @param gap the row before which they are placed, or the number of rows for the end
     * @return the new index of the first of them
     */
    int gather(Set<Integer> rows, int gap) {
        history.edit(list().gathered(rows, gap));
        return gap - (int) rows.stream().filter(row -> row < gap).count();
    }

    private int size() {
        return list().lines().size();
    }

    /**
     * Inserts every line of a text.
     *
     * @param row index of the first one; the number of lines for the end
     * @return the number of lines inserted
     */
    int insert(int row, String text) {
        List<SiteLine> added = SiteList.parse(text.strip()).lines();
        if (!added.isEmpty()) {
            history.edit(list().plus(row, added));
        }
        return added.size();
    }

    /**
     * Adds what a line does once more, in a line of its own below it.
     *
     * @param label of its steps
     * @return whether there is such a line that is switched on
     */
    public boolean repeat(String label) {
        for (int row = 0; row < size(); row++) {
            LineMeaning.Entry entry = list().lines().get(row).entry();
            if (entry != null && entry.on() && entry.steps().label().equals(label)) {
                SiteLine once = SiteLine.of(new LineMeaning.Entry(entry.steps(), 1, true));
                history.edit(list().plus(row + 1, List.of(once)));
                return true;
            }
        }
        return false;
    }

    /** Replaces the whole list. */
    public void open(SiteList other) {
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
