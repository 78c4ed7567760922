package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Checks the accessible texts of the window in each of its states: of every control, row and
 * number.
 */
class AccessibilityTest extends WindowTest {

    @TempDir private Path folder;

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void everyControlIsAccessibleBeforeDuringAndAfterARun() {
        assertEverythingIsAccessible();
        begin();
        assertEverythingIsAccessible();
        runner.runs().getLast().allAnsweredAfter(1_000_000_000L);
        screen.until(() -> screen.status().startsWith("Finished"));
        assertEverythingIsAccessible();
        hold(300_000_000L);
        assertEverythingIsAccessible();
        robot.push(KeyCode.CONTROL, KeyCode.F);
        assertThat(screen.shows("#find-next")).isTrue();
        assertEverythingIsAccessible();
    }

    @Test
    void everyControlOfEveryPageIsAccessible() {
        robot.clickOn("#page-lesson");
        assertThat(screen.shows("#lesson-open")).isTrue();
        assertEverythingIsAccessible();
        robot.clickOn("#lesson-open");
        robot.clickOn("#lesson-next");
        screen.until(() -> screen.has("#lesson-previous"));
        assertEverythingIsAccessible();
        robot.clickOn("#page-code");
        screen.until(() -> screen.shows("#code-copy"));
        assertEverythingIsAccessible();
    }

    @Test
    void everyControlOfAComparisonIsAccessible() {
        openComparison();
        assertEverythingIsAccessible();
        measure();
        assertEverythingIsAccessible();
        robot.clickOn("#compare-workers-mode");
        screen.until(() -> screen.shows("#compare-swept"));
        assertEverythingIsAccessible();
    }

    @Test
    void everyOverlayAndItsControlsHaveAccessibleTexts() throws IOException {
        robot.clickOn("#timeline").write("?");
        assertOverlayIsAccessible("#help-over", "All keys");
        robot.clickOn("#add-site").write("a.example x101").push(KeyCode.ENTER).push(KeyCode.F5);
        assertOverlayIsAccessible("#question", "101 requests to a.example");
        file = Files.writeString(folder.resolve("bad.yaml"), "titel: none");
        chooseLessonFile();
        assertOverlayIsAccessible("#lesson-problems", "bad.yaml is not a valid lesson");
        openComparison();
        robot.clickOn("#compare-guess");
        assertOverlayIsAccessible("#guess-sheet", "Your guesses");
    }

    private void assertOverlayIsAccessible(String overlay, String title) {
        screen.until(() -> screen.shows(overlay));
        assertThat(accessibleText(overlay)).contains(title);
        assertEverythingIsAccessible();
        robot.push(KeyCode.ESCAPE);
        screen.until(() -> !screen.shows(overlay));
    }

    @Test
    void rowsOfTheListDescribeTheirContent() {
        robot.clickOn("#add-site").write("lab:/delay/7 x3").push(KeyCode.ENTER);
        robot.write("htp://typo.example").push(KeyCode.ENTER).write("# why").push(KeyCode.ENTER);
        robot.clickOn("lab:/delay/1200").push(KeyCode.SPACE);

        List<String> rows = rows(".site-cell");
        assertThat(rows)
                .contains("Switched off: lab:/delay/1200, 1 time.", "Site lab:/delay/7, 3 times.");
        assertThat(rows).contains("Comment: why");
        assertThat(rows)
                .anySatisfy(
                        row -> assertThat(row).startsWith("Not understood: htp://typo.example."));
        assertThat(screen.look(() -> screen.node("#problems").getAccessibleText()))
                .isEqualTo("1 line not understood and left out of the run");
    }

    @Test
    void rowsOfTheProgramContainTheirLineAndMarkTheCurrentOne() {
        begin();
        robot.clickOn("#page-code");
        screen.until(() -> !rows(".code-line").isEmpty());
        assertThat(rows(".code-line").getFirst()).startsWith("Line 1: ");
        assertThat(rows(".code-line")).noneMatch(row -> row.contains("where the task is now"));
        robot.interact(() -> screen.timeline().selectedTaskProperty().set(0));

        screen.until(
                () ->
                        rows(".code-line").stream()
                                .anyMatch(
                                        row ->
                                                row.matches(
                                                        "Line \\d+, where the task is now: .+")));
    }

    @Test
    void rowsOfTheModelListContainNameAndExplanation() {
        robot.interact(() -> screen.find("#model", ComboBox.class).show());
        screen.until(() -> !rows(".combo-box-popup .list-cell").isEmpty());

        assertThat(rows(".combo-box-popup .list-cell"))
                .hasSizeGreaterThan(8)
                .anyMatch(row -> row.startsWith("Event loop. One thread"));
    }

    @Test
    void chartAndDetailsDescribeTheSelectedTaskAndItsWaits() {
        finish();
        assertThat(accessibleText("#timeline"))
                .startsWith("Timeline of 6 tasks")
                .doesNotContain("Selected");
        assertThat(accessibleText("#details")).startsWith("Click a row of the timeline");
        robot.push(KeyCode.DOWN);

        screen.until(() -> accessibleText("#timeline").endsWith("Selected: lab:/delay/1200."));
        assertThat(accessibleText("#details"))
                .startsWith("Task lab:/delay/1200: 200")
                .contains("It was handed over after ", "12 bytes received.");
        assertThat(values("#details .figure"))
                .isNotEmpty()
                .allMatch(value -> value.matches("(queued|connect|wait): .+ms"));
    }

    @Test
    void comparisonSaysWhichPanelIsSelected() {
        openComparison();
        assertThat(accessibleText("#multiples")).doesNotContain("Selected");
        robot.push(KeyCode.DOWN);

        screen.until(() -> accessibleText("#multiples").endsWith(" Selected: Sequential."));
    }

    @Test
    void everyStatisticOfTheRunHasALabel() {
        finish();
        screen.until(() -> screen.text("#number-answered").equals("6 of 6"));
        List<Label> numbers = screen.look(() -> shown(".number-lines .figure", Label.class));
        assertThat(numbers).hasSizeGreaterThan(8);
        assertThat(numbers).allSatisfy(number -> assertThat(nameOf(number)).hasSizeGreaterThan(4));

        assertThat(values("#workers-table .label"))
                .contains("loop-1", "loop-1, tasks: 0")
                .anyMatch(value -> value.matches("loop-1, busy: .+"));
    }

    private List<String> rows(String query) {
        return screen.look(
                () ->
                        shown(query, IndexedCell.class).stream()
                                .filter(cell -> !cell.isEmpty())
                                .map(AccessibilityTest::accessibleText)
                                .toList());
    }

    private List<String> values(String query) {
        return screen.look(
                () ->
                        shown(query, Label.class).stream()
                                .map(AccessibilityTest::accessibleText)
                                .toList());
    }

    private <T extends Node> List<T> shown(String query, Class<T> type) {
        return robot.lookup(query).queryAllAs(type).stream()
                .filter(WindowRobot::isInSight)
                .toList();
    }

    private String accessibleText(String query) {
        return screen.look(() -> accessibleText(screen.node(query)));
    }

    /** Returns the accessible text, or else the visible text. */
    private static String accessibleText(Node node) {
        return String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    private static @Nullable String nameOf(Node node) {
        return node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Label label
                ? label.getText()
                : null;
    }

    /**
     * Every control needs a sentence rather than a word, because its surroundings are not visible
     * to the listener.
     */
    private void assertEverythingIsAccessible() {
        List<Node> controls = screen.look(this::controls);
        assertThat(controls).hasSizeGreaterThan(10);
        assertThat(screen.look(() -> controls.stream().flatMap(AccessibilityTest::fault).toList()))
                .isEmpty();
    }

    private List<Node> controls() {
        return WindowRobot.inSight(window.scene().getRoot())
                .filter(Node::isFocusTraversable)
                .toList();
    }

    private static Stream<String> fault(Node control) {
        String accessibleText =
                control instanceof TitledPane
                        ? accessibleText(control) + " is folded"
                        : sentence(control);
        String visibleLabel = visibleLabel(control);
        if (!accessibleText.matches("(?s)\\p{Lu}\\S*( \\S+){2,}")
                || accessibleText.matches("(?s).*[\\p{Co}@].*")) {
            return Stream.of(control + " says \"" + accessibleText + "\"");
        }
        return accessibleText
                        .toLowerCase(Locale.ROOT)
                        .contains(visibleLabel.toLowerCase(Locale.ROOT))
                ? Stream.empty()
                : Stream.of(
                        control
                                + " is seen as \""
                                + visibleLabel
                                + "\" and says \""
                                + accessibleText
                                + "\"");
    }

    private static String sentence(Node control) {
        return String.valueOf(control.getAccessibleText());
    }

    /**
     * The visible label, which must be part of the accessible text so that speech input recognises
     * it.
     */
    private static String visibleLabel(Node control) {
        String label = nameOf(control);
        String words = control instanceof Labeled labeled ? labeled.getText() : label;
        return words == null ? "" : words.replaceAll("[\u2026.]+$", "");
    }
}
