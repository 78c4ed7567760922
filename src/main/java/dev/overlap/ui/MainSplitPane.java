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

    /** A pane that can be hidden. Its name in lower case is what the state file calls it. */
    enum Side {
        SITES(0.225),
        DETAILS(0.755);

        private final double usualPlace;

        Side(double usualPlace) {
            this.usualPlace = usualPlace;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where the right divider stands at first while something wide is shown. */
    private static final double WIDE_PLACE = 0.58;

    private final Node sites;
    private final Node centre;
    private final Node details;
    private final WindowStateHolder windowState;
    private final Set<Side> hidden = EnumSet.noneOf(Side.class);
    private final Set<Side> aside = EnumSet.noneOf(Side.class);
    private final Map<Side, Double> places = new EnumMap<>(Side.class);
    private boolean arranging;
    private boolean wide;
    private double widePlace = WIDE_PLACE;

    MainSplitPane(Node sites, Node centre, Node details, WindowStateHolder windowState) {
        this.sites = sites;
        this.centre = centre;
        this.details = details;
        this.windowState = windowState;
        setResizableWithParent(sites, false);
        setResizableWithParent(details, false);
        restore(windowState.state().preferences());
        arrange();
    }

    private void restore(WindowPreferences preferences) {
        for (Side side : Side.values()) {
            places.put(side, side.usualPlace);
            if (preferences.hidden().contains(side.word())) {
                hidden.add(side);
            }
        }
        if (preferences.dividers().size() == places.size()) {
            places.put(Side.SITES, preferences.dividers().getFirst());
            places.put(Side.DETAILS, preferences.dividers().getLast());
        }
    }

    boolean isShown(Side side) {
        return !hidden.contains(side) && !aside.contains(side);
    }

    /** Hides a pane, or shows it again where it was. The next window will do the same. */
    void toggle(Side side) {
        if (isShown(side)) {
            hidden.add(side);
        } else {
            hidden.remove(side);
            aside.remove(side);
        }
        arrange();
        windowState.changeLooks(
                preferences ->
                        preferences.withHidden(
                                hidden.stream().map(Side::word).collect(Collectors.toSet())));
    }

    /** Gives the right pane room for something wide, or takes that room back. */
    void makeRoom(boolean forWide) {
        if (wide != forWide) {
            wide = forWide;
            arrange();
        }
    }

    /** Hides both panes for now; the next window knows nothing of it. */
    void putAside() {
        aside.addAll(EnumSet.allOf(Side.class));
        arrange();
    }

    /** Shows those again that were put aside. */
    void bringBack() {
        aside.clear();
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
            divider.setPosition(place(side));
            divider.positionProperty().subscribe((_, now) -> moved(side, now.doubleValue()));
        }
        arranging = false;
    }

    /** The sides that have a divider now, from left to right. */
    private List<Side> dividing() {
        return Stream.of(Side.values()).filter(this::isShown).toList();
    }

    private double place(Side side) {
        double usual = places.getOrDefault(side, side.usualPlace);
        return side == Side.DETAILS && wide ? Math.min(usual, widePlace) : usual;
    }

    /** Only the place beside the usual pages is one that the next window begins with. */
    private void moved(Side side, double place) {
        if (arranging) {
            return;
        }
        if (side == Side.DETAILS && wide) {
            widePlace = place;
        } else {
            places.put(side, place);
            double[] both = places.values().stream().mapToDouble(it -> it).toArray();
            windowState.changeLooks(preferences -> preferences.divided(both));
        }
    }
}
