package dev.overlap.ui.sites;

import dev.overlap.plan.LineMeaning;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;
import dev.overlap.plan.repair.LabPaths;
import dev.overlap.plan.repair.LineAdvisor;
import dev.overlap.plan.repair.Paste;
import dev.overlap.text.sites.EditText;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * The edits of the site list, each of which is one undo step.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class SiteEdits {

    /** Receives what was inserted. */
    @FunctionalInterface
    interface Inserted {

        /**
         * Receives the lines.
         *
         * @param row index of the first line
         * @param lines how many
         */
        void inserted(int row, int lines);
    }

    private final SiteHistory history;
    private final PasteReader reader;
    private final ReadOnlyObjectWrapper<@Nullable PastedLines> pasted =
            new ReadOnlyObjectWrapper<>();

    /**
     * Creates the edits of a list.
     *
     * @param lab knows the paths of the lab
     * @param background reads long texts
     * @param inbox runs on the JavaFX thread
     */
    public SiteEdits(SiteHistory history, LabPaths lab, Executor background, Executor inbox) {
        this.history = history;
        LineAdvisor advisor = new LineAdvisor(lab);
        reader =
                new PasteReader(
                        text -> new PastedLines(Paste.of(text), advisor), background, inbox);
    }

    /** Replaces a line. */
    void replace(int row, SiteLine line) {
        if (!list().lines().get(row).equals(line)) {
            history.edit(list().with(row, line), EditText.CHANGE);
        }
    }

    /** Replaces a line by one or more others, as a repair proposes. */
    void mend(int row, List<SiteLine> lines) {
        history.edit(list().without(row).plus(row, lines), EditText.MEND);
    }

    /** Mends several lines, as one undo step. */
    void mend(Map<Integer, List<SiteLine>> mended) {
        List<SiteLine> lines = new ArrayList<>();
        for (int row = 0; row < size(); row++) {
            lines.addAll(mended.getOrDefault(row, List.of(list().lines().get(row))));
        }
        history.edit(new SiteList(lines), EditText.MEND);
    }

    /** Changes how often a line runs. */
    void repeat(int row, int times) {
        SiteLine line = list().lines().get(row);
        SiteLine repeated = line.repeated(times);
        if (!repeated.equals(line)) {
            history.edit(list().with(row, repeated), EditText.COUNT);
        }
    }

    /**
     * Puts copies of rows below the last of them.
     *
     * @return the index of the first copy
     */
    int duplicate(Set<Integer> rows) {
        int below = rows.stream().reduce(0, Math::max) + 1;
        List<SiteLine> copies = rows.stream().sorted().map(list().lines()::get).toList();
        history.edit(list().plus(below, copies), EditText.duplicate(rows.size()));
        return below;
    }

    void switchRow(int row, boolean on) {
        SiteLine line = list().lines().get(row);
        history.edit(list().with(row, line.switched(on)), EditText.switched(1));
    }

    /** Switches sites off if all of them are on, or else on; other lines are unchanged. */
    void toggle(Set<Integer> rows) {
        List<SiteLine> lines = new ArrayList<>(list().lines());
        boolean on = !rows.stream().map(lines::get).allMatch(SiteEdits::isOnOrNoSite);
        rows.forEach(row -> lines.set(row, lines.get(row).switched(on)));
        history.edit(new SiteList(lines), EditText.switched(rows.size()));
    }

    private static boolean isOnOrNoSite(SiteLine line) {
        LineMeaning.Entry entry = line.ownEntry();
        return entry == null || entry.on();
    }

    void remove(int row) {
        history.edit(list().without(row), EditText.remove(1));
    }

    void remove(Set<Integer> rows) {
        history.edit(list().without(rows), EditText.remove(rows.size()));
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
        history.edit(list().gathered(rows, gap), EditText.move(rows.size()));
        return gap - (int) rows.stream().filter(row -> row < gap).count();
    }

    private int size() {
        return list().lines().size();
    }

    /**
     * Inserts every line of a text, repaired where it is certain what was meant.
     *
     * @param row index of the first one; the number of lines for the end
     * @param then called once they are inserted: at once unless the text is long, and not at all if
     *     that is undone before
     */
    void insert(int row, String text, Inserted then) {
        reader.read(text, lines -> insert(Math.min(row, size()), lines, then));
    }

    private void insert(int row, PastedLines lines, Inserted then) {
        List<SiteLine> added = lines.sites();
        if (!added.isEmpty()) {
            history.edit(list().plus(row, added), EditText.add(added.size()));
            if (lines.isWorthTelling()) {
                pasted.set(lines);
            }
        }
        then.inserted(row, added.size());
    }

    /** Inserts what is still being read. May block for as long as that takes. */
    public void finishReading() {
        reader.finish();
    }

    /** Whether a long text is being read. */
    ReadOnlyBooleanProperty readingProperty() {
        return reader.busyProperty();
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
                history.edit(list().plus(row + 1, List.of(once)), EditText.add(1));
                return true;
            }
        }
        return false;
    }

    /** The lines that were inserted last, a single one that was understood apart; or null. */
    ReadOnlyObjectProperty<@Nullable PastedLines> pastedProperty() {
        return pasted.getReadOnlyProperty();
    }

    /** Replaces the whole list. */
    public void open(SiteList other) {
        finishReading();
        history.edit(other);
    }

    /** Undoes the last edit, or the paste that is still being read. */
    void undo() {
        if (!reader.cancelLast()) {
            history.undo();
        }
    }

    void redo() {
        history.redo();
    }

    /** Returns the name of the edit that would be undone, or null if there is none. */
    @Nullable String undoable() {
        return history.undoable();
    }

    /** Returns the name of the edit that would be redone, or null if there is none. */
    @Nullable String redoable() {
        return history.redoable();
    }

    SiteList list() {
        return history.list();
    }
}
