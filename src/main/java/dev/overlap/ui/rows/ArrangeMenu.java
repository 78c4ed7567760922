package dev.overlap.ui.rows;

import atlantafx.base.theme.Styles;

import dev.overlap.chart.Timeline;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.rows.RowChoice;
import dev.overlap.render.rows.RowFilter;
import dev.overlap.render.rows.RowGroup;
import dev.overlap.render.rows.RowSort;
import dev.overlap.render.rows.RowStatus;
import dev.overlap.render.rows.TaskHosts;
import dev.overlap.text.rows.RowText;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.EnumSet;
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

    private final Timeline timeline;

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
    }

    private void fill() {
        Trace trace = timeline.traceProperty().get();
        List<MenuItem> items = new ArrayList<>(List.of(sort(), group()));
        items.add(status(trace));
        items.add(host(trace));
        items.add(phase(trace));
        boolean tasks = timeline.groupingProperty().get() == RowGrouping.TASKS;
        items.forEach(item -> item.setDisable(!tasks || trace == null));
        items.add(drawn(trace));
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

    private Menu status(@Nullable Trace trace) {
        Set<RowStatus> found = EnumSet.noneOf(RowStatus.class);
        if (trace != null) {
            trace.tasks().forEach(task -> found.add(RowStatus.of(task)));
        }
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

    private Menu host(@Nullable Trace trace) {
        List<String> hosts = trace == null ? List.of() : TaskHosts.of(trace).byFrequency();
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

    private Menu phase(@Nullable Trace trace) {
        Menu menu = menu("only-phase", RowText.ONLY_PHASE);
        RowFilter filter = choice().filter();
        ToggleGroup one = all(menu, filter.phase() == null, filter.withPhase(null));
        for (Phase phase : phases(trace)) {
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

    private Menu drawn(@Nullable Trace trace) {
        Menu menu = menu("drawn-phases", RowText.DRAWN_PHASES);
        menu.setDisable(trace == null);
        for (Phase phase : phases(trace)) {
            boolean drawn = !choice().hidden().contains(phase);
            CheckMenuItem item = check("draw-" + phase.id(), phase.words(), drawn);
            item.setOnAction(_ -> change(it -> it.toggle(phase)));
            menu.getItems().add(item);
        }
        return menu;
    }

    /** The phases that occur in a run. */
    private static Set<Phase> phases(@Nullable Trace trace) {
        Set<Phase> found = EnumSet.noneOf(Phase.class);
        List<TaskTrack> tasks = trace == null ? List.of() : trace.tasks();
        for (TaskTrack task : tasks) {
            for (int segment = 0, n = task.segments(); segment < n; segment++) {
                found.add(task.phase(segment));
            }
        }
        return found;
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
