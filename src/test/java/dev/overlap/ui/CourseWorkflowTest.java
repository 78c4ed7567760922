package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonCatalog;
import dev.overlap.persistence.CourseFile;
import dev.overlap.persistence.UserDirectories;
import dev.overlap.persistence.WindowPreferences;
import dev.overlap.persistence.WindowState;
import dev.overlap.text.DurationFormat;
import dev.overlap.ui.history.SessionFiles;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Takes the course: opens lessons from their cards, runs them, and keeps the score. */
@ExtendWith(ApplicationExtension.class)
class CourseWorkflowTest extends WindowTest {

    private static final List<Lesson> LESSONS = LessonCatalog.all();

    @TempDir private Path folder;
    private Stage stage;

    @Start
    void start(Stage given) {
        stage = given;
        openWindow();
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
    }

    private void openWindow() {
        CourseFile course =
                CourseFile.of(new UserDirectories(Optional.of(folder), Optional.empty()))
                        .orElseThrow();
        window =
                new MainWindow(
                        new MainWindow.Services(
                                runner,
                                background,
                                (_, name) -> {
                                    suggested.add(name);
                                    return file;
                                },
                                _ -> file,
                                _ -> file,
                                _ -> file,
                                SessionFiles::read,
                                null,
                                course),
                        new WindowStateHolder(
                                WindowState.DEFAULT.withLooks(
                                        WindowPreferences.DEFAULT.withPage("lesson")),
                                kept::add));
        stage.setScene(window.scene());
    }

    private void openCourse() {
        chooseIn("#lesson", "lesson-all");
        screen.until(() -> screen.shows("#course"));
    }

    private void chooseIn(String menu, String item) {
        robot.interact(
                () ->
                        screen.find(menu, MenuButton.class).getItems().stream()
                                .filter(it -> item.equals(it.getId()))
                                .findFirst()
                                .orElseThrow()
                                .fire());
    }

    private Node card(int number) {
        return screen.node("#course-" + LESSONS.get(number - 1).id());
    }

    private String cardText(int number) {
        return screen.look(() -> card(number).getAccessibleText());
    }

    private String count(int done) {
        return done + " of " + LESSONS.size() + " done";
    }

    @Test
    void lessonsAreDoneOneAfterAnotherAndTheScoreIsKept() throws IOException {
        openCourse();
        assertThat(screen.text("#course-count")).isEqualTo(count(0));
        assertThat(screen.text("#course-continue"))
                .isEqualTo("Start with 1. " + LESSONS.getFirst().title());
        assertThat(cardText(1)).endsWith("Not done yet.");
        robot.push(KeyCode.ENTER);
        screen.until(() -> !screen.shows("#course"));
        assertThat(screen.text("#lesson-title")).isEqualTo(LESSONS.getFirst().title());
        guessAndRunTheFirstLesson();

        openCourse();
        screen.until(() -> screen.text("#course-count").equals(count(1)));
        assertThat(cardText(1)).contains("Done on ", "guess 700 ms, was " + measured());
        screen.until(
                () -> robot.lookup("#" + card(1).getId() + " .image-view").tryQuery().isPresent());
        assertThat(screen.text("#course-continue")).startsWith("Continue with 2. ");
        goByKeysToTheThirdLesson();
        exportResetAndUndo();
        printWorksheets();
        theScoreSurvivesARestart();
    }

    /** The wall time of the first run. */
    private String measured() {
        return DurationFormat.text(runner.runs().getFirst().trace().wallNanos());
    }

    private void guessAndRunTheFirstLesson() {
        robot.clickOn("#lesson-guess-" + LESSONS.getFirst().model()).write("700 ms");
        robot.push(KeyCode.ENTER);
        finish();
    }

    private void goByKeysToTheThirdLesson() {
        robot.interact(() -> card(1).requestFocus());
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.LEFT).push(KeyCode.DOWN);
        assertThat(focusOwner()).isEqualTo(cardBelow(card(2)));
        robot.push(KeyCode.END);
        assertThat(focusOwner()).isEqualTo(card(LESSONS.size()));
        screen.until(() -> isInView(card(LESSONS.size())));
        robot.push(KeyCode.HOME).push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.SPACE);
        screen.until(() -> !screen.shows("#course"));
        assertThat(screen.text("#lesson-title")).isEqualTo(LESSONS.get(2).title());
        skipGuess();
        FakeRun stopped = begin();
        robot.push(KeyCode.ESCAPE);
        screen.until(() -> stopped.trace().isFinished() && screen.isDisabled("#stop"));
        openCourse();
        assertThat(cardText(3)).as("a run that was stopped").endsWith("Not done yet.");
    }

    /** The highest card below another one, in its column. */
    private Node cardBelow(Node above) {
        Bounds from = sceneBounds(above);
        return IntStream.rangeClosed(1, LESSONS.size())
                .mapToObj(this::card)
                .filter(card -> sceneBounds(card).getMinX() == from.getMinX())
                .filter(card -> sceneBounds(card).getMinY() >= from.getMaxY())
                .min(Comparator.comparingDouble(card -> sceneBounds(card).getMinY()))
                .orElseThrow();
    }

    private boolean isInView(Node card) {
        Bounds view = sceneBounds(screen.node("#course-scroll"));
        return screen.look(() -> view.contains(sceneBounds(card)));
    }

    private static Bounds sceneBounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private void exportResetAndUndo() throws IOException {
        file = folder.resolve("score.csv");
        chooseIn("#course-score", "course-export");
        screen.until(() -> screen.status().startsWith("Saved"));
        assertThat(suggested).containsExactly("overlap-course.csv");
        List<String> rows = Files.readAllLines(file);
        assertThat(rows).hasSize(1 + LESSONS.size());
        assertThat(rows.get(1)).contains(",700.000,");

        chooseIn("#course-score", "course-reset");
        assertThat(screen.text("#course-count")).isEqualTo(count(0));
        assertThat(cardText(1)).endsWith("Not done yet.");
        assertThat(screen.shows("#course-undo")).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        screen.until(() -> screen.text("#course-count").equals(count(1)));
        chooseIn("#course-score", "course-reset");
        robot.interact(() -> screen.find("#course-undo", Button.class).fire());
        screen.until(() -> screen.text("#course-count").equals(count(1)));
        assertThat(screen.shows("#course-undo")).isFalse();
        robot.push(KeyCode.ESCAPE);
    }

    /** The third lesson is open; nothing is run for its paper. */
    private void printWorksheets() throws IOException {
        int runs = runner.runs().size();
        file = folder.resolve("one.html");
        chooseIn("#file", "file-worksheet");
        screen.until(() -> screen.status().startsWith("Saved " + file));
        assertThat(Files.readString(file))
                .contains("<h1>" + LESSONS.get(2).title() + "</h1>")
                .doesNotContain("<h1>" + LESSONS.getFirst().title() + "</h1>");
        file = folder.resolve("all.html");
        chooseIn("#file", "file-worksheets");
        screen.until(() -> screen.status().startsWith("Saved " + file));
        assertThat(Files.readString(file).split("<h1>", -1)).hasSize(LESSONS.size() + 1);
        assertThat(suggested).endsWith("worksheet.html", "worksheets.html");
        assertThat(runner.runs()).hasSize(runs);
    }

    private void theScoreSurvivesARestart() {
        robot.interact(
                () -> {
                    window.close();
                    openWindow();
                });
        robot.push(KeyCode.F8);
        openCourse();
        screen.until(() -> screen.text("#course-count").equals(count(1)));
        assertThat(cardText(1)).contains("guess 700 ms, was " + measured());
        assertThat(cutOff()).as("in projector mode at 1280 x 800").isEmpty();
    }

    /** The texts that are shortened, apart from those of lists; and whether it scrolls sideways. */
    private List<String> cutOff() {
        screen.letPulsesPass();
        ScrollPane scrolling = screen.find("#course-scroll", ScrollPane.class);
        assertThat(screen.look(() -> scrolling.getContent().getLayoutBounds().getWidth()))
                .isLessThanOrEqualTo(scrolling.getViewportBounds().getWidth() + 1);
        return screen.look(
                () ->
                        WindowRobot.inSight(screen.node("#course"))
                                .filter(Labeled.class::isInstance)
                                .map(Labeled.class::cast)
                                .filter(it -> !it.getParent().getStyleClass().contains("card-list"))
                                .filter(CourseWorkflowTest::isShortened)
                                .map(Labeled::getText)
                                .toList());
    }

    private static boolean isShortened(Labeled label) {
        return label.lookup(".text") instanceof Text shown
                && label.equals(shown.getParent())
                && !shown.getText().equals(label.getText());
    }
}
