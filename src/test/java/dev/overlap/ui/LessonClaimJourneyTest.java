package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.persistence.WindowState;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks what a lesson says of runs that do not show what it is about, and after a restart. */
class LessonClaimJourneyTest extends WindowTest {

    private static final String LESSON =
            """
            title: Quick
            question: How long?
            sites: |
              lab:/delay/9 x2
            models: [event-loop, threads]
            look-at:
              - say: Both wait at once.
                select: lab:/delay/9
            explanation: |
              It took {wall.event-loop}. You said {guess.event-loop}.
            take-home: Waits overlap.
            expect:
              - wall(event-loop) < 60s
            notes: Ask why.
            """;

    @TempDir private Path folder;

    @Start
    void start(Stage stage) {
        open(stage);
    }

    private void openQuickLesson() throws IOException {
        file = Files.writeString(folder.resolve("quick.yaml"), LESSON);
        chooseLessonFile();
        screen.until(() -> screen.has("#lesson-skip"));
    }

    @Test
    void aRunThatDeniesTheClaimIsSaidAndItsTextsAreHiddenUntilItHolds() throws IOException {
        openQuickLesson();
        skipGuess();
        FakeRun run = begin();
        run.allAnsweredAfter(100_000_000_000L);
        screen.until(() -> screen.has("#lesson-to-look"));
        robot.clickOn("#lesson-to-look");
        assertThat(screen.text("#lesson-claim-sentence"))
                .startsWith("This run does not show what the lesson is about: ")
                .contains("wall(event-loop) was not under 60s")
                .endsWith("Run it again.");
        assertThat(screen.has("#lesson-look-1")).isFalse();
        robot.clickOn("#step-why");
        assertThat(screen.has("#lesson-claim-sentence")).isTrue();
        assertThat(screen.has("#lesson-take-home")).isFalse();
        robot.clickOn("#lesson-anyway");
        assertThat(screen.shows("#lesson-take-home")).isTrue();
        assertThat(screen.shows("#lesson-claim-sentence")).as("still said").isTrue();

        robot.clickOn("#lesson-again");
        screen.until(() -> runner.runs().size() == 2);
        assertThat(screen.has("#lesson-take-home")).isFalse();
        screen.until(() -> screen.timeline().traceProperty().get().hasBegun());
        runner.runs().getLast().allWait().allAnswered();
        screen.until(() -> screen.has("#lesson-to-look"));
        robot.clickOn("#lesson-to-look");
        assertThat(screen.has("#lesson-claim-sentence")).isFalse();
        robot.clickOn("#lesson-look-1");
        screen.until(() -> screen.timeline().selectedTaskProperty().get() == 0);
        assertThat(screen.shows("#lesson-look-1")).as("the page stays").isTrue();
    }

    @Test
    void aStoppedRunIsNoAnswerAndNotesAreNeverInProjectorSize() throws IOException {
        openQuickLesson();
        assertThat(screen.shows("#lesson-notes")).isTrue();
        skipGuess();
        begin();
        robot.push(KeyCode.ESCAPE);
        screen.until(() -> !screen.isDisabled("#lesson-run"));
        assertThat(screen.has("#lesson-to-look")).isFalse();
        robot.push(KeyCode.F8);

        assertThat(screen.shows("#lesson-title")).as("the lesson stays on the beamer").isTrue();
        assertThat(screen.shows("#lesson-notes")).isFalse();
    }

    @Test
    void stepAndGuessesSurviveARestartAndTheAnswerIsThatOfTheLessonsOwnRun() throws IOException {
        openQuickLesson();
        for (String model : List.of("event-loop", "threads")) {
            robot.clickOn("#lesson-guess-" + model).write("300 ms").push(KeyCode.ENTER);
        }
        FakeRun run = begin();
        run.allAnswered();
        screen.until(() -> screen.has("#lesson-to-look"));
        robot.clickOn("#lesson-to-look").clickOn("#lesson-to-why");
        assertThat(texts()).anyMatch(it -> it.matches("It took .*s\\. You said 300 ms\\."));
        WindowState last = kept.getLast();
        reopen(last);

        screen.until(() -> screen.has("#lesson-take-home"));
        assertThat(texts()).as("of a run that is gone").noneMatch(it -> it.startsWith("It took"));
        robot.clickOn("#step-look");
        assertThat(screen.text("#lesson-run-missing")).contains("\"Event loop\"");
        robot.clickOn("#step-guess");
        assertThat(screen.find("#lesson-guess-threads", TextField.class).getText())
                .isEqualTo("300 ms");
        assertThat(kept.getLast().choices().of("lesson-step")).startsWith("guess why");
    }

    private List<String> texts() {
        return screen.look(
                () ->
                        WindowRobot.inSight(screen.node("#lesson-pane"))
                                .filter(Labeled.class::isInstance)
                                .map(node -> ((Labeled) node).getText())
                                .toList());
    }

    private void reopen(WindowState state) {
        Node root = window.scene().getRoot();
        robot.interact(
                () -> {
                    Stage stage = (Stage) root.getScene().getWindow();
                    window.close();
                    window =
                            new MainWindow(
                                    new MainWindow.Services(
                                            runner,
                                            background,
                                            (_, _) -> null,
                                            _ -> file,
                                            _ -> file),
                                    new WindowStateHolder(state, kept::add));
                    stage.setScene(window.scene());
                });
    }
}
