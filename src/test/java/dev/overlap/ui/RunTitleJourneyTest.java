package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.chart.ComparisonChart;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.render.timeline.GuessMarks;
import dev.overlap.text.DurationFormat;

import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** Checks that all that tells of a run follows the shown run, whatever is chosen for the next. */
class RunTitleJourneyTest extends WindowTest {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void panesFollowThePartOfAComparisonThatIsOpened() {
        robot.clickOn("#page-run").clickOn("#guess").write("2.7 s").push(KeyCode.ENTER);
        assertThat(screen.timeline().guessProperty().get()).isEqualTo(2_700_000_000L);
        openThreadPool();

        assertThat(title("model")).isEqualTo("Thread pool \u00b7");
        assertThat(title("origin")).isEqualTo("from a comparison, median of 3 runs");
        assertThat(title("speed-up")).contains(" \u00d7 (measured)");
        assertThat(screen.shows("#title-difference")).isFalse();
        assertThat(explained()).startsWith("Thread pool");
        assertThat(screen.timeline().guessProperty().get()).isEqualTo(GuessMarks.NO_GUESS);
        assertThat(screen.timeline().getAccessibleHelp()).startsWith("Shown run: Thread pool");
        assertThat(screen.find("#guess", TextField.class).getText()).isEmpty();

        choose("threads");
        assertThat(screen.text("#title-difference")).isEqualTo("run of another model");
        assertThat(explained()).startsWith("Thread pool");
        robot.clickOn("#page-code");
        screen.until(() -> code().startsWith("Thread pool: "));
        robot.clickOn("#guess").write("900 ms").push(KeyCode.ENTER);
        robot.clickOn("#run-now");

        screen.until(() -> title("model").equals("Threads \u00b7"));
        assertThat(screen.shows("#title-difference")).isFalse();
        assertThat(title("guess")).isEqualTo("guess 900 ms");
        assertThat(title("wall")).isEqualTo("running \u00b7");
        runner.runs().getLast().allAnsweredAfter(1_000_000_000L);
        screen.until(() -> title("speed-up").endsWith("(measured) \u00b7"));
        assertThat(screen.shows("#title-origin")).isFalse();
    }

    @Test
    void titleSaysWhatHasChangedSinceTheRun() {
        finish();
        screen.until(() -> title("wall").startsWith(wall()));
        assertThat(screen.status()).isEqualTo("Finished \u00b7 6 answered \u00b7 " + wall());
        assertThat(screen.text("#title-workers")).isEqualTo("1 loop \u00b7");
        assertThat(screen.text("#title-tasks")).isEqualTo("6 tasks \u00b7");
        robot.clickOn("#add-site").write("# a comment").push(KeyCode.ENTER);
        assertThat(screen.shows("#title-difference")).isFalse();
        robot.write("lab:/delay/7").push(KeyCode.ENTER);
        assertThat(difference()).isEqualTo("run of another list");
        assertThat(screen.shows("#measure-gain")).isFalse();
        choose("threads");
        assertThat(difference()).isEqualTo("run of another list and another model");
        robot.clickOn("#run-now");
        screen.until(() -> title("tasks").equals("7 tasks \u00b7"));
        assertThat(screen.shows("#title-difference")).isFalse();

        robot.clickOn("#first-failure-cancels");
        assertThat(difference()).isEqualTo("run before the settings changed");
        assertThat(screen.isDisabled("#run-now")).isTrue();
        runner.runs().getLast().allAnsweredAfter(1_000_000_000L);
        screen.until(() -> !screen.isDisabled("#run-now"));
    }

    private void openThreadPool() {
        openComparison();
        measure();
        ComparisonChart chart = screen.find("#multiples", ComparisonChart.class);
        robot.interact(
                () -> {
                    chart.selectedProperty().set(2);
                    chart.requestFocus();
                });
        robot.push(KeyCode.ENTER);
        screen.until(() -> screen.shows("#run-title"));
    }

    private void choose(String model) {
        @SuppressWarnings("unchecked") // the picker holds models
        ComboBox<ConcurrencyModel> picker = screen.find("#model", ComboBox.class);
        robot.interact(() -> picker.setValue(ConcurrencyModel.of(model)));
    }

    private String wall() {
        return DurationFormat.text(runner.runs().getLast().trace().wallNanos());
    }

    private String title(String part) {
        return screen.text("#title-" + part);
    }

    private String difference() {
        return screen.shows("#title-difference") ? screen.text("#title-difference") : "";
    }

    private String explained() {
        return screen.text("#how-it-works .model-name");
    }

    private String code() {
        return screen.text("#code-pane .model-name");
    }
}
