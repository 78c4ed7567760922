package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.chart.Timeline;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Checks that overlays take the focus, keep it while open, close on Esc, and restore the focus. */
class ModalOverlayFocusTest extends WindowTest {

    @TempDir private Path folder;

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void shortcutHelp() {
        focus("#samples");
        robot.write("?");

        assertFocusIsKeptAndRestored("#help-over", "keys-scroll", "#samples");
    }

    @Test
    void aboutSheet() {
        focus("#samples");
        robot.push(KeyCode.F1);

        assertFocusIsKeptAndRestored("#about", "about-close", "#samples");
        assertThat(screen.text("#about-version")).contains("overlap ", "Java: ", "System: ");
    }

    @Test
    void questionBeforeManyRequests() {
        robot.clickOn("#add-site").write("a.example x101").push(KeyCode.ENTER);
        focus("#timeout");
        robot.push(KeyCode.F5);

        assertFocusIsKeptAndRestored("#question", "question-cancel", "#timeout");
        assertThat(runner.runs()).isEmpty();
        assertThat(screen.isDisabled("#run")).isFalse();
    }

    @Test
    void problemsOfALesson() throws IOException {
        file = Files.writeString(folder.resolve("bad.yaml"), "titel: none");
        focus("#theme");
        chooseLessonFile();

        assertFocusIsKeptAndRestored("#lesson-problems", "problems-close", "#theme");
    }

    @Test
    void guessOverlay() {
        openComparison();
        focus("#compare-guess");
        robot.push(KeyCode.SPACE);

        assertFocusIsKeptAndRestored("#guess-sheet", "guess-sequential", "#compare-guess");
        assertThat(screen.shows("#compare-view")).isTrue();
    }

    private void assertFocusIsKeptAndRestored(String overlay, String first, String before) {
        screen.until(() -> screen.shows(overlay));
        assertThat(focusOwner().getId()).isEqualTo(first);
        for (int i = 0; i < 7; i++) {
            robot.push(KeyCode.TAB);
            assertThat(isWithin(overlay, focusOwner())).as("after Tab " + i).isTrue();
        }
        robot.push(KeyCode.SHIFT, KeyCode.TAB).push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(isWithin(overlay, focusOwner())).as("after Shift+Tab").isTrue();
        robot.push(KeyCode.ESCAPE);

        assertThat(screen.shows(overlay)).isFalse();
        assertThat(focused(before)).isTrue();
    }

    private boolean isWithin(String overlay, Node node) {
        Node whole = screen.node(overlay);
        return Stream.<Node>iterate(node, Objects::nonNull, Node::getParent)
                .anyMatch(whole::equals);
    }

    @Test
    void shortcutsDoNothingWhileAnOverlayIsOpen() {
        finish();
        robot.write("?");
        screen.until(() -> screen.shows("#help-over"));
        robot.push(KeyCode.F5).push(KeyCode.F6).push(KeyCode.F9);
        robot.push(KeyCode.CONTROL, KeyCode.F).push(KeyCode.CONTROL, KeyCode.E).write(".v");

        assertThat(isWithin("#help-over", focusOwner())).isTrue();
        assertThat(runner.runs()).hasSize(1);
        assertThat(screen.shows("#compare-view")).isFalse();
        assertThat(screen.find("#panes", SplitPane.class).getDividers()).hasSize(2);
        assertThat(screen.shows("#find")).isFalse();
        assertThat(screen.status()).startsWith("Finished");
        assertThat(playhead()).isEqualTo(Timeline.FOLLOW);
        robot.write("?");
        screen.until(() -> !screen.shows("#help-over"));
        assertThat(focused("#timeline")).isTrue();
    }

    @Test
    void arrowsScrollTheShortcutHelpInASmallWindow() {
        robot.interact(() -> window.scene().getWindow().setHeight(400));
        focus("#samples");
        robot.write("?");
        ScrollPane keys = screen.find("#keys-scroll", ScrollPane.class);
        assertThat(keys.getVvalue()).isZero();
        robot.push(KeyCode.DOWN);

        screen.until(() -> keys.getVvalue() > 0);
    }

    @Test
    void escClosesTheFindBarFromEachOfItsControlsWithoutStoppingTheRun() {
        FakeRun run = begin();
        for (String part : new String[] {"#find", "#find-previous", "#find-next"}) {
            robot.push(KeyCode.CONTROL, KeyCode.F);
            screen.until(() -> focused("#find"));
            focus(part);
            robot.push(KeyCode.ESCAPE);

            assertThat(screen.shows(part)).as(part).isFalse();
            assertThat(focused("#timeline")).as(part).isTrue();
            assertThat(screen.isDisabled("#stop")).as(part).isFalse();
        }
        assertThat(run.trace().isFinished()).isFalse();
    }

    @Test
    void findIsDisabledDuringAComparison() {
        openComparison();
        robot.push(KeyCode.CONTROL, KeyCode.F).write("/");

        assertThat(focused("#multiples")).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(screen.shows("#find")).isFalse();
    }

    @Test
    void comparisonReturnsTheFocusToTheTimeline() {
        focus("#timeout");
        openComparison();
        robot.push(KeyCode.ESCAPE);

        assertThat(screen.shows("#compare-view")).isFalse();
        assertThat(focused("#timeline")).isTrue();
    }

    @Test
    void editedLineReturnsTheFocusToTheList() {
        robot.clickOn("lab:/delay/1200").push(KeyCode.F2);
        assertThat(focusOwner().getId()).isEqualTo("site-editor");
        robot.push(KeyCode.ESCAPE);

        assertThat(focused("#sites")).isTrue();
        robot.push(KeyCode.F2).push(KeyCode.ENTER);
        assertThat(focused("#sites")).isTrue();
    }

    private void focus(String query) {
        robot.interact(() -> screen.node(query).requestFocus());
        assertThat(focused(query)).isTrue();
    }
}
