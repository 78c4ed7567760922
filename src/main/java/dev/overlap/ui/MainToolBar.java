package dev.overlap.ui;

import atlantafx.base.theme.Styles;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.text.WindowText;
import dev.overlap.ui.controls.IconButton;
import dev.overlap.ui.controls.ResponsiveLabels;
import dev.overlap.ui.controls.WindowTheme;
import dev.overlap.ui.run.RunController.State;
import dev.overlap.ui.settings.ModelBox;
import dev.overlap.ui.settings.WorkersSpinner;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.function.Consumer;

/** The main tool bar: model, workers, run, stop, compare, and less frequent actions. */
final class MainToolBar extends HBox {

    private static final double ROOM_FOR_FILE = 95;

    private static final double ROOM_FOR_LABELS = 92;
    private static final double ROOM_FOR_WORDS = 84;

    private final ModelBox model = new ModelBox();
    private final WorkersSpinner workers = new WorkersSpinner();
    private final Button run = button("run", "Run", Feather.PLAY);
    private final Button stop = button("stop", "Stop", Feather.SQUARE);
    private final Button compare = button("compare", "Compare", Feather.BAR_CHART_2);
    private final Button theme = new IconButton("theme", Feather.MOON, WindowText.THEME_HELP);
    private final Button sites =
            new IconButton("pane-sites", Feather.SIDEBAR, WindowText.TOGGLE_LIST);
    private final Button details =
            new IconButton("pane-details", Feather.SIDEBAR, WindowText.TOGGLE_DETAILS);
    private final Button projector =
            new IconButton("projector", Feather.MONITOR, WindowText.PROJECTOR_HELP);
    private final Button help =
            new IconButton("help", Feather.HELP_CIRCLE, WindowText.SHOW_ALL_KEYS);

    /**
     * @param file a menu, shown first
     * @param lessons a menu
     * @param export a menu, shown before the less frequent actions
     */
    MainToolBar(MenuButton file, MenuButton lessons, Node export) {
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0); // or a narrow window would stay as wide as what the bar could leave out
        workers.disableProperty().bind(model.valueProperty().map(chosen -> !chosen.hasWorkers()));
        model.valueProperty().subscribe(workers::explain);
        Label modelLabel = label("Model", model);
        Label workersLabel = label("Workers", workers);
        workersLabel.disableProperty().bind(workers.disabledProperty());
        ResponsiveLabels.showIfWide(this, ROOM_FOR_LABELS, modelLabel, workersLabel);
        ResponsiveLabels.showTextIfWide(this, ROOM_FOR_FILE, file);
        ResponsiveLabels.showTextIfWide(this, ROOM_FOR_WORDS, lessons);
        ResponsiveLabels.showTextIfWide(this, ROOM_FOR_WORDS, stop);
        ResponsiveLabels.showTextIfWide(this, ROOM_FOR_WORDS, compare);
        run.getStyleClass().add(Styles.ACCENT);
        run.setTooltip(new Tooltip(WindowText.RUN_HELP));
        stop.setTooltip(new Tooltip(WindowText.STOP_HELP));
        compare.setTooltip(new Tooltip(WindowText.COMPARE_HELP));
        compare.setAccessibleText(WindowText.COMPARE_ACCESSIBLE);
        run.setAccessibleText(WindowText.RUN_ACCESSIBLE);
        stop.setAccessibleText(WindowText.STOP_ACCESSIBLE);
        details.getGraphic().setScaleX(-1);
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        getChildren()
                .setAll(
                        file,
                        lessons,
                        modelLabel,
                        model,
                        workersLabel,
                        workers,
                        run,
                        stop,
                        compare,
                        space,
                        export,
                        new HBox(sites, details, projector, theme, help));
    }

    private static Button button(String id, String text, Feather icon) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static Label label(String text, Node labelled) {
        Label label = new Label(text);
        label.setLabelFor(labelled);
        label.setMinWidth(USE_PREF_SIZE);
        label.getStyleClass().add("quiet");
        return label;
    }

    /** Offers further models. */
    void offer(List<? extends ConcurrencyModel> further) {
        model.offer(further);
    }

    /** The models that can be selected. */
    List<ConcurrencyModel> models() {
        return model.getItems();
    }

    /** The selected model; never null. */
    ReadOnlyObjectProperty<ConcurrencyModel> modelProperty() {
        return model.valueProperty();
    }

    /** Selects a model by id; an unknown id or null changes nothing. */
    void choose(@Nullable String id) {
        model.choose(id);
    }

    /** The spinner for the number of workers; keeps its value even if the model has none. */
    WorkersSpinner workers() {
        return workers;
    }

    /** Commits an edit in progress. */
    void endEdit() {
        workers.commitValue();
    }

    void onRun(Runnable action) {
        run.setOnAction(_ -> action.run());
    }

    void onStop(Runnable action) {
        stop.setOnAction(_ -> action.run());
    }

    void onCompare(Runnable action) {
        compare.setOnAction(_ -> action.run());
    }

    void onProjector(Runnable action) {
        projector.setOnAction(_ -> action.run());
    }

    void onTheme(Runnable action) {
        theme.setOnAction(_ -> action.run());
    }

    void onPane(Consumer<MainSplitPane.Side> action) {
        sites.setOnAction(_ -> action.accept(MainSplitPane.Side.SITES));
        details.setOnAction(_ -> action.accept(MainSplitPane.Side.DETAILS));
    }

    void onHelp(Runnable action) {
        help.setOnAction(_ -> action.run());
    }

    /** Disables the buttons that do not apply in a state. */
    void show(State state) {
        run.setDisable(state != State.IDLE);
        stop.setDisable(state != State.STARTING && state != State.RUNNING);
        compare.setDisable(state != State.IDLE);
    }

    /** Shows the icon of the theme that the button switches to. */
    void show(WindowTheme now) {
        theme.setGraphic(
                new FontIcon(
                        switch (now) {
                            case LIGHT -> Feather.MOON;
                            case DARK -> Feather.SUN;
                        }));
    }
}
