package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.lesson.LessonCatalog;
import dev.overlap.persistence.WindowPreferences;
import dev.overlap.persistence.WindowState;
import dev.overlap.trace.Trace;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The base of tests of the whole window, whose runs the test drives. */
@ExtendWith(ApplicationExtension.class)
abstract class WindowTest {

    private static final int WIDTH_PX = 1280;
    private static final int HEIGHT_PX = 900;

    final FakeRunner runner = new FakeRunner();
    final ExecutorService background = Executors.newCachedThreadPool();
    final List<WindowState> kept = new CopyOnWriteArrayList<>();

    /** The suggested names of saved files. */
    final List<String> suggested = new CopyOnWriteArrayList<>();

    Path file = Path.of("never-asked");
    MainWindow window;
    FxRobot robot;
    WindowRobot screen;

    /** Shows the window; called by the start method of a test class. */
    final void open(Stage stage) {
        window =
                new MainWindow(
                        new MainWindow.Services(
                                runner, background, this::save, _ -> file, _ -> file),
                        new WindowStateHolder(
                                WindowState.DEFAULT.withLooks(
                                        WindowPreferences.DEFAULT.withPage("run")),
                                kept::add));
        stage.setScene(window.scene());
        stage.setWidth(WIDTH_PX);
        stage.setHeight(HEIGHT_PX);
        stage.show();
    }

    private Path save(Window owner, String name) {
        assertThat(owner).isSameAs(window.scene().getWindow());
        suggested.add(name);
        return file;
    }

    @BeforeEach
    void setUp(FxRobot given) {
        robot = given;
        screen = new WindowRobot(given);
    }

    @AfterEach
    void close() {
        robot.interact(window::close);
        background.shutdown();
    }

    /** Presses F5 and waits for the run, with all its tasks waiting. */
    final FakeRun begin() {
        int before = runner.runs().size();
        robot.push(KeyCode.F5);
        screen.until(() -> runner.runs().size() > before && shown() != null);
        return runner.runs().getLast().allWait();
    }

    /** Finishes a run whose trace is a second long, without waiting that long. */
    final FakeRun finish() {
        FakeRun run = begin();
        run.allAnsweredAfter(1_000_000_000L);
        screen.until(() -> screen.status().startsWith("Finished"));
        return run;
    }

    /** Pauses a replay of the finished run at an instant. */
    final void hold(long nanos) {
        robot.interact(() -> window.replay().seek(nanos));
        screen.until(() -> screen.status().startsWith("Replay at"));
    }

    private Trace shown() {
        return screen.timeline().traceProperty().get();
    }

    /** Opens the comparison view and waits until it has the focus. */
    final void openComparison() {
        robot.push(KeyCode.F6);
        screen.until(() -> screen.shows("#compare-view") && focused("#multiples"));
    }

    /** Runs the selected comparison, answering every run as soon as it has begun. */
    final void measure() {
        robot.push(KeyCode.F5);
        screen.until(
                () -> {
                    runner.runs().stream()
                            .filter(run -> !run.trace().isFinished())
                            .forEach(run -> run.allWait().allAnswered());
                    return screen.text("#compare-run").equals("Run again")
                            && screen.isDisabled("#compare-stop");
                });
    }

    /** Opens the first lesson and waits for its page. */
    final void openLesson() {
        chooseLesson(1);
        screen.until(() -> screen.has("#lesson-end"));
    }

    /** Chooses a lesson of the menu, counted from 1. */
    final void chooseLesson(int number) {
        String id = "lesson-" + LessonCatalog.all().get(number - 1).id();
        MenuItem item =
                screen.find("#lesson", MenuButton.class).getItems().stream()
                        .filter(Menu.class::isInstance)
                        .flatMap(group -> ((Menu) group).getItems().stream())
                        .filter(it -> id.equals(it.getId()))
                        .findFirst()
                        .orElseThrow();
        robot.interact(item::fire);
    }

    /** Goes on in a lesson without a guess, so that its list may run. */
    final void skipGuess() {
        robot.interact(screen.find("#lesson-skip", Button.class)::fire);
        screen.until(() -> !screen.has("#lesson-skip"));
    }

    /** Chooses an item of a menu. */
    final void choose(String menu, int entry) {
        MenuItem item = screen.find(menu, MenuButton.class).getItems().get(entry);
        robot.interact(item::fire);
    }

    /** Opens {@link #file} as a lesson. */
    final void chooseLessonFile() {
        List<MenuItem> items = screen.find("#lesson", MenuButton.class).getItems();
        choose("#lesson", items.size() - 2); // the last one leaves a lesson
    }

    final boolean focused(String query) {
        return screen.look(() -> screen.node(query).isFocused());
    }

    /** The focus owner, or null. */
    final Node focusOwner() {
        return screen.look(() -> window.scene().getFocusOwner());
    }

    final long playhead() {
        return screen.timeline().playheadProperty().get();
    }
}
