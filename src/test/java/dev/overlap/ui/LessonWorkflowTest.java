package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.chart.Timeline;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonCatalog;
import dev.overlap.persistence.WindowState;
import dev.overlap.ui.run.CodeLine;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
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
            asks-for-guess: true
            look-at: The stairs.
            explanation: Each wait begins where the one before ends.
            notes: Two minutes.
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
        robot.clickOn("#lesson-compare").push(KeyCode.F5);
        windowRobot.until(this::isCompared);

        assertThat(windowRobot.text("#conclusion"))
                .contains("\"Threads\" was the fastest", "as sequential", "10 %");
        file = folder.resolve("comparison.png");
        robot.push(KeyCode.CONTROL, KeyCode.E);
        windowRobot.until(() -> windowRobot.status().startsWith("Saved"));
        assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(2 * 1280);
        type("#lesson-guess-sequential", "3 s"); // too late for the finished measurement
        file = folder.resolve("comparison.csv");
        choose("#compare-export", "compare-export-csv");
        windowRobot.until(
                () ->
                        windowRobot.status().contains("comparison.csv")
                                && windowRobot.status().startsWith("Saved"));
        List<String> csv = Files.readAllLines(file);
        assertThat(csv).hasSize(1 + 2 * 2);
        assertThat(guesses(csv)).containsExactlyInAnyOrder("400.000", "400.000", "", "");
    }

    @Test
    void variantOfAComparisonOpensAsAFullTimelineAndReplays() throws Exception {
        openOwnLesson();
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

    @Test
    void explanationAndNotesAreCollapsedAtFirst() throws Exception {
        openOwnLesson();
        TitledPane explanation = robot.lookup("#lesson-explanation").queryAs(TitledPane.class);
        assertThat(explanation.isExpanded()).isFalse();
        assertThat(robot.lookup("#lesson-notes").queryAs(TitledPane.class).isExpanded()).isFalse();
        robot.clickOn("#lesson-explanation .title");

        assertThat(explanation.isExpanded()).isTrue();
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
