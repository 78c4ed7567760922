package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.chart.Timeline;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonCatalog;
import dev.overlap.persistence.WindowState;
import dev.overlap.render.RowGrouping;
import dev.overlap.ui.run.CodeLine;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/** Checks the workflows of a teacher, with the real lab and engine. */
@ExtendWith(ApplicationExtension.class)
class LessonWorkflowTest {

    private static final String OWN_LESSON =
            """
            title: Three short waits
            question: How long do three waits of 250 ms take?
            sites: |
              lab:/delay/250 x3
            models: [sequential, threads]
            runs: 2
            look-at:
              - say: The second wait begins where the first has ended.
                select: 2
                rows: workers
                zoom: 200ms-600ms
                at: 300ms
              - say: There is nothing else.
            explanation: |
              One thread took {wall.sequential}. With a thread each it took {wall.threads}.
            take-home: One thread waits for one thing at a time.
            expect:
              - wall(sequential) > 700ms
            notes: Ask why.
            """;

    @TempDir private Path folder;
    private final ExecutorService background = Executors.newCachedThreadPool();
    private final List<WindowState> kept = new ArrayList<>();
    private Path file;
    private EngineHost engineHost;
    private MainWindow window;
    private FxRobot robot;
    private WindowRobot windowRobot;

    @Start
    void start(Stage stage) throws IOException {
        file = Files.writeString(folder.resolve("own.yaml"), OWN_LESSON);
        engineHost = new EngineHost(background);
        window =
                new MainWindow(
                        new MainWindow.Services(
                                engineHost, background, (_, _) -> file, _ -> file, _ -> file),
                        new WindowStateHolder(WindowState.DEFAULT, kept::add));
        window.watch(engineHost.lab());
        stage.setScene(window.scene());
        stage.setWidth(1000);
        stage.setHeight(900);
        stage.show();
    }

    @BeforeEach
    void setUp(FxRobot robot) {
        this.robot = robot;
        windowRobot = new WindowRobot(robot);
    }

    @AfterEach
    void close() {
        robot.interact(window::close);
        engineHost.close();
        background.shutdown();
    }

    @Test
    void newUserIsOfferedTheFirstLessonAndCanRunWithoutIt() throws Exception {
        assertThat(windowRobot.text("#lesson-title"))
                .isEqualTo(LessonCatalog.all().getFirst().title());
        assertThat(windowRobot.isDisabled("#run")).isFalse();
        robot.push(KeyCode.F5);
        windowRobot.until(() -> windowRobot.status().startsWith("Finished"));

        assertThat(windowRobot.text("#lesson-title"))
                .isEqualTo(LessonCatalog.all().getFirst().title());
    }

    @Test
    void lessonIsOpenedGuessedComparedConcludedAndExported() throws Exception {
        openOwnLesson();
        type("#lesson-guess-sequential", "400 ms");
        type("#lesson-guess-threads", "300 ms");
        robot.clickOn("#lesson-compare").push(KeyCode.F5);
        windowRobot.until(this::isCompared);

        assertThat(windowRobot.text("#conclusion"))
                .contains("\"Threads\" was the fastest", "as sequential", "10 %");
        file = folder.resolve("comparison.png");
        robot.push(KeyCode.CONTROL, KeyCode.E);
        windowRobot.until(() -> windowRobot.status().startsWith("Saved"));
        assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(2 * 1280);
        robot.clickOn("#step-guess");
        type("#lesson-guess-sequential", "3 s"); // too late for the finished measurement
        file = folder.resolve("comparison.csv");
        choose("#compare-export", "compare-export-csv");
        windowRobot.until(
                () ->
                        windowRobot.status().contains("comparison.csv")
                                && windowRobot.status().startsWith("Saved"));
        List<String> csv = Files.readAllLines(file);
        assertThat(csv).hasSize(1 + 2 * 2);
        assertThat(guesses(csv))
                .containsExactlyInAnyOrder("400.000", "400.000", "300.000", "300.000");
    }

    @Test
    void variantOfAComparisonOpensAsAFullTimelineAndReplays() throws Exception {
        openOwnLesson();
        robot.clickOn("#lesson-skip");
        robot.clickOn("#lesson-compare").push(KeyCode.F5);
        windowRobot.until(this::isCompared);
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        windowRobot.until(() -> windowRobot.timeline().traceProperty().get() != null);

        assertThat(windowRobot.shows("#compare-view")).isFalse();
        assertThat(windowRobot.status()).startsWith("Finished \u00b7 3 answered \u00b7 ");
        robot.write(",");
        windowRobot.until(() -> windowRobot.timeline().playheadProperty().get() != Timeline.FOLLOW);
    }

    @Test
    void escStopsAComparisonAndThenClosesIt() throws Exception {
        robot.clickOn("#compare");
        windowRobot.until(() -> windowRobot.shows("#compare-view"));
        robot.push(KeyCode.F5);
        windowRobot.until(() -> windowRobot.text("#compare-progress").startsWith("Run 1 of 15"));
        assertThat(windowRobot.isDisabled("#compare-stop")).isFalse();
        robot.push(KeyCode.ESCAPE);
        windowRobot.until(
                () ->
                        windowRobot.isDisabled(
                                "#compare-stop")); // until then, Esc would stop it again
        assertThat(windowRobot.text("#compare-progress")).doesNotStartWith("Run ");
        assertThat(windowRobot.shows("#compare-view")).isTrue();
        robot.push(KeyCode.ESCAPE);

        assertThat(windowRobot.shows("#compare-view")).isFalse();
        assertThat(windowRobot.isDisabled("#run")).isFalse();
    }

    @Test
    void sweepConcludesWithTheKnee() throws Exception {
        openOwnLesson();
        robot.clickOn("#lesson-skip");
        robot.clickOn("#compare").clickOn("#compare-workers-mode");
        robot.push(KeyCode.F5);
        windowRobot.until(this::isCompared);

        assertThat(windowRobot.text("#conclusion")).containsPattern("\\d+ workers?");
        assertThat(windowRobot.look(() -> windowRobot.node("#sweep").getAccessibleText()))
                .contains("1 worker: ", "2 workers: ");
    }

    @Test
    void ownListIsRestoredAfterALessonAndIsTheOnlyOneSaved() throws Exception {
        List<?> before = List.copyOf(robot.lookup("#sites").queryListView().getItems());
        openOwnLesson();
        assertThat(robot.lookup("#sites").queryListView().getItems()).hasSize(1);
        robot.clickOn("#page-run"); // saved, unlike the lesson's list
        assertThat(kept).isNotEmpty();
        robot.clickOn("#page-lesson").clickOn("#lesson-end");

        ListView<?> sites = robot.lookup("#sites").queryListView();
        assertThat(List.<Object>copyOf(sites.getItems())).isEqualTo(before);
        assertThat(kept).allMatch(state -> state.sites().equals(WindowState.DEFAULT.sites()));
    }

    @Test
    void lessonSetsWorkersAndRunsAndRestoresTheWorkers() throws Exception {
        Files.writeString(file, OWN_LESSON + "settings:\n  workers: 3\n");
        Spinner<?> workers = robot.lookup("#workers").queryAs(Spinner.class);
        robot.interact(() -> workers.getEditor().setText("7"));
        robot.interact(workers::commitValue);

        openOwnLesson();
        assertThat(workers.getValue()).isEqualTo(3);
        robot.clickOn("#compare");
        assertThat(robot.lookup("#compare-runs").queryAs(Spinner.class).getValue()).isEqualTo(2);
        robot.push(KeyCode.ESCAPE);
        robot.clickOn("#lesson-end");

        assertThat(workers.getValue()).isEqualTo(7);
    }

    /** The whole lesson: nothing runs before the guess, and nothing is said before the run. */
    @Test
    void aLessonIsGuessedWatchedLookedAtAndExplained() throws Exception {
        openOwnLesson();
        robot.push(KeyCode.F5);
        windowRobot.until(() -> windowRobot.text("#lesson-message").startsWith("Guess first"));
        assertThat(windowRobot.status()).contains("\"Sequential\", \"Threads\"", "skip");
        assertThat(focused("#lesson-guess-sequential")).isTrue();
        robot.write("400 ms").push(KeyCode.ENTER);
        robot.clickOn("#lesson-run");
        assertThat(windowRobot.text("#lesson-message")).contains("under \"Threads\"");
        robot.clickOn("#step-why");
        assertThat(windowRobot.text("#lesson-message")).contains("has been run");
        robot.clickOn("#lesson-guess-threads").write("300 ms");
        assertThat(said()).noneMatch(this::isAnswer);
        robot.push(KeyCode.F5); // which keeps what is being typed
        windowRobot.until(() -> windowRobot.timeline().traceProperty().get() != null);
        assertThat(said()).noneMatch(this::isAnswer);
        windowRobot.until(() -> windowRobot.has("#lesson-to-look"));
        assertThat(windowRobot.text("#lesson-truth-sequential"))
                .startsWith("guess 400 ms: ")
                .endsWith("too short");
        assertThat(said()).noneMatch(this::isAnswer);

        robot.clickOn("#lesson-to-look").clickOn("#lesson-look-1");
        windowRobot.until(() -> windowRobot.timeline().playheadProperty().get() == 300_000_000);
        assertThat(windowRobot.timeline().selectedTaskProperty().get()).isEqualTo(1);
        assertThat(windowRobot.timeline().groupingProperty().get()).isEqualTo(RowGrouping.WORKERS);
        assertThat(windowRobot.timeline().windowProperty().get().includes(200_000_000)).isTrue();
        assertThat(windowRobot.timeline().windowProperty().get().includes(100_000_000)).isFalse();
        assertThat(windowRobot.node("#lesson-look-2")).isNotInstanceOf(Button.class);
        assertThat(said()).noneMatch(sentence -> sentence.contains("One thread"));

        robot.clickOn("#lesson-to-why");
        assertThat(windowRobot.text("#lesson-explanation-1"))
                .startsWith("One thread took ")
                .doesNotContain("With a thread each"); // which has not run
        assertThat(windowRobot.text("#lesson-take-home"))
                .isEqualTo("One thread waits for one thing at a time.");
        assertThat(windowRobot.text("#lesson-result-threads")).endsWith("not run yet");
    }

    private boolean isAnswer(String sentence) {
        return sentence.contains("second wait")
                || sentence.contains("One thread")
                || sentence.contains("Ask why");
    }

    /** All texts and accessible texts of the window. */
    private List<String> said() {
        return windowRobot.look(
                () ->
                        WindowRobot.inSight(window.scene().getRoot())
                                .flatMap(LessonWorkflowTest::texts)
                                .toList());
    }

    private static Stream<String> texts(Node node) {
        String visible = node instanceof Labeled labeled ? labeled.getText() : null;
        return Stream.of(visible, node.getAccessibleText()).filter(Objects::nonNull);
    }

    private boolean focused(String query) {
        return windowRobot.look(() -> windowRobot.node(query).isFocused());
    }

    @Test
    void aLessonIsComparedWithoutAGuessAndItsPlacesAreInTheRunOfTheFirstModel() throws Exception {
        openOwnLesson();
        robot.clickOn("#lesson-skip").clickOn("#lesson-compare");
        windowRobot.until(() -> windowRobot.shows("#compare-view"));
        robot.clickOn("#lesson-compare");
        windowRobot.until(() -> windowRobot.has("#lesson-to-look"));
        assertThat(windowRobot.text("#lesson-truth-threads")).isEqualTo("median of 2 runs");
        robot.clickOn("#lesson-to-look").clickOn("#lesson-to-why");
        assertThat(windowRobot.text("#lesson-explanation-1")).contains("With a thread each it");
        assertThat(windowRobot.shows("#compare-view")).as("in the same view").isTrue();
        robot.clickOn("#step-look").clickOn("#lesson-look-1");

        windowRobot.until(() -> !windowRobot.shows("#compare-view"));
        assertThat(windowRobot.shows("#compare-return")).as("the way back").isTrue();
        assertThat(windowRobot.timeline().selectedTaskProperty().get()).isEqualTo(1);
        assertThat(windowRobot.timeline().playheadProperty().get()).isEqualTo(300_000_000);
        assertThat(windowRobot.shows("#lesson-look-1")).as("the lesson stays in sight").isTrue();
        assertThat(focused("#lesson-look-1")).isTrue();
    }

    @Test
    void anOldLessonAsksForNoGuessUnlessItSaysSo() throws Exception {
        Files.writeString(
                file,
                """
                title: Three short waits
                question: How long?
                sites: |
                  lab:/delay/9
                models: [sequential]
                look-at: The stairs.
                explanation: Each wait begins where the one before ends.
                """);
        openOwnLesson();
        assertThat(windowRobot.has("#step-guess")).isFalse();
        robot.push(KeyCode.F5);
        windowRobot.until(() -> windowRobot.has("#lesson-to-look"));
        robot.clickOn("#lesson-to-look");

        assertThat(windowRobot.text("#lesson-look-1")).isEqualTo("The stairs.");
        assertThat(windowRobot.node("#lesson-look-1")).isNotInstanceOf(Button.class);
    }

    @Test
    void aRunOfAnotherListIsNoneOfTheLesson() throws Exception {
        openOwnLesson();
        robot.clickOn("#lesson-skip");
        robot.clickOn("#add-site").write("lab:/delay/8").push(KeyCode.ENTER).push(KeyCode.F5);
        windowRobot.until(() -> windowRobot.has("#lesson-set-up"));
        assertThat(windowRobot.has("#lesson-to-look")).isFalse();
        robot.clickOn("#lesson-set-up").push(KeyCode.F5);
        windowRobot.until(() -> windowRobot.has("#lesson-to-look"));

        assertThat(robot.lookup("#sites").queryListView().getItems()).hasSize(1);
    }

    @Test
    void aLessonIsMadeOfTheListSavedCheckedAndReadAgainWhenItsFileChanges() throws Exception {
        robot.interact(() -> windowRobot.timeline().selectedTaskProperty().set(1));
        choose("#lesson", "lesson-new");
        fill("models", "threads");
        fire("new-lesson-save");
        assertThat(windowRobot.text("#new-lesson-problems"))
                .contains("\"title\" is empty.", "\"question\" is empty.");

        fill("title", "Mine");
        fill("question", "How long?");
        fill("look-1", "All begin at once.");
        tie("look-1-place-task");
        fill("why", "It took {wall.threads}.");
        fill("claims", "failed(threads) = 0\ntasks(threads) = 99");
        assertThat(said())
                .as("the preview")
                .contains("1. Guess", "How long?", "All begin at once. (Task 2)");
        fire("new-lesson-save");
        windowRobot.until(() -> windowRobot.has("#new-lesson-check-2"));
        assertThat(windowRobot.text("#new-lesson-check-state"))
                .startsWith("A claim does not hold.");
        assertThat(windowRobot.text("#new-lesson-check-1")).isEqualTo("Holds: failed(threads) = 0");
        assertThat(windowRobot.text("#new-lesson-check-2-figures")).isEqualTo("tasks(threads) = 6");
        assertThat(windowRobot.text("#new-lesson-save")).startsWith("Save anyway");
        fire("new-lesson-back");
        fill("claims", "failed(threads) = 0");
        fire("new-lesson-save");
        windowRobot.until(() -> windowRobot.text("#new-lesson-check-state").contains("hold on"));
        assertThat(windowRobot.timeline().traceProperty().get()).as("not shown").isNull();
        fire("new-lesson-save");

        windowRobot.until(() -> windowRobot.has("#lesson-title")); // a selected task had its page
        assertThat(windowRobot.text("#lesson-title")).isEqualTo("Mine");
        assertThat(windowRobot.shows("#new-lesson")).isFalse();
        assertThat(Files.readString(file))
                .contains("title: Mine", "- failed(threads) = 0", "select: '2'");

        Files.writeString(file, Files.readString(file).replace("Mine", "Another title"));
        windowRobot.until(() -> windowRobot.text("#lesson-title").equals("Another title"));
        Files.writeString(file, "title: A title and nothing else\n");
        windowRobot.until(() -> windowRobot.status().contains("is not a valid lesson now: line 1"));
        assertThat(windowRobot.text("#lesson-title")).isEqualTo("Another title");
    }

    private void fire(String button) {
        robot.interact(() -> windowRobot.find("#" + button, Button.class).fire());
    }

    /** Ties a sentence to what the chart shows. */
    private void tie(String item) {
        MenuButton menu =
                windowRobot.find(
                        "#new-lesson-" + item.substring(0, item.lastIndexOf('-')),
                        MenuButton.class);
        CheckMenuItem tie =
                menu.getItems().stream()
                        .filter(it -> it.getId().endsWith(item))
                        .map(CheckMenuItem.class::cast)
                        .findFirst()
                        .orElseThrow();
        robot.interact(
                () -> {
                    tie.setSelected(true);
                    tie.fire();
                });
    }

    private void fill(String field, String words) {
        robot.interact(
                () ->
                        windowRobot
                                .find("#new-lesson-" + field, TextInputControl.class)
                                .setText(words));
    }

    @Test
    void invalidLessonIsReportedLineByLine() throws Exception {
        Files.writeString(
                file, OWN_LESSON.replace("lab:/delay/250", "htp://a").replace("runs", "runz"));
        choose("#lesson", "lesson-file");
        windowRobot.until(() -> windowRobot.shows("#lesson-problems"));

        assertThat(robot.lookup("#lesson-problems .label").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("Line 4", "Line 6");
        robot.push(KeyCode.ESCAPE);
        assertThat(windowRobot.shows("#lesson-problems")).isFalse();
    }

    @Test
    void everyLessonOpensFromTheMenu() {
        for (Lesson lesson : LessonCatalog.all()) {
            choose("#lesson", "lesson-" + lesson.id());
            assertThat(windowRobot.text("#lesson-title")).isEqualTo(lesson.title());
            assertThat(windowRobot.text("#lesson-question")).isEqualTo(lesson.question());
            assertThat(List.<Object>copyOf(robot.lookup("#sites").queryListView().getItems()))
                    .isEqualTo(lesson.sites().lines());
        }
    }

    @Test
    void currentLineOfTheSelectedTaskIsMarkedDuringReplay() throws Exception {
        openOwnLesson();
        robot.clickOn("#lesson-skip");
        robot.push(KeyCode.F5);
        windowRobot.until(() -> windowRobot.status().startsWith("Finished"));
        robot.clickOn("#page-code");
        robot.clickOn("#timeline").push(KeyCode.UP).push(KeyCode.UP);
        windowRobot.until(() -> windowRobot.text("#code-where").startsWith("This task has ended"));
        robot.interact(() -> window.replay().seek(100_000_000));
        windowRobot.until(() -> windowRobot.text("#code-where").equals("Now: wait"));

        windowRobot.until(() -> markedLine().contains("requests.get"));
    }

    @Test
    void guessOnTheTimeAxisAndInItsFieldAreTheSame() throws Exception {
        openOwnLesson();
        type("#guess", "300 ms");
        windowRobot.until(() -> windowRobot.timeline().guessProperty().get() == 300_000_000);
        assertThat(robot.lookup("#lesson-guess-sequential").queryAs(TextField.class).getText())
                .isEqualTo("300 ms");
        type("#guess", "never");

        assertThat(windowRobot.status()).startsWith("\"never\" is not a duration");
        assertThat(windowRobot.timeline().guessProperty().get()).isEqualTo(300_000_000);
    }

    @Test
    void projectorModeEnlargesTheChartAndHidesThePanes() throws Exception {
        robot.push(KeyCode.F8);
        windowRobot.until(
                () -> windowRobot.timeline().scaleProperty().get() == ProjectorMode.SCALE);
        assertThat(windowRobot.has("#sites")).isFalse();
        robot.push(KeyCode.F10);
        assertThat(windowRobot.has("#lesson-title")).isTrue();
        robot.push(KeyCode.F8);
        windowRobot.until(() -> windowRobot.timeline().scaleProperty().get() == 1);

        assertThat(windowRobot.has("#sites")).isTrue();
        robot.clickOn("#theme").clickOn("#theme"); // saved, unlike the hidden panes
        assertThat(kept).isNotEmpty();
        assertThat(kept).allMatch(state -> state.preferences().hidden().isEmpty());
    }

    /** The guesses in the table of a comparison, one per run. */
    private static List<String> guesses(List<String> csv) {
        int column = List.of(csv.getFirst().split(",", -1)).indexOf("guess_ms");
        return csv.stream().skip(1).map(line -> line.split(",", -1)[column]).toList();
    }

    private void openOwnLesson() {
        choose("#lesson", "lesson-file");
        windowRobot.until(() -> windowRobot.text("#lesson-title").equals("Three short waits"));
    }

    private boolean isCompared() {
        Button run = robot.lookup("#compare-run").queryButton();
        return run.getText().equals("Run again") && !run.isDisabled();
    }

    private void choose(String menu, String id) {
        MenuItem item =
                robot.lookup(menu).queryAs(MenuButton.class).getItems().stream()
                        .flatMap(LessonWorkflowTest::leaves)
                        .filter(it -> id.equals(it.getId()))
                        .findFirst()
                        .orElseThrow();
        robot.interact(item::fire);
    }

    private static Stream<MenuItem> leaves(MenuItem item) {
        return item instanceof Menu menu ? menu.getItems().stream() : Stream.of(item);
    }

    private void type(String field, String text) {
        robot.clickOn(field).push(KeyCode.CONTROL, KeyCode.A).write(text).push(KeyCode.ENTER);
    }

    /** The text of the marked line, or empty if none is. */
    private String markedLine() {
        return robot.lookup("#code .code-line").queryAllAs(CodeLine.class).stream()
                .filter(LessonWorkflowTest::isMarked)
                .findFirst()
                .map(line -> line.getItem().text())
                .orElse("");
    }

    private static boolean isMarked(Node line) {
        return line.getPseudoClassStates().contains(PseudoClass.getPseudoClass("now"));
    }
}
