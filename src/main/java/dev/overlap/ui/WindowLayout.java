package dev.overlap.ui;

import dev.overlap.ui.comparison.ComparisonController;
import dev.overlap.ui.controls.FocusRing;
import dev.overlap.ui.run.StatusLine;
import dev.overlap.ui.settings.SettingsPane;
import dev.overlap.ui.sites.SiteListPane;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.Objects;

/** The layout of the window. Nodes are added in Tab order. */
final class WindowLayout {

    static final double WIDTH_PX = 1280;
    static final double HEIGHT_PX = 800;

    private WindowLayout() {}

    /** The left pane: list, settings and lab status. */
    static VBox left(SiteListPane siteList, SettingsPane settings, LabStatus foot) {
        VBox left = new VBox(siteList, scrollable(settings), foot);
        left.getStyleClass().addAll("side-pane", "left-pane");
        VBox.setVgrow(siteList, Priority.ALWAYS);
        return left;
    }

    /** In a low window or a larger font the settings scroll, so that some of the list is seen. */
    private static ScrollPane scrollable(SettingsPane settings) {
        ScrollPane scrollable = new ScrollPane(settings);
        scrollable.setFitToWidth(true);
        scrollable.setFocusTraversable(false); // Tab scrolls to each setting
        scrollable.setMinHeight(0);
        scrollable.setMaxHeight(Region.USE_PREF_SIZE);
        scrollable.getStyleClass().add("settings-scroll");
        VBox.setVgrow(scrollable, Priority.SOMETIMES); // shrinks after the list
        return scrollable;
    }

    /** The scene: the run or a comparison, with the overlays above. */
    static Scene scene(
            MainToolBar top,
            Node panes,
            ComparisonController comparison,
            Node foot,
            StatusLine status,
            ModalSheets sheets) {
        BorderPane work = new BorderPane();
        work.setTop(new VBox(top, comparison.wayBack()));
        work.setCenter(panes);
        work.visibleProperty().bind(comparison.view().visibleProperty().not());
        BorderPane root = new BorderPane(new StackPane(work, comparison.view()));
        root.setBottom(new VBox(foot, status));
        StackPane all = new StackPane(root);
        all.getChildren().addAll(sheets.bottomUp());
        Scene scene = new Scene(all, WIDTH_PX, HEIGHT_PX);
        all.getChildren().add(new FocusRing(scene));
        scene.getStylesheets().setAll(style("modena-names.css"), style("overlap.css"));
        return scene;
    }

    private static String style(String name) {
        String path = "/dev/overlap/assets/style/" + name;
        return Objects.requireNonNull(WindowLayout.class.getResource(path), path).toExternalForm();
    }
}
