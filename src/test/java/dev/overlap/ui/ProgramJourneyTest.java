package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.persistence.WindowPreferences;
import dev.overlap.persistence.WindowState;
import dev.overlap.session.history.RunHistory;
import dev.overlap.snippet.HighlightedLine;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.ui.history.FileMenu;
import dev.overlap.ui.history.SessionFiles;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Programs of the user's: shown, confirmed, run, stopped, and run again. */
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
class ProgramJourneyTest extends WindowTest {

    private static final String STAIRS =
            """
            import asyncio
            import sys

            async def step(name, seconds):
                await asyncio.sleep(seconds)
                print('done', name)

            async def main():
                await asyncio.gather(step('a', 0.1), step('b', 0.2))
                print('to stderr', file=sys.stderr)

            asyncio.run(main())
            """;

    private static final String ENDLESS =
            """
            import os, threading, time

            def wait_for_ever():
                time.sleep(600)

            print(f'pid {os.getpid()}.')
            for n in range(2):
                threading.Thread(target=wait_for_ever).start()
            """;

    private static final String DEADLOCK =
            """
            import os, threading

            a, b = threading.Lock(), threading.Lock()
            both = threading.Barrier(2)

            def take(first, second):
                with first:
                    both.wait()
                    with second:
                        pass

            print(f'pid {os.getpid()}.')
            for pair in ((a, b), (b, a)):
                threading.Thread(target=take, args=pair).start()
            """;

    private static final String ASK =
            """
            import urllib.request
            print('answered', urllib.request.urlopen('http://no-such-host.invalid/').status)
            """;

    private static final Pattern PID = Pattern.compile("pid ([0-9]+)\\.");

    @TempDir private Path folder;

    @BeforeEach
    void needsPython() {
        Assumptions.assumeTrue(
                Stream.of(System.getenv("PATH").split(System.getProperty("path.separator")))
                        .anyMatch(it -> Files.isExecutable(Path.of(it, "python3"))),
                "there is no python3");
    }

    @Start
    void start(Stage stage) {
        RunHistory history = SessionFiles.history(folder.resolve("state"));
        window =
                new MainWindow(
                        new MainWindow.Services(
                                runner,
                                background,
                                (_, _) -> file,
                                _ -> file,
                                _ -> file,
                                _ -> file,
                                SessionFiles::read,
                                history,
                                null),
                        new WindowStateHolder(
                                WindowState.DEFAULT.withLooks(
                                        WindowPreferences.DEFAULT.withPage("code")),
                                kept::add));
        window.keepProgramsIn(Optional.of(folder.resolve("state")));
        stage.setScene(window.scene());
        stage.setWidth(1280);
        stage.setHeight(900);
        stage.show();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void offer(Path program) {
        robot.interact(() -> window.open(program));
        screen.until(() -> screen.shows("#program-sheet"));
    }

    private void fire(String query) {
        robot.interact(() -> screen.find(query, ButtonBase.class).fire());
    }

    private List<String> output() {
        return screen.look(
                () -> {
                    if (!screen.has("#program-output")) {
                        return List.of();
                    }
                    ListView<?> lines = screen.find("#program-output", ListView.class);
                    return lines.getItems().stream().map(String::valueOf).toList();
                });
    }

    private boolean hasPrinted(String words) {
        return output().stream().anyMatch(line -> line.contains(words));
    }

    private String state() {
        return screen.has("#program-state") ? screen.text("#program-state") : "";
    }

    private void awaitEnd(String words) {
        screen.until(() -> state().startsWith(words));
    }

    private String advice() {
        return screen.look(
                () ->
                        robot.lookup("#program-advice .label").queryAll().stream()
                                .map(it -> ((javafx.scene.control.Labeled) it).getText())
                                .reduce("", (one, other) -> one + "\n" + other));
    }

    /** Returns the process that has told its id, 0 as long as none has told it in full. */
    private static long pid(List<String> printed) {
        return printed.stream()
                .map(PID::matcher)
                .filter(Matcher::find)
                .map(it -> it.group(1))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    @Test
    void aProgramIsConfirmedWatchedAndRunAgain() throws IOException {
        Path stairs = write("stairs.py", STAIRS);

        offer(stairs);
        assertThat(screen.find("#program-command", TextInputControl.class).getText())
                .isEqualTo("stairs.py");
        assertThat(screen.find("#program-folder", TextInputControl.class).getText())
                .isEqualTo(folder.toString());
        screen.until(() -> screen.text("#program-python").contains(": Python 3."));
        assertThat(focused("#program-cancel")).isTrue();
        fire("#program-cancel");
        screen.letPulsesPass();
        assertThat(screen.shows("#program-sheet")).isFalse();
        assertThat(screen.has("#program-pane")).isFalse();

        offer(stairs);
        fire("#program-run");
        awaitEnd("Ended with exit code 0");
        screen.until(() -> hasPrinted("done b") && hasPrinted("to stderr"));
        assertThat(screen.text("#title-model")).startsWith("stairs.py");
        assertThat(screen.timeline().traceProperty().get().tasks())
                .extracting(it -> it.label())
                .contains("step('a', 0.1)", "step('b', 0.2)");
        assertThat(screen.status()).startsWith("Finished");
        markTask("step('b', 0.2)");
        screen.until(() -> screen.text("#program-source-where").startsWith("The line"));
        assertThat(markedLine()).contains("async def step");
        screen.until(() -> kept("#history-list") == 1);

        double unfolded = paneHeight();
        fire("#program-fold");
        screen.until(() -> paneHeight() < unfolded / 2 && !screen.has("#program-output"));
        fire("#program-fold");
        screen.until(() -> Math.abs(paneHeight() - unfolded) < 1);

        fire("#program-again");
        awaitEnd("Running");
        awaitEnd("Ended with exit code 0");
        assertThat(screen.shows("#program-sheet")).isFalse();

        Files.writeString(stairs, STAIRS + "print('more')\n");
        fire("#program-again");
        screen.until(() -> screen.shows("#program-sheet"));
        assertThat(screen.shows("#program-changed")).isTrue();
        fire("#program-rerun");
        fire("#program-run");
        screen.until(() -> hasPrinted("more"));
        awaitEnd("Ended with exit code 0");

        Files.writeString(stairs, STAIRS + "print('even more lines')\n");
        screen.until(() -> hasPrinted("even more lines"));
        awaitEnd("Ended with exit code 0");
        screen.until(() -> kept("#history-list") == 4);
        fire("#program-close");
        assertThat(screen.has("#program-pane")).isFalse();

        open(0);
        screen.until(() -> sourceLines().contains("print('even more lines')"));
        open(3);
        screen.until(() -> screen.text("#program-source-where").contains("has changed since"));
        assertThat(sourceLines()).isEmpty();
    }

    /** Opens a kept run, counted from the newest. */
    private void open(int run) {
        robot.interact(
                () -> {
                    ListView<?> runs = screen.find("#history-list", ListView.class);
                    runs.getSelectionModel().clearAndSelect(run);
                    runs.requestFocus();
                });
        robot.push(KeyCode.ENTER);
    }

    private List<String> sourceLines() {
        return screen.look(
                () ->
                        ((ListView<?>) screen.node("#program-lines"))
                                .getItems().stream()
                                        .map(it -> ((HighlightedLine) it).text())
                                        .toList());
    }

    private double paneHeight() {
        return screen.look(() -> screen.find("#program-pane", Region.class).getHeight());
    }

    private void markTask(String label) {
        int task =
                screen.timeline().traceProperty().get().tasks().stream()
                        .filter(it -> it.label().equals(label))
                        .findFirst()
                        .orElseThrow()
                        .index();
        robot.interact(() -> screen.timeline().selectedTaskProperty().set(task));
    }

    private String markedLine() {
        return screen.look(
                () ->
                        robot.lookup("#program-lines .code-line").queryAll().stream()
                                .map(Node::getAccessibleText)
                                .filter(it -> it != null && it.contains("async def step"))
                                .filter(it -> !it.matches("Line [0-9]+: .*"))
                                .findFirst()
                                .orElse(""));
    }

    private int kept(String list) {
        return screen.look(() -> screen.find(list, ListView.class).getItems().size());
    }

    @Test
    void aProgramThatDoesNotEndIsStoppedAndOneThatFailsIsExplained() throws IOException {
        Path endless = write("endless.py", ENDLESS);
        offer(endless);
        fire("#program-run");
        screen.until(() -> pid(output()) > 0);
        long pid = pid(output());
        screen.until(() -> screen.timeline().traceProperty().get().tasks().size() >= 2);
        assertThat(screen.status()).startsWith("Running");
        assertThat(screen.isDisabled("#program-again")).isTrue();
        fire("#stop");
        awaitEnd("Stopped");
        screen.until(() -> !isAlive(pid) && screen.status().startsWith("Stopped"));

        offer(write("missing.py", "import there_is_no_such_module\n"));
        fire("#program-run");
        awaitEnd("Ended with exit code 1");
        screen.until(() -> advice().contains("there_is_no_such_module"));
        fire("#program-copy-command");
        assertThat(screen.look(() -> Clipboard.getSystemClipboard().getString()))
                .matches( // a Python that the system manages needs an environment first
                        ".*(-m venv \\.venv|pip install there_is_no_such_module)");

        offer(write("curly.py", "print(\u201chello\u201d)\n"));
        fire("#program-run");
        awaitEnd("Ended with exit code 1");
        screen.until(() -> screen.has("#program-mend"));
        fire("#program-mend");
        screen.until(() -> screen.shows("#program-sheet"));
        assertThat(folder.resolve("curly-mended.py")).hasContent("print(\"hello\")\n");
        fire("#program-run");
        screen.until(() -> hasPrinted("hello"));
        awaitEnd("Ended with exit code 0");

        choose("file-watch");
        screen.until(() -> screen.shows("#program-sheet"));
        robot.interact(
                () ->
                        screen.find("#program-command", TextInputControl.class)
                                .setText("there-is-no-such-program -x"));
        fire("#program-run");
        awaitEnd("Not started");
        screen.until(() -> advice().contains("there-is-no-such-program"));
    }

    @Test
    void theLabPlaysAHostThatCannotBeReached() throws IOException {
        offer(write("ask.py", ASK));
        fire("#program-run");
        awaitEnd("Ended with exit code 1");
        screen.until(() -> screen.has("#program-play"));
        assertThat(advice()).contains("no-such-host.invalid");

        fire("#program-play");
        screen.until(() -> screen.shows("#program-sheet"));
        assertThat(screen.find("#program-hosts", TextInputControl.class).getText())
                .isEqualTo("no-such-host.invalid=300ms");
        fire("#program-run");
        awaitEnd("Ended with exit code 0");
        screen.until(() -> hasPrinted("answered 200"));
        TaskTrack request = screen.timeline().traceProperty().get().task(0);
        assertThat(request.outcome()).isInstanceOf(Outcome.Answered.class);
        assertThat(request.nanosIn(Phase.WAIT, request.endNanos()))
                .isGreaterThanOrEqualTo(299_000_000);
    }

    private void choose(String item) {
        robot.interact(
                () ->
                        screen.find("#file", FileMenu.class).getItems().stream()
                                .filter(it -> item.equals(it.getId()))
                                .findFirst()
                                .map(MenuItem.class::cast)
                                .orElseThrow()
                                .fire());
    }

    @Test
    void aProgramThatHangsSaysWhyAndEndsWithTheWindow() throws IOException {
        offer(write("deadlock.py", DEADLOCK));
        fire("#program-run");
        screen.until(() -> pid(output()) > 0);
        long pid = pid(output());
        screen.until(() -> advice().contains("2 tasks have not ended"));
        assertThat(advice())
                .contains("take() #1 waits for a lock, a place or an item (Lock of deadlock.py:3)")
                .contains("take() #2 waits");
        assertThat(screen.status()).startsWith("Running");

        robot.interact(window::close);
        screen.until(() -> !isAlive(pid));
    }

    /** Takes minutes, so it runs only with {@code mvn -Psoak verify}. */
    @Test
    @Tag("soak")
    @Timeout(900)
    void aHundredProgramsOneAfterTheOtherLeaveNobody() throws IOException {
        Set<Long> pids = new HashSet<>();
        for (int n = 0; n < 100; n++) {
            offer(write("endless" + n + ".py", ENDLESS));
            fire("#program-run");
            screen.until(() -> pid(output()) > 0 && !pids.contains(pid(output())));
            long pid = pid(output());
            pids.add(pid);
            fire("#stop");
            awaitEnd("Stopped");
            screen.until(() -> !isAlive(pid));
        }
    }
}
