package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.lesson.LessonCatalog;
import dev.overlap.persistence.WindowChoices;
import dev.overlap.persistence.WindowState;
import dev.overlap.render.RowGrouping;
import dev.overlap.ui.replay.PlaybackSpeed;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.controlsfx.control.CheckComboBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Checks the journeys of a comparison, from its forecast to its part and back. */
class ComparisonWorkflowTest extends WindowTest {

    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        open(stage);
    }

    @Test
    void forecastAndProgressAreShownAndFormerResultsComeBack() {
        openComparison();
        assertThat(screen.text("#compare-progress"))
                .startsWith("About 75 s, by the declared times: 5 models \u00d7 3 runs");
        assertThat(screen.shows("#compare-bar")).isFalse();
        robot.push(KeyCode.F5);
        screen.until(() -> screen.text("#compare-progress").startsWith("Run 1 of 15: Sequential"));
        assertThat(screen.shows("#compare-bar")).isTrue();
        runner.runs().getFirst().allWait().allAnsweredAfter(500_000_000L);
        screen.until(
                () -> screen.text("#compare-progress").startsWith("Run 2 of 15: Threads \u00b7"));
        assertThat(screen.find("#compare-bar", ProgressBar.class).getProgress()).isPositive();
        finishMeasuring();
        String first = finalComparison();

        assertThat(screen.shows("#compare-bar")).isFalse();
        assertThat(screen.shows("#compare-former")).isFalse();
        measure();
        screen.until(() -> !comparison().equals(first));
        String second = finalComparison();
        robot.push(KeyCode.W);
        screen.until(() -> screen.shows("#compare-all"));
        robot.push(KeyCode.CONTROL, KeyCode.Z); // the zoom, which came last
        screen.until(() -> !screen.shows("#compare-all"));
        assertThat(comparison()).isEqualTo(second);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        screen.until(() -> comparison().equals(first));
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        screen.until(() -> comparison().equals(second));
        robot.clickOn("#compare-former");
        screen.until(() -> comparison().equals(first));
        robot.push(KeyCode.ESCAPE);

        robot.clickOn("#add-site").write("lab:/delay/7").push(KeyCode.ENTER);
        openComparison();
        screen.until(() -> screen.text("#compare-run").equals("Run"));
        assertThat(screen.shows("#compare-other-list")).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        screen.until(() -> comparison().equals(second));
        screen.until(() -> screen.shows("#compare-other-list"));
    }

    @Test
    void partLeadsBackToItsComparison() {
        openComparison();
        measure();
        String whole = finalComparison();
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        screen.until(() -> screen.shows("#compare-part"));
        assertThat(screen.shows("#compare-view")).isFalse();
        robot.push(KeyCode.ESCAPE);
        screen.until(() -> screen.shows("#compare-view"));
        assertThat(comparison()).startsWith(whole).contains("Selected: ");

        robot.push(KeyCode.ENTER);
        screen.until(() -> !screen.shows("#compare-view"));
        robot.clickOn("#compare-return");
        screen.until(() -> screen.shows("#compare-view"));
        robot.push(KeyCode.ENTER);
        screen.until(() -> screen.shows("#compare-part"));
        begin(); // a run of its own has no way back
        assertThat(screen.shows("#compare-part")).isFalse();
    }

    @Test
    void sweepIsShownBeforeItRunsAndOpensItsPoints() {
        openComparison();
        robot.clickOn("#compare-workers-mode");
        screen.until(() -> counts().getCheckModel().getCheckedItems().size() == 4);
        assertThat(counts().getItems()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(screen.text("#compare-progress"))
                .contains(": 4 numbers of workers \u00d7 3 runs");
        robot.interact(() -> counts().getCheckModel().clearCheck(Integer.valueOf(2)));
        screen.until(() -> screen.text("#compare-progress").contains(": 3 numbers of workers"));
        measure();

        assertThat(runner.runs()).hasSize(9);
        assertThat(runner.runs().stream().map(run -> run.plan().settings().workers().orElse(0)))
                .containsOnly(1, 4, 6);
        robot.interact(() -> screen.node("#sweep").requestFocus());
        robot.push(KeyCode.END).push(KeyCode.ENTER);
        screen.until(() -> screen.shows("#compare-part"));
        assertThat(screen.look(() -> part("#compare-part"))).isEqualTo("6 workers");
        assertThat(screen.text("#title-origin")).contains("comparison");

        robot.push(KeyCode.ESCAPE);
        screen.until(() -> screen.shows("#sweep"));
        robot.interact(() -> screen.node("#sweep").requestFocus());
        robot.push(KeyCode.END);
        robot.interact(() -> panelMenu().show(stage));
        assertThat(item("panel-open").isDisable()).isFalse();
        robot.interact(() -> item("panel-leave-out").fire());
        robot.interact(() -> panelMenu().hide());
        assertThat(counts().getCheckModel().getCheckedItems()).containsExactly(1, 4);
        reopen(kept.getLast());
        openComparison();
        robot.clickOn("#compare-workers-mode");
        screen.until(() -> !counts().getItems().isEmpty());
        assertThat(counts().getCheckModel().getCheckedItems()).containsExactly(1, 4);
    }

    private String part(String query) {
        return robot.lookup(query).lookup(".quiet").queryAs(Labeled.class).getText();
    }

    private ContextMenu panelMenu() {
        return screen.find("#sweep", Control.class).getContextMenu();
    }

    private MenuItem item(String id) {
        return panelMenu().getItems().stream()
                .filter(it -> id.equals(it.getId()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked") // the box holds numbers
    private CheckComboBox<Integer> counts() {
        return screen.find("#compare-counts", CheckComboBox.class);
    }

    @Test
    void lessonStaysInSightBesideItsComparison() {
        openLesson();
        chooseLesson(2);
        skipGuess();
        robot.clickOn("#lesson-compare");
        screen.until(() -> screen.shows("#compare-view"));
        assertThat(runner.runs()).isEmpty(); // as the bar's Compare, it only opens
        assertThat(screen.look(() -> isIn("#lesson-question", "#compare-view"))).isTrue();
        assertThat(screen.shows("#lesson-question")).isTrue();
        robot.clickOn("#lesson-compare");
        screen.until(() -> runner.runs().size() == 1);
        robot.push(KeyCode.ESCAPE);
        screen.until(() -> screen.isDisabled("#compare-stop"));
        robot.clickOn("#lesson-run");

        screen.until(() -> runner.runs().size() == 2);
        assertThat(screen.shows("#compare-view")).isFalse();
        assertThat(screen.look(() -> isIn("#lesson-question", "#compare-view"))).isFalse();
        assertThat(screen.shows("#lesson-question")).isTrue();
    }

    private boolean isIn(String inner, String outer) {
        Node wanted = screen.node(outer);
        return Stream.iterate(screen.node(inner), Objects::nonNull, Node::getParent)
                .anyMatch(wanted::equals);
    }

    @Test
    void whatWasChosenIsRestoredInTheNextWindow() {
        openLesson();
        robot.clickOn("#page-code").clickOn("#code-java").clickOn("#fold-worker");
        robot.interact(() -> window.replay().speedProperty().set(PlaybackSpeed.all().getFirst()));
        robot.clickOn("#guess").write("300 ms").push(KeyCode.ENTER);
        openComparison();
        robot.interact(() -> runs().getValueFactory().setValue(7));
        chooseModels("compare-no-models");
        assertThat(models().getCheckModel().getCheckedItems()).isEmpty();
        chooseModels("compare-all-models");
        int all = models().getItems().size() - 1; // without the one that hangs
        assertThat(models().getCheckModel().getCheckedItems()).hasSize(all);
        robot.push(KeyCode.F8);
        WindowState last = kept.getLast();
        assertThat(last.choices().of("lesson")).isEqualTo(LessonCatalog.all().getFirst().id());
        reopen(last);

        assertThat(screen.timeline().groupingProperty().get()).isEqualTo(RowGrouping.WORKERS);
        assertThat(screen.timeline().scaleProperty().get()).isEqualTo(ProjectorMode.SCALE);
        assertThat(window.replay().speedProperty().get()).isEqualTo(PlaybackSpeed.all().getFirst());
        assertThat(screen.find("#guess", TextField.class).getText()).isEqualTo("300 ms");
        assertThat(runs().getValue()).isEqualTo(7);
        assertThat(models().getCheckModel().getCheckedItems()).hasSize(all);
        robot.push(KeyCode.F8);
        assertThat(isChosen("#code-java")).isTrue();
        assertThat(isChosen("#page-code")).isTrue();
        robot.clickOn("#page-lesson");
        assertThat(screen.text("#lesson-title")).isEqualTo(LessonCatalog.all().getFirst().title());
        assertThat(screen.shows("#lesson-end")).isTrue();

        reopen(last.withChoices(unknown(last)));
        assertThat(screen.timeline().groupingProperty().get()).isEqualTo(RowGrouping.TASKS);
        assertThat(screen.timeline().scaleProperty().get()).isEqualTo(1);
        assertThat(runs().getValue()).isEqualTo(3);
        assertThat(models().getCheckModel().getCheckedItems()).hasSize(5);
    }

    @Test
    void ownLessonIsReopenedAsLongAsItsFileExists(@TempDir Path folder) throws IOException {
        String lesson =
                """
                title: Mine
                question: How long?
                sites: |
                  lab:/delay/9
                models: [sequential, threads]
                look-at: Ends.
                explanation: Waits.
                """;
        file = Files.writeString(folder.resolve("own.yaml"), lesson);
        robot.interact(() -> lessonMenu("lesson-file").fire());
        screen.until(this::isOwnLessonShown);
        openComparison();
        chooseModels("compare-all-models");
        WindowState last = kept.getLast();
        reopen(last);
        screen.until(this::isOwnLessonShown);
        assertThat(screen.shows("#lesson-end")).isTrue();
        assertThat(models().getCheckModel().getCheckedItems())
                .as("what was chosen after the lesson was opened")
                .hasSizeGreaterThan(2);
        assertThat(kept.getLast().choices()).isEqualTo(last.choices());

        Files.delete(file);
        reopen(last);
        screen.until(() -> screen.status().contains("own.yaml\" no longer exists"));
        assertThat(isOwnLessonShown()).isFalse();
        assertThat(kept.getLast().choices().of("lesson")).as("mentioned once").isNull();
    }

    private boolean isOwnLessonShown() {
        return screen.has("#lesson-title") && screen.text("#lesson-title").equals("Mine");
    }

    private MenuItem lessonMenu(String id) {
        return screen.find("#lesson", MenuButton.class).getItems().stream()
                .filter(it -> id.equals(it.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static WindowChoices unknown(WindowState last) {
        var choices = last.choices();
        for (String name : List.copyOf(choices.values().keySet())) {
            choices = choices.with(name, "999 no such thing");
        }
        return choices;
    }

    /** Shows the next window, with the state that this one has saved. */
    private void reopen(WindowState saved) {
        robot.interact(
                () -> {
                    window.close();
                    window =
                            new MainWindow(
                                    new MainWindow.Services(
                                            runner,
                                            background,
                                            (_, _) -> file,
                                            _ -> file,
                                            _ -> file),
                                    new WindowStateHolder(saved, kept::add));
                    stage.setScene(window.scene());
                });
    }

    private boolean isChosen(String pill) {
        return screen.look(() -> screen.find(pill, ToggleButton.class).isSelected());
    }

    @SuppressWarnings("unchecked") // the spinner holds numbers
    private Spinner<Integer> runs() {
        return screen.find("#compare-runs", Spinner.class);
    }

    private void chooseModels(String id) {
        robot.interact(
                () ->
                        screen.find("#compare-several", MenuButton.class).getItems().stream()
                                .filter(it -> id.equals(it.getId()))
                                .forEach(MenuItem::fire));
    }

    private CheckComboBox<?> models() {
        return screen.find("#compare-models", CheckComboBox.class);
    }

    /** The accessible text of the shown comparison, which has its wall times. */
    private String comparison() {
        return screen.look(() -> screen.node("#multiples").getAccessibleText());
    }

    /** The same, once the chart shows the last run and is sorted. */
    private String finalComparison() {
        screen.letPulsesPass();
        return comparison();
    }

    /** Answers all runs of a comparison that has begun. */
    private void finishMeasuring() {
        screen.until(
                () -> {
                    runner.runs().stream()
                            .filter(run -> !run.trace().isFinished())
                            .forEach(run -> run.allWait().allAnswered());
                    return screen.text("#compare-run").equals("Run again")
                            && screen.isDisabled("#compare-stop");
                });
    }
}
