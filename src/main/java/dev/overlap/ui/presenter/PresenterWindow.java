package dev.overlap.ui.presenter;

import dev.overlap.comparison.Guesses;
import dev.overlap.lesson.Lesson;
import dev.overlap.text.course.PresenterText;
import dev.overlap.ui.controls.FocusRing;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The second window of a main window, for the screen that the class does not see: notes, step, stop
 * watch, guesses, and the next lesson.
 *
 * <p>It has no owner, which would keep it above the main window where there is one screen only; it
 * closes with the main window all the same. With one screen the notes are hidden until they are
 * asked for.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class PresenterWindow {

    /** Keys that act on the main window: run, compare, projector, panes, full screen. */
    private static final Set<KeyCode> FORWARDED =
            Set.of(KeyCode.F5, KeyCode.F6, KeyCode.F8, KeyCode.F9, KeyCode.F10, KeyCode.F11);

    private final Scene main;
    private final StopWatchBar watch = new StopWatchBar();
    private final PresenterPane pane;
    private final ReadOnlyBooleanWrapper showing = new ReadOnlyBooleanWrapper(this, "showing");
    private final StringProperty place = new SimpleStringProperty(this, "place", "");
    private @Nullable Stage stage;

    /**
     * @param main the scene of the main window
     * @param lessons the built-in ones, in order
     * @param open opens a lesson in the main window
     */
    public PresenterWindow(Scene main, List<Lesson> lessons, Consumer<Lesson> open) {
        this.main = main;
        pane = new PresenterPane(lessons, open);
        showStep("");
        show(null);
    }

    /** Whether the window is open. */
    public ReadOnlyBooleanProperty showingProperty() {
        return showing.getReadOnlyProperty();
    }

    /** Where the window was last, as text; empty if it was never open. Anything else is ignored. */
    public StringProperty placeProperty() {
        return place;
    }

    /** Shows a lesson, or that none is open. The stop watch counts its time from now on. */
    public void show(@Nullable Lesson lesson) {
        pane.show(lesson);
        watch.begin(lesson);
    }

    /** Shows the name of the step of the lesson; empty for none. */
    public void showStep(String name) {
        pane.showStep(name);
    }

    /**
     * Shows the guesses for the open lesson.
     *
     * @param walls wall times that were measured since, in nanoseconds, by the id of the model
     */
    public void showGuesses(Guesses guesses, Map<String, Long> walls) {
        pane.showGuesses(guesses, walls);
    }

    /** Opens or closes the window. */
    public void toggle() {
        if (showing.get()) {
            close();
        } else {
            open();
        }
    }

    private void open() {
        Window owner = main.getWindow();
        Stage opened = stage == null ? create(owner) : stage;
        stage = opened;
        place(opened, owner);
        pane.setSeen(Screen.getScreens().size() == 1);
        showing.set(true);
        watch.setVisibleOnScreen(true);
        opened.show();
    }

    private Stage create(Window owner) {
        Stage created = new Stage();
        created.setTitle(PresenterText.TITLE);
        created.setScene(scene());
        created.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> closed());
        owner.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> close());
        created.xProperty().subscribe((_, _) -> remember(created));
        created.yProperty().subscribe((_, _) -> remember(created));
        created.widthProperty().subscribe((_, _) -> remember(created));
        created.heightProperty().subscribe((_, _) -> remember(created));
        return created;
    }

    private Scene scene() {
        ScrollPane scrolling = new ScrollPane(pane);
        scrolling.setFitToWidth(true);
        scrolling.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scrolling.setFocusTraversable(false);
        scrolling.getStyleClass().add("side-pane");
        Label keys = new Label(PresenterText.KEYS);
        keys.setWrapText(true);
        keys.setMaxWidth(Double.MAX_VALUE);
        keys.getStyleClass().addAll("quiet", "presenter-keys");
        BorderPane content = new BorderPane(scrolling, watch, null, keys, null);
        content.setId("presenter");
        StackPane root = new StackPane(content);
        Scene scene = new Scene(root);
        root.getChildren().add(new FocusRing(scene));
        scene.getStylesheets().setAll(main.getStylesheets());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        return scene;
    }

    private void place(Stage opened, Window owner) {
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        Rectangle2D around =
                new Rectangle2D(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight());
        Rectangle2D bounds =
                PresenterPlacement.place(screens, around, PresenterPlacement.read(place.get()));
        opened.setX(bounds.getMinX());
        opened.setY(bounds.getMinY());
        opened.setWidth(bounds.getWidth());
        opened.setHeight(bounds.getHeight());
    }

    private void remember(Stage moved) {
        boolean placed =
                moved.isShowing()
                        && !moved.isMaximized()
                        && !moved.isIconified()
                        && moved.getWidth() >= 1
                        && moved.getHeight() >= 1;
        if (placed) {
            place.set(
                    PresenterPlacement.write(
                            new Rectangle2D(
                                    moved.getX(),
                                    moved.getY(),
                                    moved.getWidth(),
                                    moved.getHeight())));
        }
    }

    private void key(KeyEvent event) {
        KeyCode key = event.getCode();
        if (key == KeyCode.F7 || key == KeyCode.ESCAPE) {
            event.consume();
            close();
        } else if (FORWARDED.contains(key)) {
            event.consume();
            main.getRoot().fireEvent(event.copyFor(main.getRoot(), main.getRoot()));
        }
    }

    /** Closes the window, if it is open. */
    public void close() {
        Stage open = stage;
        if (open != null) {
            open.hide();
        }
    }

    private void closed() {
        watch.setVisibleOnScreen(false);
        showing.set(false);
        Window owner = main.getWindow();
        if (owner != null && owner.isShowing()) {
            owner.requestFocus();
        }
    }
}
