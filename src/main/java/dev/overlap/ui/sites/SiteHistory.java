package dev.overlap.ui.sites;

import dev.overlap.plan.SiteList;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The site list and its past: every edit puts an immutable list in place of the one before, so that
 * undo is to put the old one back.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class SiteHistory {

    /** Lists share their lines; of a list of 100,000 a step costs less than half a megabyte. */
    private static final int MAX_STEPS = 100;

    private final ReadOnlyObjectWrapper<SiteList> list;
    private final Deque<SiteList> undone = new ArrayDeque<>();
    private final Deque<SiteList> past = new ArrayDeque<>();

    public SiteHistory(SiteList first) {
        list = new ReadOnlyObjectWrapper<>(first);
    }

    public ReadOnlyObjectProperty<SiteList> listProperty() {
        return list.getReadOnlyProperty();
    }

    public SiteList list() {
        return list.get();
    }

    /** An edit. One that changes nothing leaves no step behind. */
    void edit(SiteList edited) {
        if (edited.equals(list.get())) {
            return;
        }
        past.push(list.get());
        if (past.size() > MAX_STEPS) {
            past.removeLast();
        }
        undone.clear();
        list.set(edited);
    }

    /** Takes the last edit back, if there is one. */
    void undo() {
        if (!past.isEmpty()) {
            undone.push(list.get());
            list.set(past.pop());
        }
    }

    /** Makes the last edit that was taken back once more, if there is one. */
    void redo() {
        if (!undone.isEmpty()) {
            past.push(list.get());
            list.set(undone.pop());
        }
    }
}
