package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.persistence.WindowPreferences;
import dev.overlap.persistence.WindowState;
import dev.overlap.session.history.RunHistory;
import dev.overlap.trace.Trace;
import dev.overlap.ui.history.FileMenu;
import dev.overlap.ui.history.SessionFiles;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** Keeps runs, opens them again, and opens files. */
@ExtendWith(ApplicationExtension.class)
class HistoryWorkflowTest extends WindowTest {

    private static final String ARCHIVE =
            """
            {"log": {"version": "1.2", "creator": {"name": "Browser", "version": "9"}, "entries": [
              {"startedDateTime": "2026-11-27T10:00:00.000Z", "time": 30,
               "request": {"method": "GET", "url": "https://example.org/a"},
               "response": {"status": 200, "content": {"size": 5}},
               "timings": {"send": 0, "wait": 20, "receive": 10}},
              {"startedDateTime": "2026-11-27T10:00:00.010Z", "time": 40,
               "request": {"method": "POST", "url": "https://example.org/b"},
               "response": {"status": 200, "content": {"size": 5}},
               "timings": {"send": 0, "wait": 30, "receive": 10}},
              {"time": 1, "request": {"method": "GET", "url": "https://example.org/c"}}]}}
            """;

    @TempDir private Path folder;
    private Stage stage;
    private WindowState last =
            WindowState.DEFAULT.withLooks(WindowPreferences.DEFAULT.withPage("run"));

    @Start
    void start(Stage given) {
        stage = given;
        openWithHistory();
        stage.setWidth(1280);
        stage.setHeight(900);
        stage.show();
    }

    private void openWithHistory() {
        RunHistory history = SessionFiles.history(folder.resolve("state"));
        window =
                new MainWindow(
                        new MainWindow.Services(
                                runner,
                                background,
                                (_, name) -> {
                                    suggested.add(name);
                                    return file;
                                },
                                _ -> file,
                                _ -> file,
                                _ -> file,
                                SessionFiles::read,
                                history,
                                null),
                        new WindowStateHolder(last, kept::add));
        stage.setScene(window.scene());
    }

    private void restart() {
        robot.interact(
                () -> {
                    window.close();
                    openWithHistory();
                    window.restoreHistory();
                });
    }

    private ListView<?> strip() {
        return screen.find("#history-list", ListView.class);
    }

    private int items() {
        return screen.look(() -> strip().getItems().size());
    }

    private void choose(String item) {
        robot.interact(
                () -> {
                    MenuItem found =
                            screen.find("#file", FileMenu.class).getItems().stream()
                                    .filter(it -> item.equals(it.getId()))
                                    .findFirst()
                                    .orElseThrow();
                    if (found instanceof CheckMenuItem check) {
                        check.setSelected(!check.isSelected());
                    } else {
                        found.fire();
                    }
                });
    }

    private Trace shownTrace() {
        return screen.look(() -> screen.timeline().traceProperty().get());
    }

    private String title() {
        return screen.look(() -> screen.node("#run-title").getAccessibleText());
    }

    @Test
    void runsOutliveTheWindowAndLieSideBySide() throws IOException {
        assertThat(screen.shows("#history")).isFalse();
        finish();
        screen.until(() -> items() == 1);
        finish();
        screen.until(() -> items() == 2 && screen.shows("#history"));

        restart();
        screen.until(() -> items() == 2 && shownTrace() != null);
        assertThat(shownTrace().isFinished()).isTrue();
        screen.until(() -> title().contains("kept"));
        assertThat(screen.shows("#run-own")).isTrue();
        assertThat(screen.shows("#title-difference")).isFalse();
        robot.interact(() -> screen.find("#run-own", ButtonBase.class).fire());
        screen.until(() -> runner.runs().size() == 3);
        runner.runs().getLast().allWait().allAnswered();
        screen.until(() -> items() == 3 && !title().contains("kept"));

        robot.interact(
                () -> {
                    strip().requestFocus();
                    strip().getSelectionModel().selectRange(0, 2);
                });
        assertThat(screen.shows("#history-compare")).isTrue();
        robot.push(KeyCode.ENTER);
        screen.until(() -> screen.shows("#compare-view"));
        screen.until(
                () ->
                        screen.look(() -> screen.node("#multiples").getAccessibleText())
                                .contains("Event loop"));
        robot.push(KeyCode.ESCAPE);
        screen.until(() -> !screen.shows("#compare-view"));

        namePinAndDelete();
        keepNothingAndForgetAll();
    }

    /** What is shown after a restart is the lesson's own run, if it was watched, or nothing. */
    @Test
    void aLessonIsRestoredWithItsOwnRunAndNoOther() throws IOException {
        finish();
        screen.until(() -> items() == 1);
        file =
                Files.writeString(
                        folder.resolve("own.yaml"),
                        """
                        title: Mine
                        question: How long?
                        sites: |
                          lab:/delay/9
                        models: [sequential]
                        asks-for-guess: true
                        look-at: The end.
                        explanation: "It took {wall.sequential}."
                        """);
        chooseLessonFile();
        screen.until(() -> screen.has("#lesson-skip"));
        restartAsLeft();
        screen.until(() -> screen.has("#lesson-skip"));
        assertThat(shownTrace()).as("of another list").isNull();
        skipGuess();
        finish();
        screen.until(() -> items() == 2);
        robot.clickOn("#lesson-to-look").clickOn("#lesson-to-why");
        restartAsLeft();
        screen.until(() -> shownTrace() != null && screen.has("#lesson-explanation-1"));

        assertThat(screen.text("#lesson-explanation-1")).matches("It took \\d.*s\\.");
    }

    private void restartAsLeft() {
        last = kept.getLast();
        int before = items();
        restart();
        screen.until(() -> items() == before);
        screen.letPulsesPass();
    }

    private void namePinAndDelete() {
        robot.interact(
                () -> {
                    strip().requestFocus();
                    strip().getSelectionModel().clearAndSelect(1);
                });
        robot.push(KeyCode.F2);
        screen.until(() -> screen.has(".history-editor"));
        robot.write("before lunch").push(KeyCode.ENTER);
        screen.until(() -> strip().getItems().get(1).toString().contains("before lunch"));
        robot.push(KeyCode.DELETE);
        screen.until(() -> items() == 2);
        assertThat(screen.status()).contains("before lunch").contains("Ctrl+Z");
        robot.interact(() -> strip().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        screen.until(() -> items() == 3);
    }

    private void keepNothingAndForgetAll() throws IOException {
        choose("file-keep");
        finish();
        screen.letPulsesPass();
        assertThat(items()).isEqualTo(3);
        assertThat(kept.getLast().choices().of("kept-runs")).isEqualTo("off");

        choose("file-forget");
        screen.until(() -> screen.shows("#forget"));
        assertThat(screen.text("#forget-counts")).startsWith("All 3 kept runs are deleted");
        robot.interact(() -> screen.find("#forget-all", ButtonBase.class).fire());
        screen.until(() -> items() == 0 && !screen.shows("#history"));
        try (Stream<Path> left = Files.list(folder.resolve("state/runs"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void filesOfRunsAreSavedAndOpened() throws IOException {
        FakeRun run = finish();
        file = folder.resolve("mine.overlap");
        choose("file-save");
        screen.until(() -> screen.status().startsWith("Saved"));
        assertThat(suggested).containsExactly("overlap-event-loop.overlap");
        finish();
        choose("file-open");
        screen.until(() -> title().contains("from mine.overlap, "));
        assertThat(shownTrace().wallNanos()).isEqualTo(run.trace().wallNanos());
        assertThat(screen.shows("#opened")).isFalse();

        file = Files.writeString(folder.resolve("page.har"), ARCHIVE);
        robot.interact(() -> window.open(file));
        screen.until(() -> title().contains("from page.har, 27 November 2026"));
        assertThat(title().toLowerCase(Locale.ROOT)).contains("browser").contains("2 tasks");
        assertThat(screen.shows("#run-own")).isFalse();
        screen.until(() -> screen.shows("#opened"));
        assertThat(screen.text("#opened-note")).startsWith("page.har: 1 request has no");
        robot.interact(() -> screen.find("#opened-list", ButtonBase.class).fire());
        screen.until(() -> listContains("https://example.org/a"));

        file = Files.writeString(folder.resolve("none.overlap"), "none");
        choose("file-open");
        screen.until(() -> screen.status().contains("cannot be opened"));
        assertThat(shownTrace().tasks()).hasSize(2);
    }

    @Test
    void fileOfAListOpensAsTheList() throws IOException {
        file = Files.writeString(folder.resolve("Class.SITES"), "https://example.org/of-the-file");
        robot.interact(() -> window.open(file));

        screen.until(() -> listContains("https://example.org/of-the-file"));
        assertThat(screen.status()).contains("Class.SITES");
    }

    private boolean listContains(String text) {
        return screen.look(
                () -> screen.find("#sites", ListView.class).getItems().toString().contains(text));
    }
}
