package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.overlap.chart.Timeline;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.persistence.WindowPreferences;
import dev.overlap.persistence.WindowState;
import dev.overlap.plan.Plan;
import dev.overlap.plan.RunRules;
import dev.overlap.plan.SampleLists;
import dev.overlap.plan.Settings;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.timeline.GuessMarks;
import dev.overlap.text.DurationFormat;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.ResourceTrack.Purpose;
import dev.overlap.trace.TraceRecorder;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.ui.replay.PlaybackSpeed;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

@ExtendWith(ApplicationExtension.class)
class MainWindowTest {

    private static final int WAIT_COLOUR = 0xFF56B4E9;
    private static final int DARK_GROUND = 0xFF14171C;

    /** Without preferences, the lesson page would hide the run page. */
    private static final WindowState STARTED_BEFORE =
            WindowState.DEFAULT.withLooks(WindowPreferences.DEFAULT.withPage("run"));

    @TempDir private Path folder;
    private final FakeRunner runner = new FakeRunner();
    private final ExecutorService background = Executors.newCachedThreadPool();
    private Path file = Path.of("never-asked.png");
    private final List<WindowState> kept = new ArrayList<>();
    private MainWindow window;
    private FxRobot robot;
    private WindowRobot windowRobot;

    @Start
    void start(Stage stage) {
        window =
                new MainWindow(
                        new MainWindow.Services(
                                runner, background, (_, _) -> file, _ -> file, _ -> file),
                        new WindowStateHolder(STARTED_BEFORE, kept::add));
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
        background.shutdown();
    }

    @Test
    void repeatedRunCommandsStartOneRun() throws Exception {
        Button run = robot.lookup("#run").queryButton();
        robot.interact(
                () -> {
                    run.fire();
                    run.fire();
                });
        robot.push(KeyCode.F5);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        windowRobot.until(() -> windowRobot.status().startsWith("Running"));
        robot.push(KeyCode.F5);
        runner.runs().getFirst().allAnswered();
        windowRobot.until(() -> windowRobot.status().startsWith("Finished"));

        assertThat(runner.runs()).hasSize(1);
        assertThat(windowRobot.isDisabled("#run")).isFalse();
    }

    @Test
    void runIsStartedOffTheJavaFxThread() throws Exception {
        FakeRun run = begin();

        assertThat(runner.threads()).noneMatch(thread -> thread.getName().contains("JavaFX"));
        assertThat(run.plan().model()).isEqualTo("event-loop");
        assertThat(run.plan().tasks()).hasSize(6);
    }

    @Test
    void barsAppearWhileItRuns() throws Exception {
        begin().allWait();

        windowRobot.until(() -> shows(WAIT_COLOUR));
        windowRobot.until(
                () -> windowRobot.status().startsWith("Running \u00b7 0 of 6 tasks ended"));
    }

    @Test
    void endOfTheRunIsShownInStatusAndStatistics() throws Exception {
        begin().allWait().allAnswered();
        windowRobot.until(
                () -> windowRobot.status().startsWith("Finished \u00b7 6 answered \u00b7"));

        windowRobot.until(() -> windowRobot.text("#number-answered").equals("6 of 6"));
        assertThat(windowRobot.text("#number-peak")).isEqualTo("6");
        assertThat(windowRobot.text("#number-threads")).isEqualTo("1 loop");
        assertThat(windowRobot.text("#number-helpers")).isEqualTo("+ 2 helpers: timer, resolver");
        assertThat(windowRobot.text("#number-gain")).startsWith("\u2248 ").endsWith("(derived)");
        assertThat(windowRobot.isDisabled("#run")).isFalse();
    }

    @Test
    void windowOffersToMeasureASpeedUpThatCannotBeDerived() throws Exception {
        begin().allWait().allAnswered();
        windowRobot.until(
                () -> windowRobot.status().startsWith("Finished \u00b7 6 answered \u00b7"));
        windowRobot.until(() -> windowRobot.text("#number-gain").endsWith("(derived)"));
        assertThat(windowRobot.shows("#measure-gain")).isFalse();

        robot.push(KeyCode.F5);
        windowRobot.until(() -> runner.runs().size() == 2);
        runner.runs().get(1).allWait().cancel();
        windowRobot.until(() -> windowRobot.shows("#measure-gain"));
        assertThat(windowRobot.text("#number-gain")).isEqualTo("\u2013");
        assertThat(windowRobot.text("#number-work")).isEqualTo("\u2013");
        robot.interact(windowRobot.find("#measure-gain", Hyperlink.class)::fire);

        windowRobot.until(() -> runner.runs().size() == 3);
        assertThat(runner.runs().get(2).plan().model()).isEqualTo("sequential");
        runner.runs().get(2).allWait().allAnswered();
        windowRobot.until(() -> runner.runs().size() == 4);
        assertThat(runner.runs().get(3).plan().model()).isEqualTo("event-loop");
    }

    @Test
    void stopCancelsTheRun() throws Exception {
        FakeRun run = begin().allWait();
        robot.clickOn("#stop");

        windowRobot.until(
                () ->
                        windowRobot
                                .status()
                                .startsWith("Stopped \u00b7 0 answered, 6 cancelled \u00b7"));
        assertThat(run.trace().task(5).outcome()).isEqualTo(new Outcome.Cancelled());
    }

    @Test
    void escStopsTheRun() throws Exception {
        begin().allWait();
        robot.push(KeyCode.ESCAPE);

        windowRobot.until(() -> windowRobot.status().startsWith("Stopped"));
    }

    @Test
    void clickOnARowShowsWhatItsTaskWaitedFor() throws Exception {
        begin().allWait().allAnswered();
        windowRobot.until(() -> shows(WAIT_COLOUR));
        Bounds chart =
                windowRobot.timeline().localToScreen(windowRobot.timeline().getBoundsInLocal());
        robot.clickOn(new Point2D(chart.getMinX() + 40, chart.getMinY() + 69));

        windowRobot.until(() -> windowRobot.text("#details-label").equals("lab:/delay/1200"));
        assertThat(windowRobot.text("#details-summary")).startsWith("200");
        assertThat(robot.lookup("#details").lookup("wait").query().isVisible()).isTrue();
        assertThat(robot.lookup("#details").lookup("TLS").query().isVisible()).isFalse();
        assertThat(windowRobot.text("#details-waits")).startsWith("It was handed over after ");
    }

    @Test
    void arrowsSelectTheNextTask() throws Exception {
        begin().allWait();
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN);

        windowRobot.until(() -> windowRobot.text("#details-label").equals("lab:/delay/2400"));
    }

    @Test
    void spaceReplaysAFinishedRunAndEscEndsTheReplay() throws Exception {
        finishASlowRun();
        robot.interact(() -> window.replay().speedProperty().set(PlaybackSpeed.all().getFirst()));
        robot.push(KeyCode.SPACE);
        windowRobot.until(() -> windowRobot.status().startsWith("Replay"));
        assertThat(window.replay().playingProperty().get()).isTrue();
        robot.push(KeyCode.ESCAPE);

        // at this speed it would still be playing
        assertThat(windowRobot.timeline().playheadProperty().get()).isEqualTo(Timeline.FOLLOW);
        windowRobot.until(() -> windowRobot.status().startsWith("Finished"));
        assertThat(window.replay().playingProperty().get()).isFalse();
    }

    @Test
    void replayHidesLaterWorkersAndShowsTotalInvoluntarySwitches() {
        FakeRun run = begin().allWait();
        int late = run.recorder().addWorker("thread-1", WorkerTrack.Role.THREAD);
        run.recorder().forced(late, 7);
        run.allAnsweredAfter(1_000_000_000L);
        windowRobot.until(() -> windowRobot.text("#number-by-force").equals("7"));
        assertThat(windowRobot.text("#number-threads")).isEqualTo("1 thread + 1 loop");
        double before = run.trace().worker(late).startNanos() - 1;
        double playhead = before / run.trace().wallNanos();
        robot.interact(() -> robot.lookup("#replay").queryAs(Slider.class).setValue(playhead));

        windowRobot.until(() -> windowRobot.text("#number-threads").equals("1 loop"));
        assertThat(windowRobot.text("#number-by-force")).isEqualTo("7 in the whole run");
    }

    @Test
    void runKeepsTheGuessFromItsStart() {
        robot.clickOn("#guess").write("300 ms").push(KeyCode.ENTER);
        FakeRun run = begin().allWait();
        robot.clickOn("#guess").push(KeyCode.CONTROL, KeyCode.A).write("2 s").push(KeyCode.ENTER);
        run.allAnswered();

        windowRobot.until(() -> windowRobot.timeline().guessProperty().get() == 2_000_000_000L);
        assertThat(windowRobot.timeline().runGuessProperty().get()).isEqualTo(300_000_000L);
    }

    @Test
    void guessBelongsToTheSelectedModelNotToTheShownRun() {
        begin().allWait().allAnswered();
        choose("threads");
        robot.interact(() -> windowRobot.timeline().guessProperty().set(500_000_000L));

        assertThat(windowRobot.look(() -> windowRobot.find("#guess", TextField.class).getText()))
                .isEqualTo("500 ms");
        choose("event-loop");
        assertThat(windowRobot.timeline().guessProperty().get()).isEqualTo(GuessMarks.NO_GUESS);
        assertThat(windowRobot.timeline().runGuessProperty().get()).isEqualTo(GuessMarks.NO_GUESS);
    }

    @Test
    void draggedPlayheadShowsTheNumbersOfItsMoment() throws Exception {
        finishASlowRun();
        Slider playhead = robot.lookup("#replay").queryAs(Slider.class);
        robot.interact(() -> playhead.setValue(0.5));

        long wall = runner.runs().getFirst().trace().wallNanos();
        windowRobot.until(
                () ->
                        windowRobot
                                .status()
                                .startsWith("Replay at " + DurationFormat.instant(wall / 2, wall)));
        assertThat(windowRobot.text("#number-answered")).isEqualTo("0 of 6");
        assertThat(windowRobot.text("#number-wall")).isEqualTo(DurationFormat.text(wall / 2));
    }

    @Test
    void controlESavesAPictureThatHoldsTheBars() throws Exception {
        file = folder.resolve("run.png");
        begin().allWait().allAnswered();
        windowRobot.until(() -> windowRobot.status().startsWith("Finished"));
        robot.push(KeyCode.CONTROL, KeyCode.E);
        windowRobot.until(() -> windowRobot.status().equals("Saved " + file + "."));

        assertThat(holds(ImageIO.read(file.toFile()), WAIT_COLOUR)).isTrue();
    }

    @Test
    void menuSavesTheTable() throws Exception {
        file = folder.resolve("run.csv");
        begin().allWait().allAnswered();
        windowRobot.until(() -> windowRobot.status().startsWith("Finished"));
        robot.clickOn("#export").clickOn("#export-csv");
        windowRobot.until(() -> windowRobot.status().startsWith("Saved"));

        assertThat(Files.readAllLines(file)).hasSize(7);
    }

    @Test
    void missingFolderIsReported() throws Exception {
        file = folder.resolve("nowhere/run.png");
        begin().allWait().allAnswered();
        windowRobot.until(() -> windowRobot.status().startsWith("Finished"));
        robot.push(KeyCode.CONTROL, KeyCode.E);

        windowRobot.until(
                () ->
                        windowRobot.status().contains("nowhere")
                                && !windowRobot.status().startsWith("Writing"));
        assertThat(windowRobot.status()).endsWith(".").doesNotContain("Exception");
    }

    @Test
    void pictureIsCopiedToTheClipboard() throws Exception {
        begin().allWait().allAnswered();
        windowRobot.until(() -> windowRobot.status().startsWith("Finished"));
        robot.interact(() -> Clipboard.getSystemClipboard().clear());
        robot.clickOn("#export").clickOn("#export-copy");

        windowRobot.until(() -> windowRobot.status().equals("The picture is on the clipboard."));
        Image copied = windowRobot.look(() -> Clipboard.getSystemClipboard().getImage());
        assertThat(copied.getWidth()).isEqualTo(2 * 1280);
        assertThat(holds(copied, WAIT_COLOUR)).isTrue();
    }

    @Test
    void themeButtonTurnsTheWindowDarkAndBack() throws Exception {
        begin().allWait();
        windowRobot.until(() -> shows(WAIT_COLOUR));
        assertThat(shows(DARK_GROUND)).isFalse();
        robot.clickOn("#theme");
        windowRobot.until(() -> shows(DARK_GROUND));
        robot.clickOn("#theme");
        windowRobot.until(() -> !shows(DARK_GROUND));
    }

    @Test
    void questionMarkShowsTheKeysButNotWhileTyping() throws Exception {
        robot.clickOn("#add-site").write("?");
        assertThat(windowRobot.shows("#help-over")).isFalse();
        robot.clickOn("#timeline").write("?");

        windowRobot.until(() -> windowRobot.shows("#help-over"));
        robot.push(KeyCode.ESCAPE);
        windowRobot.until(() -> !windowRobot.shows("#help-over"));
    }

    @Test
    void workersAreDisabledIfTheModelHasNone() {
        choose("sequential");
        assertThat(windowRobot.isDisabled("#workers")).isTrue();
        choose("thread-pool");
        assertThat(windowRobot.isDisabled("#workers")).isFalse();
    }

    @Test
    void tooltipOfTheWorkersExplainsTheDefaultOfTheModel() {
        choose("thread-pool");
        assertThat(robot.lookup("#workers").queryAs(Spinner.class).getTooltip().getText())
                .isEqualTo("Left empty, the pool has 4 threads.");
        choose("virtual-threads");
        assertThat(robot.lookup("#workers").queryAs(Spinner.class).getTooltip().getText())
                .startsWith("Left empty, any number of tasks run at once");
    }

    @Test
    void rulesArePartOfThePlanAndSaved() throws Exception {
        robot.clickOn("#interpreter-lock").clickOn("#first-failure-cancels");

        assertThat(begin().plan().settings().rules()).isEqualTo(new RunRules(true, true, false));
        assertThat(kept.getLast().settings().rules()).isEqualTo(new RunRules(true, true, false));
    }

    @Test
    void statisticsThatDoNotApplyAreHidden() throws Exception {
        assertThat(windowRobot.shows("#workers-table")).isFalse();
        begin().allWait().allAnswered();
        windowRobot.until(() -> windowRobot.text("#number-answered").equals("6 of 6"));

        for (String id : new String[] {"start-up", "processes", "by-choice", "computed", "cpu"}) {
            assertThat(line("#number-" + id).isVisible()).as(id).isFalse();
        }
        assertThat(windowRobot.text("#number-by-force")).isEqualTo("not reported here");
    }

    @Test
    void rowsOfTheStatisticsDoNotOverlap() throws Exception {
        begin().allWait().allAnswered();
        windowRobot.until(() -> windowRobot.text("#number-answered").equals("6 of 6"));
        robot.interact(() -> window.scene().getRoot().layout());

        List<Node> lines =
                robot.lookup(".number-lines").queryAs(VBox.class).getChildren().stream()
                        .filter(Node::isManaged)
                        .toList();
        assertThat(lines).hasSizeGreaterThan(8);
        for (int i = 1; i < lines.size(); i++) {
            assertThat(lines.get(i).getBoundsInParent().getMinY())
                    .isGreaterThanOrEqualTo(lines.get(i - 1).getBoundsInParent().getMaxY());
        }
    }

    @Test
    void computedTasksAreNotCalledAnswered() throws Exception {
        robot.clickOn("lab:/delay/1200").push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
        robot.clickOn("#add-site").write("cpu:10ms x2").push(KeyCode.ENTER);
        FakeRun run = begin();
        windowRobot.until(() -> windowRobot.text("#number-computed").equals("0 of 2"));
        run.recorder().enter(0, Phase.COMPUTE);
        run.recorder().cpu(0, 10_000_000);
        run.recorder().end(0, new Outcome.Computed());

        windowRobot.until(() -> windowRobot.text("#number-computed").equals("1 of 2"));
        assertThat(line("#number-answered").isVisible()).isFalse();
        assertThat(windowRobot.text("#number-cpu")).isEqualTo("10 ms");
    }

    @Test
    void startUpAndProcessesAreShownIfThereAreAny() throws Exception {
        FakeRun run = begin();
        int process = run.recorder().addWorker("process-1", WorkerTrack.Role.PROCESS);
        run.recorder().starts(process, -1);
        windowRobot.until(() -> line("#number-start-up").isVisible());

        assertThat(line("#number-without-start-up").isVisible()).isTrue();
        assertThat(windowRobot.text("#number-processes")).isEqualTo("1");
        assertThat(windowRobot.text("#number-threads")).isEqualTo("1 loop");
    }

    @Test
    void eachWorkerHasARowThatFollowsThePlayhead() throws Exception {
        FakeRun run = begin().allWait();
        long zero = run.recorder().zeroNanoTime();
        run.recorder().busy(0, 3, zero + 100_000_000);
        run.recorder().idle(0, zero + 350_000_000);
        run.allAnsweredAfter(1_000_000_000L);
        windowRobot.until(() -> windowRobot.status().startsWith("Finished"));
        assertThat(cells()).startsWith("loop-1", "1", "250", "\u2013").endsWith("\u2013");
        Slider playhead = robot.lookup("#replay").queryAs(Slider.class);
        double wall = run.trace().wallNanos();
        robot.interact(() -> playhead.setValue(200_000_000 / wall));

        windowRobot.until(() -> cells().get(2).equals("100"));
        robot.interact(() -> playhead.setValue(50_000_000 / wall));
        windowRobot.until(() -> cells().get(1).equals("0"));
    }

    private List<String> cells() {
        return windowRobot.look(
                () ->
                        Stream.of("worker", "tasks", "busy", "waiting", "idle", "cpu")
                                .map(column -> windowRobot.text("#" + column + "-0"))
                                .toList());
    }

    @Test
    void sixteenWorkersHaveRowsAndTheOthersAreCounted() throws Exception {
        FakeRun run = begin();
        for (int i = 0; i < 20; i++) {
            run.recorder().addWorker("thread-" + i, WorkerTrack.Role.THREAD);
        }
        windowRobot.until(() -> windowRobot.text("#workers-more").equals("and 5 more"));

        assertThat(windowRobot.shows("#worker-15")).isTrue();
        assertThat(windowRobot.has("#worker-16")).isFalse();
    }

    private Node line(String number) {
        return windowRobot.node(number).getParent();
    }

    @Test
    void modelAndWorkersArePartOfThePlan() throws Exception {
        choose("thread-pool");
        robot.doubleClickOn("#workers .text-field").write("7");

        Plan plan = begin().plan();
        assertThat(plan.model()).isEqualTo("thread-pool");
        assertThat(plan.settings()).isEqualTo(Settings.DEFAULT.withWorkers(7));
    }

    @Test
    void listWithNothingToRunSaysSo() throws Exception {
        robot.clickOn("lab:/delay/1200").push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
        robot.clickOn("#run");

        windowRobot.until(() -> windowRobot.status().startsWith("There is nothing to run."));
        assertNothingRuns();
    }

    @Test
    void listIsSavedAndOpenedAgain() throws Exception {
        file = folder.resolve("mine.sites");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        windowRobot.until(() -> windowRobot.status().startsWith("Saved "));
        String saved = Files.readString(file);
        robot.clickOn("#list-menu").clickOn("#new-sites");
        assertThat(windowRobot.shows(".empty-state")).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.O);

        windowRobot.until(() -> windowRobot.status().startsWith("Opened "));
        assertThat(saved).isEqualTo(SampleLists.greeting().text());
        assertThat(begin().plan().sites()).isEqualTo(SampleLists.greeting());
    }

    @Test
    void manyRequestsToAnotherServerNeedConfirmationAndCancelSendsNone() throws Exception {
        robot.clickOn("#add-site").write("a.example x101").push(KeyCode.ENTER);
        robot.push(KeyCode.F5);
        windowRobot.until(() -> windowRobot.shows("#question"));
        assertThat(windowRobot.text("#question-counts")).contains("101 requests to a.example");
        robot.push(KeyCode.F5).push(KeyCode.ENTER);

        assertThat(windowRobot.shows("#question")).isFalse();
        assertNothingRuns();
    }

    /** The button is disabled as soon as a run is requested. */
    private void assertNothingRuns() {
        assertThat(windowRobot.isDisabled("#run")).isFalse();
        assertThat(windowRobot.isDisabled("#stop")).isTrue();
        assertThat(runner.runs()).isEmpty();
    }

    @Test
    void manyRequestsAreSentAfterConfirmation() throws Exception {
        robot.clickOn("#add-site").write("a.example x101").push(KeyCode.ENTER);
        robot.push(KeyCode.F5);
        windowRobot.until(() -> windowRobot.shows("#question"));
        robot.push(KeyCode.TAB).push(KeyCode.SPACE);

        windowRobot.until(() -> !runner.runs().isEmpty());
        assertThat(runner.runs().getFirst().plan().tasks()).hasSize(107);
    }

    @Test
    void settingsArePartOfThePlanEvenBeforeTheFieldIsLeft() throws Exception {
        robot.clickOn("#repeat").push(KeyCode.CONTROL, KeyCode.A).write("3");

        assertThat(begin().plan().settings()).isEqualTo(Settings.DEFAULT.withRepeat(3));
    }

    @Test
    void editInProgressIsCommittedWhenTheRunStarts() throws Exception {
        robot.doubleClickOn("lab:/delay/1200");
        robot.push(KeyCode.CONTROL, KeyCode.A).write("lab:/delay/7");

        assertThat(begin().plan().tasks().getFirst().label()).isEqualTo("lab:/delay/7");
    }

    @Test
    void closingDuringARunCancelsIt() throws Exception {
        FakeRun run = begin().allWait();
        robot.interact(window::close);

        windowRobot.until(() -> run.trace().isFinished());
        assertThat(run.trace().task(0).outcome()).isEqualTo(new Outcome.Cancelled());
    }

    @Test
    void toolBarFitsIntoAThousandPixels() {
        for (String id :
                new String[] {"model", "workers", "run", "stop", "export", "theme", "help"}) {
            Node node = robot.lookup("#" + id).query();
            Bounds bounds = node.localToScene(node.getBoundsInLocal());
            assertThat(bounds.getMaxX()).as(id).isLessThanOrEqualTo(window.scene().getWidth());
        }
        assertThat(robot.lookup("#run").queryButton().getWidth()).isGreaterThan(60);
    }

    @Test
    void everyChangeIsSavedForTheNextWindow() throws Exception {
        robot.clickOn("#add-site").write("lab:/delay/7").push(KeyCode.ENTER);
        choose("thread-pool");
        robot.clickOn("#theme").clickOn("#pane-details");
        windowRobot.until(() -> !windowRobot.has("#details"));

        WindowState last = kept.getLast();
        assertThat(last.sites().text()).endsWith("lab:/delay/7\n");
        assertThat(last.model()).isEqualTo("thread-pool");
        assertThat(last.preferences().theme()).isEqualTo("dark");
        assertThat(last.preferences().hidden()).containsExactly("details");
    }

    @Test
    void hiddenPaneReturnsToItsPosition() throws Exception {
        SplitPane panes = robot.lookup("#panes").queryAs(SplitPane.class);
        robot.interact(() -> panes.setDividerPosition(0, 0.4));
        robot.push(KeyCode.F9);
        windowRobot.until(() -> panes.getDividers().size() == 1);
        robot.push(KeyCode.F9);
        windowRobot.until(() -> panes.getDividers().size() == 2);

        assertThat(panes.getDividerPositions()[0]).isEqualTo(0.4, within(0.02));
        assertThat(kept.getLast().preferences().dividers().getFirst()).isEqualTo(0.4, within(0.02));
    }

    @Test
    void rowsAreGroupedByWorkerByConnectionAndBackKeepingTheSelection() throws Exception {
        begin().allWait().allAnswered();
        windowRobot.until(() -> windowRobot.status().startsWith("Finished"));
        robot.interact(() -> windowRobot.timeline().selectedTaskProperty().set(2));
        robot.clickOn("#fold-worker").clickOn("#fold-worker");
        assertThat(windowRobot.timeline().groupingProperty().get()).isEqualTo(RowGrouping.WORKERS);
        assertThat(robot.lookup("#fold-worker").queryAs(ToggleButton.class).isSelected()).isTrue();
        assertThat(windowRobot.timeline().selectedTaskProperty().get()).isEqualTo(2);
        robot.interact(() -> windowRobot.timeline().requestFocus());
        robot.write("v");
        windowRobot.until(
                () -> windowRobot.timeline().groupingProperty().get() == RowGrouping.CONNECTIONS);
        assertThat(robot.lookup("#fold-connection").queryAs(ToggleButton.class).isSelected())
                .isTrue();
        robot.write("v");

        windowRobot.until(
                () -> windowRobot.timeline().groupingProperty().get() == RowGrouping.TASKS);
        assertThat(robot.lookup("#fold-task").queryAs(ToggleButton.class).isSelected()).isTrue();
    }

    @Test
    void resourcesAreListedWithTheirNumbers() throws Exception {
        FakeRun run = begin().allWait();
        assertThat(windowRobot.shows("#resources-table")).isFalse();
        TraceRecorder recorder = run.recorder();
        long zero = recorder.zeroNanoTime();
        int lock = recorder.addResource("account", ResourceTrack.Type.LOCK, 1);
        ResourceTrack.Use first = recorder.asks(lock, 0, Purpose.HOLD, zero, 0, List.of());
        ResourceTrack.Use second =
                recorder.asks(lock, 1, Purpose.HOLD, zero + 10_000_000, 0, List.of(0));
        recorder.granted(first, zero);
        recorder.ended(first, zero + 100_000_000);
        recorder.granted(second, zero + 100_000_000);
        recorder.ended(second, zero + 250_000_000);
        int counter = recorder.addResource("hits", ResourceTrack.Type.COUNTER, 1);
        recorder.counted(counter, new ResourceTrack.Copy(-1, 6, 4));
        run.allAnsweredAfter(5_000_000_000L);
        windowRobot.until(() -> windowRobot.text("#resource-held-0").equals("250"));

        assertThat(
                        Stream.of("name", "held", "mean", "longest", "most", "lost")
                                .map(column -> windowRobot.text("#resource-" + column + "-0")))
                .containsExactly("lock account", "250", "45", "90", "1", "\u2013");
        assertThat(windowRobot.text("#resource-name-1")).isEqualTo("counter hits");
        assertThat(windowRobot.text("#resource-held-1")).isEqualTo("\u2013");
        assertThat(windowRobot.text("#resource-lost-1")).isEqualTo("2");
        assertThat(robot.lookup("#resource-lost-1").queryAs(Label.class).getAccessibleText())
                .isEqualTo("counter hits, lost: 2");
    }

    @Test
    void rowsByResourceAreGreyedOnlyWhereTheTasksOfAFinishedRunSharedNothing() throws Exception {
        ToggleButton resources = robot.lookup("#fold-resource").queryAs(ToggleButton.class);
        FakeRun nothing = begin().allWait();
        assertThat(resources.isDisabled()).as("while it may still share something").isFalse();
        nothing.allAnswered();
        windowRobot.until(resources::isDisabled);
        assertThat(resources.getAccessibleText()).startsWith("Resources. The tasks of this run");

        FakeRun sharing = begin();
        sharing.recorder().addResource("account", ResourceTrack.Type.LOCK, 1);
        sharing.allWait().allAnswered();
        windowRobot.until(() -> windowRobot.status().startsWith("Finished"));
        windowRobot.until(() -> !resources.isDisabled());
        robot.interact(
                () -> windowRobot.timeline().groupingProperty().set(RowGrouping.CONNECTIONS));
        robot.interact(() -> windowRobot.timeline().requestFocus());
        robot.write("v");
        windowRobot.until(
                () -> windowRobot.timeline().groupingProperty().get() == RowGrouping.RESOURCES);
        assertThat(resources.isSelected()).isTrue();
    }

    @Test
    void codePageWidensItsPaneTemporarily() {
        SplitPane panes = windowRobot.find("#panes", SplitPane.class);
        double before = panes.getDividerPositions()[1];
        robot.clickOn("#page-code");
        robot.interact(panes::layout);
        assertThat(panes.getDividerPositions()[1]).isLessThan(before - 0.05);
        robot.interact(() -> panes.setDividerPosition(1, 0.5));
        robot.clickOn("#page-run");
        robot.interact(panes::layout);

        assertThat(panes.getDividerPositions()[1]).isCloseTo(before, within(0.01));
        assertThat(kept)
                .allSatisfy(
                        state -> assertThat(state.preferences().dividers()).doesNotContain(0.5));
    }

    @Test
    void taskIsFoundByAPartOfItsName() throws Exception {
        begin().allWait();
        robot.push(KeyCode.CONTROL, KeyCode.F).write("2400");
        windowRobot.until(() -> windowRobot.text("#details-label").equals("lab:/delay/2400"));
        assertThat(windowRobot.text("#find-count")).isEqualTo("1 found");
        robot.push(KeyCode.CONTROL, KeyCode.A).write("nowhere");
        windowRobot.until(() -> windowRobot.text("#find-count").equals("none"));
        robot.push(KeyCode.ESCAPE);

        assertThat(windowRobot.shows("#find")).isFalse();
        assertThat(windowRobot.status()).startsWith("Running");
    }

    @Test
    void findIgnoresLaterOutcomesInAReplay() {
        FakeRun run = begin().allWait();
        run.recorder().end(2, new Outcome.Failed(FailureKind.RESET, "It broke off."));
        run.allAnsweredAfter(1_000_000_000L);
        windowRobot.until(() -> windowRobot.status().startsWith("Finished"));
        robot.push(KeyCode.CONTROL, KeyCode.F).write("failed reset");
        windowRobot.until(() -> windowRobot.text("#find-count").equals("1 found"));
        robot.interact(() -> robot.lookup("#replay").queryAs(Slider.class).setValue(0));

        windowRobot.until(() -> windowRobot.text("#find-count").equals("none"));
    }

    @Test
    void enterCyclesThroughTheMatches() throws Exception {
        begin().allWait();
        robot.push(KeyCode.CONTROL, KeyCode.F).write("delay");
        windowRobot.until(() -> windowRobot.text("#find-count").equals("5 found"));
        int first = windowRobot.timeline().selectedTaskProperty().get();
        robot.push(KeyCode.ENTER);
        assertThat(windowRobot.timeline().selectedTaskProperty().get()).isEqualTo(first + 1);
        robot.push(KeyCode.SHIFT, KeyCode.ENTER).push(KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(windowRobot.timeline().selectedTaskProperty().get()).isEqualTo(5);
    }

    /** Presses Run and waits for the run. */
    private FakeRun begin() {
        robot.push(KeyCode.F5);
        windowRobot.until(
                () ->
                        !runner.runs().isEmpty()
                                && windowRobot.timeline().traceProperty().get() != null);
        return runner.runs().getLast();
    }

    /** Finishes a run whose trace is five seconds long, without waiting that long. */
    private void finishASlowRun() {
        FakeRun run = begin().allWait();
        run.allAnsweredAfter(5_000_000_000L);
        windowRobot.until(() -> windowRobot.status().startsWith("Finished"));
    }

    @SuppressWarnings("unchecked") // the picker holds models
    private void choose(String id) {
        ComboBox<ConcurrencyModel> picker = robot.lookup("#model").queryAs(ComboBox.class);
        ConcurrencyModel wanted =
                picker.getItems().stream()
                        .filter(model -> model.id().equals(id))
                        .findFirst()
                        .orElseThrow();
        robot.interact(() -> picker.setValue(wanted));
    }

    private boolean shows(int argb) {
        return holds(windowRobot.look(() -> windowRobot.timeline().snapshot(null, null)), argb);
    }

    private static boolean holds(Image picture, int argb) {
        PixelReader pixels = picture.getPixelReader();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (pixels.getArgb(x, y) == argb) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holds(BufferedImage picture, int argb) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (picture.getRGB(x, y) == argb) {
                    return true;
                }
            }
        }
        return false;
    }
}
