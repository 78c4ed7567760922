package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.chart.ComparisonChart;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.lesson.LessonCatalog;
import dev.overlap.render.timeline.GuessMarks;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** Checks interactions between parts of the window. */
class WindowWorkflowTest extends WindowTest {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void outcomesAreCountedSeparately() {
        FakeRun run = begin();
        run.recorder().end(0, new Outcome.Failed(FailureKind.RESET, "It broke off."));
        run.recorder().end(1, new Outcome.Cancelled());
        run.recorder().end(2, new Outcome.Cancelled());
        run.allAnswered();

        screen.until(() -> screen.text("#number-answered").equals("3 of 6"));
        assertThat(screen.text("#number-failed")).isEqualTo("1 of 6");
        assertThat(screen.text("#number-cancelled")).isEqualTo("2 of 6");
    }

    @Test
    void theTableTakesThePlaceOfTheChartAndSharesItsSelection() {
        finish();
        robot.write("t");
        screen.until(() -> focused("#task-table"));
        TableView<?> table = robot.lookup("#task-table").queryAs(TableView.class);
        assertThat(table.getItems()).hasSize(6);
        assertThat(screen.shows("#timeline")).isFalse();

        robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
        assertThat(screen.timeline().selectedTaskProperty().get()).isEqualTo(1);
        robot.interact(() -> screen.timeline().selectedTaskProperty().set(4));
        assertThat(table.getSelectionModel().getSelectedIndex()).isEqualTo(4);

        robot.write("t");
        screen.until(() -> focused("#timeline"));
    }

    @Test
    void escInTheGuessFieldRevertsItWithoutStoppingTheRun() {
        begin();
        robot.clickOn("#guess").write("300 ms").push(KeyCode.ENTER);
        robot.push(KeyCode.CONTROL, KeyCode.A).write("9 s").push(KeyCode.ESCAPE);

        assertThat(guess()).isEqualTo("300 ms");
        robot.clickOn("#timeline");
        assertThat(screen.timeline().guessProperty().get()).isEqualTo(300_000_000L);
        assertThat(screen.isDisabled("#stop")).isFalse();
    }

    @Test
    void complaintsEndWithTheirCause() {
        robot.clickOn("#guess").write("abc").push(KeyCode.ENTER);
        assertThat(screen.status()).contains("abc");
        robot.push(KeyCode.CONTROL, KeyCode.A).write("300 ms");
        screen.until(() -> screen.status().equals("Ready"));
        robot.clickOn("lab:/delay/1200").push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.SPACE);
        robot.push(KeyCode.F5);
        screen.until(() -> screen.status().startsWith("There is nothing to run"));
        robot.push(KeyCode.SPACE);

        screen.until(() -> screen.status().equals("Ready"));
    }

    @Test
    void panelsOfAComparisonHaveAMenu() {
        openComparison();
        robot.push(KeyCode.DOWN);
        openPanelMenu();
        assertThat(panelEntry("panel-open").isDisable()).as("not measured yet").isTrue();
        robot.interact(panelEntry("panel-leave-out")::fire);
        robot.push(KeyCode.ESCAPE);
        measure();

        assertThat(runner.runs()).noneMatch(run -> run.plan().model().equals("sequential"));
        openPanelMenu();
        robot.interact(panelEntry("panel-copy")::fire);
        screen.until(() -> screen.status().contains("figures"));
        robot.interact(panelEntry("panel-open")::fire);
        screen.until(() -> !screen.shows("#compare-view"));
    }

    /** As the menu key does. */
    private void openPanelMenu() {
        robot.interact(
                () -> {
                    Node panels = screen.node("#multiples");
                    panels.fireEvent(
                            new ContextMenuEvent(
                                    ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                                    10,
                                    10,
                                    10,
                                    10,
                                    true,
                                    null));
                });
    }

    private MenuItem panelEntry(String id) {
        return screen.find("#multiples", ComparisonChart.class).getContextMenu().getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void emptyGuessFieldRemovesTheGuess() {
        robot.clickOn("#guess").write("300 ms").push(KeyCode.ENTER);
        assertThat(screen.timeline().guessProperty().get()).isEqualTo(300_000_000L);
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE).push(KeyCode.ENTER);

        assertThat(screen.timeline().guessProperty().get()).isEqualTo(GuessMarks.NO_GUESS);
    }

    private String guess() {
        return screen.look(() -> screen.find("#guess", TextField.class).getText());
    }

    @Test
    void findIgnoresCase() {
        robot.clickOn("#add-site").write("https://a.example/Page").push(KeyCode.ENTER);
        begin();
        robot.push(KeyCode.CONTROL, KeyCode.F).write("pAGE");

        screen.until(() -> screen.text("#find-count").equals("1 found"));
        assertThat(screen.timeline().selectedTaskProperty().get()).isEqualTo(6);
    }

    @Test
    void modelAndWorkersAreRestoredAfterALesson() {
        choose("thread-pool");
        robot.doubleClickOn("#workers .text-field").write("7").push(KeyCode.ENTER);
        openLesson();
        skipGuess();
        FakeRun lesson = begin();
        assertThat(lesson.plan().model()).isEqualTo("sequential");
        assertThat(lesson.plan().settings()).isEqualTo(LessonCatalog.all().getFirst().settings());
        lesson.allAnswered();
        screen.until(() -> screen.status().startsWith("Finished"));
        robot.clickOn("#lesson-end");

        FakeRun run = begin();
        assertThat(run.plan().model()).isEqualTo("thread-pool");
        assertThat(run.plan().settings().workers()).hasValue(7);
    }

    /** The next model in the list, because the selection was set to an item of it. */
    @Test
    void arrowsSelectTheModelToSweep() {
        choose("thread-pool");
        openComparison();
        robot.clickOn("#compare-workers-mode");
        ComboBox<ConcurrencyModel> picker = picker("#compare-swept");
        assertThat(picker.getValue().id()).isEqualTo("thread-pool");
        robot.interact(picker::requestFocus);
        robot.push(KeyCode.DOWN);

        assertThat(picker.getValue().id()).isEqualTo("virtual-threads");
    }

    private void choose(String model) {
        ComboBox<ConcurrencyModel> picker = picker("#model");
        ConcurrencyModel wanted =
                picker.getItems().stream()
                        .filter(it -> it.id().equals(model))
                        .findFirst()
                        .orElseThrow();
        robot.interact(() -> picker.setValue(wanted));
    }

    @SuppressWarnings("unchecked") // the pickers hold models
    private ComboBox<ConcurrencyModel> picker(String query) {
        return screen.find(query, ComboBox.class);
    }

    @Test
    void labThatDidNotStartIsReported() {
        robot.interact(
                () -> window.watch(CompletableFuture.failedFuture(new IOException("no port"))));

        screen.until(() -> screen.status().startsWith("The lab server could not start (no port)"));
        assertThat(screen.text("#lab .label")).isEqualTo("Lab server is not running");
    }

    @Test
    void selectingATaskLeavesTheLessonPageButNotTheCodePage() {
        begin();
        robot.clickOn("#page-lesson").clickOn("#timeline").push(KeyCode.DOWN);
        screen.until(() -> isChosen("#page-run"));
        robot.clickOn("#page-code").clickOn("#timeline").push(KeyCode.DOWN);

        assertThat(isChosen("#page-code")).isTrue();
    }

    private boolean isChosen(String page) {
        return screen.look(() -> screen.find(page, ToggleButton.class).isSelected());
    }

    @Test
    void comparisonIsKeptOnlyForItsList() {
        openComparison();
        measure();
        assertThat(screen.text("#conclusion")).isNotEmpty();
        robot.push(KeyCode.ESCAPE);
        openComparison();
        screen.until(() -> screen.text("#compare-run").equals("Run again"));
        robot.push(KeyCode.ESCAPE);
        robot.clickOn("#add-site").write("lab:/delay/7").push(KeyCode.ENTER);
        openComparison();

        screen.until(() -> screen.text("#compare-run").equals("Run"));
        assertThat(screen.text("#conclusion")).isEmpty();
    }

    @Test
    void runWaitsUntilTheComparisonIsOver() {
        openComparison();
        robot.push(KeyCode.F5);
        screen.until(() -> screen.text("#compare-progress").startsWith("Run 1 of "));
        robot.push(KeyCode.F6).push(KeyCode.F5);

        assertThat(screen.status()).isEqualTo("A comparison is in progress. Stop it first (Esc).");
        assertThat(runner.runs()).hasSize(1);
    }
}
