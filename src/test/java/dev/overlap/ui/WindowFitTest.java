package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.text.WindowText;
import dev.overlap.ui.run.StatusLine;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Checks that nothing is cut off at 1280 x 800, in the normal and in the projector's size. */
class WindowFitTest extends WindowTest {

    private static final int HEIGHT_PX = 800;
    private static final int SENTENCES = 40;

    @Start
    void start(Stage stage) {
        open(stage);
        stage.setHeight(HEIGHT_PX);
    }

    @Test
    void theLongestSentencesOfTheProgramFitInTheStatusLine() throws Exception {
        List<String> longest =
                sentences()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .limit(SENTENCES)
                        .toList();
        assertThat(longest.getLast()).hasSizeGreaterThan(90);
        assertThat(longest).anyMatch(it -> it.startsWith("This run would have "));
        finish();
        assertThat(cutOff(longest)).isEmpty();
        robot.push(KeyCode.F8);
        assertThat(cutOff(longest)).as("in projector mode").isEmpty();
    }

    @Test
    void settingsScrollOnlyBeforeTheListLosesItsLines() {
        assertThat(height(".settings-scroll")).isEqualTo(height("#settings"));
        double line =
                screen.look(() -> robot.lookup(".site-on").query().getParent()).prefHeight(-1);
        robot.push(KeyCode.F8).push(KeyCode.F9);
        screen.until(() -> height(".settings-scroll") < height("#settings"));
        assertThat(height("#sites")).isGreaterThan(4 * line);
    }

    private double height(String query) {
        return screen.look(() -> screen.node(query).getLayoutBounds().getHeight());
    }

    private List<String> cutOff(List<String> sentences) {
        StatusLine status = screen.find("#status", StatusLine.class);
        return screen.look(
                () -> sentences.stream().filter(sentence -> isCutOff(status, sentence)).toList());
    }

    private boolean isCutOff(StatusLine status, String sentence) {
        window.showStatus(sentence);
        window.scene().getRoot().applyCss();
        window.scene().getRoot().layout();
        return WindowRobot.inSight(status).flatMap(WindowFitTest::truncated).findAny().isPresent()
                || status.localToScene(status.getLayoutBounds()).getMaxY()
                        > window.scene().getHeight();
    }

    /** Every string in the program that is a sentence, with something long in its gaps. */
    private static Stream<String> sentences() throws IOException, URISyntaxException {
        URI text = Objects.requireNonNull(WindowText.class.getResource("WindowText.class")).toURI();
        try (Stream<Path> files = Files.walk(Path.of(text).getParent().getParent())) {
            return files
                    .filter(file -> file.toString().endsWith(".class"))
                    .flatMap(WindowFitTest::strings)
                    .filter(string -> string.matches("\\p{Lu}[^\\n]* [^\\n]*[.]"))
                    .map(
                            string ->
                                    string.replaceAll(
                                            "%[.,]?\\d*[sd]", "\"lab:/delay/1200?size=9\""))
                    .distinct()
                    .toList()
                    .stream();
        }
    }

    private static Stream<String> strings(Path file) {
        try {
            return StreamSupport.stream(
                            ClassFile.of().parse(file).constantPool().spliterator(), false)
                    .filter(StringEntry.class::isInstance)
                    .map(entry -> ((StringEntry) entry).stringValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothingInTheSidePanesIsCutOffInProjectorMode() {
        finish();
        robot.push(KeyCode.F8).push(KeyCode.F10);
        robot.interact(() -> screen.timeline().selectedTaskProperty().set(0));
        assertNothingIsCutOff(".right-pane", "the page of the run");
        robot.clickOn("#page-code");
        assertNothingIsCutOff(".right-pane", "the page of the program");
        openLesson();
        choose("#lesson", 1); // which has two models
        robot.push(KeyCode.F5);
        assertNothingIsCutOff(".right-pane", "the guess of a lesson");
        skipGuess();
        finish();
        assertNothingIsCutOff(".right-pane", "what was measured in a lesson");
        robot.clickOn("#lesson-to-look");
        assertNothingIsCutOff(".right-pane", "what to look at in a lesson");
        robot.clickOn("#lesson-to-why");
        assertNothingIsCutOff(".right-pane", "the explanation of a lesson");
        assertThat(screen.shows("#lesson-onward")).isTrue();
        robot.push(KeyCode.F9);
        assertThat(robot.lookup(".right-pane").tryQuery())
                .as("there is no room for both panes")
                .isEmpty();
        assertNothingIsCutOff(".left-pane", "the list and the settings");
        assertNothingIsCutOff(".top-bar", "the tool bar");
        assertNothingIsCutOff(".rows-bar", "the bar of the chart");
    }

    private void assertNothingIsCutOff(String part, String name) {
        screen.letPulsesPass();
        Node whole = screen.node(part);
        assertThat(screen.look(() -> faults(whole))).as(name).isEmpty();
    }

    private static List<String> faults(Node whole) {
        double right = whole.localToScene(whole.getLayoutBounds()).getMaxX() + 1;
        Stream<String> truncated = WindowRobot.inSight(whole).flatMap(WindowFitTest::truncated);
        Stream<String> outside =
                WindowRobot.inSight(whole)
                        .filter(Control.class::isInstance)
                        .filter(node -> !isShortenedOnPurpose(node))
                        .filter(node -> node.localToScene(node.getLayoutBounds()).getMaxX() > right)
                        .map(node -> "outside: " + node);
        return Stream.concat(truncated, outside).toList();
    }

    /** The text of a control, if what it shows is shorter. */
    private static Stream<String> truncated(Node node) {
        return node instanceof Labeled control
                        && !isShortenedOnPurpose(control)
                        && control.lookup(".text") instanceof Text shown
                        && control.equals(shown.getParent())
                        && !shown.getText().equals(control.getText())
                ? Stream.of(control.getText())
                : Stream.empty();
    }

    /** Addresses of sites and lines of code may be of any length; both can be read elsewhere. */
    private static boolean isShortenedOnPurpose(Node node) {
        return "details-label".equals(node.getId())
                || Stream.iterate(node, Objects::nonNull, Node::getParent)
                        .anyMatch(IndexedCell.class::isInstance);
    }
}
