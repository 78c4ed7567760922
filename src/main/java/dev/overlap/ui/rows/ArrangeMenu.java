package dev.overlap.ui.rows;

import atlantafx.base.theme.Styles;

import dev.overlap.chart.Timeline;
import dev.overlap.chart.background.TraceCalculator;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.rows.RowChoice;
import dev.overlap.render.rows.RowFilter;
import dev.overlap.render.rows.RowGroup;
import dev.overlap.render.rows.RowSort;
import dev.overlap.render.rows.RowStatus;
import dev.overlap.render.rows.TaskHosts;
import dev.overlap.text.rows.RowText;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;

import javafx.animation.PauseTransition;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The menu that sorts, groups, filters and pins the rows of a timeline and chooses the phases to
 * draw. Its entries are made when it opens, from what occurs in the run.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class ArrangeMenu extends MenuButton {

    /** More would not fit on a screen. */
    private static final int MAX_HOSTS = 25;

    /** A menu that is open is completed as soon as a long run has been looked at. */
    private static final Duration POLL = Duration.millis(50);

    private final Timeline timeline;
    private final TraceCalculator<RowFacets> facets =
            new TraceCalculator<>(moment -> RowFacets.of(moment.trace()));
    private final PauseTransition again = new PauseTransition(POLL);

    public ArrangeMenu(Timeline timeline) {
        super(RowText.ARRANGE, new FontIcon(Feather.SLIDERS));
        this.timeline = timeline;
        setId("arrange");
        getStyleClass().add(Styles.SMALL);
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(RowText.ARRANGE + ". " + RowText.ARRANGE_HELP);
        setTooltip(new Tooltip(RowText.ARRANGE_HELP));
        getItems().setAll(new MenuItem()); // an empty menu does not open
        setOnShowing(_ -> fill());
        again.setOnFinished(_ -> fillIfShowing());
    }

    private void fillIfShowing() {
        if (isShowing()) {
            fill();
        }
    }

    /** What occurs in the run, as far as it is known. */
    private RowFacets facets(@Nullable Trace trace) {
        if (trace == null) {
            return RowFacets.NONE;
        }
        RowFacets known = facets.at(TraceMoment.at(trace, TraceMoment.FOLLOW));
        if (known == null || known.whole() != trace.isFinished()) {
            again.playFromStart();
        }
        return known == null ? RowFacets.NONE : known;
    }

    private void fill() {
        Trace trace = timeline.traceProperty().get();
        List<MenuItem> items = new ArrayList<>(List.of(sort(), group()));
        RowFacets found = facets(trace);
        items.add(status(found.statuses()));
        items.add(host(found.hosts()));
        items.add(phase(found.phases()));
        boolean tasks = timeline.groupingProperty().get() == RowGrouping.TASKS;
        items.forEach(item -> item.setDisable(!tasks || trace == null));
        items.add(drawn(found.phases()));
        items.add(new SeparatorMenuItem());
        items.addAll(selected(tasks));
        items.add(new SeparatorMenuItem());
        items.add(showAll());
        getItems().setAll(items);
    }

    private RowChoice choice() {
        return timeline.rowChoiceProperty().get();
    }

    private void change(UnaryOperator<RowChoice> by) {
        timeline.rowChoiceProperty().set(by.apply(choice()));
    }

    private Menu sort() {
        Menu menu = menu("sort", RowText.SORT_BY);
        ToggleGroup one = new ToggleGroup();
        for (RowSort sort : RowSort.values()) {
            menu.getItems()
                    .add(
                            radio(
                                    "sort-" + id(sort),
                                    sort.words(),
                                    one,
                                    choice().sort() == sort,
                                    it -> it.sortedBy(sort)));
        }
        CheckMenuItem down = check("descending", RowText.DESCENDING, choice().descending());
        down.setOnAction(_ -> change(it -> it.descending(down.isSelected())));
        menu.getItems().addAll(new SeparatorMenuItem(), down);
        return menu;
    }

    private Menu group() {
        Menu menu = menu("group", RowText.GROUP_BY);
        ToggleGroup one = new ToggleGroup();
        for (RowGroup group : RowGroup.values()) {
            menu.getItems()
                    .add(
                            radio(
                                    "group-" + id(group),
                                    group.words(),
                                    one,
                                    choice().group() == group,
                                    it -> it.groupedBy(group)));
        }
        return menu;
    }

    private Menu status(Set<RowStatus> found) {
        Menu menu = menu("only-status", RowText.ONLY_STATUS);
        RowFilter filter = choice().filter();
        ToggleGroup one = all(menu, filter.status() == null, filter.withStatus(null));
        for (RowStatus status : found) {
            RowFilter only = filter.withStatus(status);
            menu.getItems()
                    .add(
                            radio(
                                    "only-" + id(status),
                                    status.words(),
                                    one,
                                    filter.status() == status,
                                    it -> it.filteredBy(only)));
        }
        return menu;
    }

    private Menu host(List<String> hosts) {
        Menu menu = menu("only-host", RowText.ONLY_HOST);
        RowFilter filter = choice().filter();
        ToggleGroup one = all(menu, filter.host() == null, filter.withHost(null));
        for (String host : hosts.subList(0, Math.min(MAX_HOSTS, hosts.size()))) {
            RowFilter only = filter.withHost(host);
            menu.getItems()
                    .add(
                            radio(
                                    "only-host-" + host,
                                    TaskHosts.words(host),
                                    one,
                                    host.equals(filter.host()),
                                    it -> it.filteredBy(only)));
        }
        if (hosts.size() > MAX_HOSTS) {
            MenuItem more = new MenuItem(RowText.moreHosts(hosts.size() - MAX_HOSTS));
            more.setDisable(true);
            menu.getItems().add(more);
        }
        return menu;
    }

    private Menu phase(Set<Phase> found) {
        Menu menu = menu("only-phase", RowText.ONLY_PHASE);
        RowFilter filter = choice().filter();
        ToggleGroup one = all(menu, filter.phase() == null, filter.withPhase(null));
        for (Phase phase : found) {
            RowFilter only = filter.withPhase(phase);
            menu.getItems()
                    .add(
                            radio(
                                    "only-phase-" + phase.id(),
                                    phase.words(),
                                    one,
                                    filter.phase() == phase,
                                    it -> it.filteredBy(only)));
        }
        return menu;
    }

    private ToggleGroup all(Menu menu, boolean selected, RowFilter without) {
        ToggleGroup one = new ToggleGroup();
        menu.getItems()
                .addAll(
                        radio(
                                menu.getId() + "-all",
                                RowText.ALL,
                                one,
                                selected,
                                it -> it.filteredBy(without)),
                        new SeparatorMenuItem());
        return one;
    }

    private Menu drawn(Set<Phase> found) {
        Menu menu = menu("drawn-phases", RowText.DRAWN_PHASES);
        menu.setDisable(found.isEmpty());
        for (Phase phase : found) {
            boolean drawn = !choice().hidden().contains(phase);
            CheckMenuItem item = check("draw-" + phase.id(), phase.words(), drawn);
            item.setOnAction(_ -> change(it -> it.toggle(phase)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private List<MenuItem> selected(boolean tasks) {
        int task = timeline.selectedTaskProperty().get();
        CheckMenuItem arrows = check("arrows", RowText.ARROWS, choice().arrows());
        arrows.setOnAction(_ -> change(it -> it.withArrows(arrows.isSelected())));
        arrows.setDisable(!tasks);
        boolean pinned = choice().pinned().contains(task);
        String words = pinned ? RowText.UNPIN_SELECTED : RowText.PIN_SELECTED;
        MenuItem pin = item("pin-selected", words, it -> it.togglePin(task));
        pin.setDisable(!tasks || task < 0);
        MenuItem unpin = item("unpin-all", RowText.UNPIN_ALL, it -> it.pinning(List.of()));
        unpin.setDisable(choice().pinned().isEmpty());
        return List.of(arrows, pin, unpin);
    }

    private MenuItem showAll() {
        MenuItem item = item("show-all", RowText.SHOW_ALL, RowChoice::showingAll);
        item.setDisable(!choice().conceals());
        return item;
    }

    private static Menu menu(String id, String words) {
        Menu menu = new Menu(words);
        menu.setId(id);
        return menu;
    }

    private MenuItem item(String id, String words, UnaryOperator<RowChoice> change) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setOnAction(_ -> change(change));
        return item;
    }

    private static CheckMenuItem check(String id, String words, boolean selected) {
        CheckMenuItem item = new CheckMenuItem(words);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setSelected(selected);
        return item;
    }

    private RadioMenuItem radio(
            String id,
            String words,
            ToggleGroup one,
            boolean selected,
            UnaryOperator<RowChoice> change) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setId(id);
        item.setMnemonicParsing(false); // a host may contain an underscore
        item.setToggleGroup(one);
        item.setSelected(selected);
        item.setOnAction(_ -> change(change));
        return item;
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
