package dev.overlap.ui;

import dev.overlap.persistence.WindowPreferences;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The timeline between its two side panes, which can be resized and hidden.
 *
 * <p>Threads: JavaFX thread only.
 */
final class MainSplitPane extends SplitPane {

    /** A pane that can be hidden. The state file stores its name in lower case. */
    enum Side {
        SITES(0.225),
        DETAILS(0.755);

        private final double defaultPosition;

        Side(double defaultPosition) {
            this.defaultPosition = defaultPosition;
        }

        private Side other() {
            return this == SITES ? DETAILS : SITES;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The initial position of the right divider while the code page is shown. */
    private static final double WIDE_POSITION = 0.58;

    private final Node sites;
    private final Node centre;
    private final Node details;
    private final WindowStateHolder windowState;
    private final Set<Side> hidden = EnumSet.noneOf(Side.class);
    private final Set<Side> temporarilyHidden = EnumSet.noneOf(Side.class);
    private final Map<Side, Double> positions = new EnumMap<>(Side.class);
    private boolean arranging;
    private boolean lesson;
    private boolean projected;
    private boolean wide;
    private double widePosition = WIDE_POSITION;

    MainSplitPane(Node sites, Node centre, Node details, WindowStateHolder windowState) {
        this.sites = sites;
        this.centre = centre;
        this.details = details;
        this.windowState = windowState;
        setId("panes");
        setResizableWithParent(sites, false);
        setResizableWithParent(details, false);
        restore(windowState.state().preferences());
        arrange();
    }

    private void restore(WindowPreferences preferences) {
        for (Side side : Side.values()) {
            positions.put(side, side.defaultPosition);
            if (preferences.hidden().contains(side.word())) {
                hidden.add(side);
            }
        }
        if (preferences.dividers().size() == positions.size()) {
            positions.put(Side.SITES, preferences.dividers().getFirst());
            positions.put(Side.DETAILS, preferences.dividers().getLast());
        }
    }

    boolean isShown(Side side) {
        return !hidden.contains(side) && !temporarilyHidden.contains(side);
    }

    /**
     * Hides a pane, or shows it again where it was: in place of the other one for now, if there is
     * no room for both. Saved for the next window.
     */
    void toggle(Side side) {
        if (isShown(side)) {
            hidden.add(side);
        } else {
            hidden.remove(side);
            temporarilyHidden.remove(side);
        }
        arrange();
        if (isShown(side) && isCrowded()) {
            temporarilyHidden.add(side.other());
            arrange();
        }
        windowState.changeLooks(
                preferences ->
                        preferences.withHidden(
                                hidden.stream().map(Side::word).collect(Collectors.toSet())));
    }

    /** Whether the visible panes are wider than the window, as they may be in the larger font. */
    private boolean isCrowded() {
        applyCss();
        double needed = getItems().stream().mapToDouble(pane -> pane.minWidth(-1)).sum();
        return getWidth() > 0 && needed > getWidth();
    }

    /** Widens the right pane for the code page, or restores its width. */
    void makeRoom(boolean forWide) {
        if (wide != forWide) {
            wide = forWide;
            arrange();
        }
    }

    /**
     * Hides both panes temporarily, but not the details while they have a lesson; this is not
     * saved.
     */
    void putAside() {
        projected = true;
        temporarilyHidden.addAll(EnumSet.allOf(Side.class));
        setLesson(lesson);
    }

    /** Sets whether the details have a lesson, for which they come back if put aside. */
    void setLesson(boolean open) {
        lesson = open;
        if (open) {
            temporarilyHidden.remove(Side.DETAILS);
        }
        arrange();
    }

    /** Shows the panes hidden by {@link #putAside} again. */
    void bringBack() {
        projected = false;
        temporarilyHidden.clear();
        arrange();
    }

    private void arrange() {
        arranging = true;
        List<Node> shown = new ArrayList<>(List.of(centre));
        if (isShown(Side.SITES)) {
            shown.addFirst(sites);
        }
        if (isShown(Side.DETAILS)) {
            shown.addLast(details);
        }
        getItems().setAll(shown);
        List<Side> dividing = dividing();
        for (int i = 0; i < dividing.size(); i++) {
            Side side = dividing.get(i);
            Divider divider = getDividers().get(i);
            divider.setPosition(position(side));
            divider.positionProperty().subscribe((_, now) -> moved(side, now.doubleValue()));
        }
        arranging = false;
    }

    /** The visible sides, which have a divider, from left to right. */
    private List<Side> dividing() {
        return Stream.of(Side.values()).filter(this::isShown).toList();
    }

    private double position(Side side) {
        double stored = positions.getOrDefault(side, side.defaultPosition);
        return side == Side.DETAILS && wide ? Math.min(stored, widePosition) : stored;
    }

    /** Only the divider position beside the normal pages in the normal size is saved. */
    private void moved(Side side, double position) {
        if (arranging || projected) {
            return;
        }
        if (side == Side.DETAILS && wide) {
            widePosition = position;
        } else {
            positions.put(side, position);
            double[] both = positions.values().stream().mapToDouble(it -> it).toArray();
            windowState.changeLooks(preferences -> preferences.divided(both));
        }
    }
}
