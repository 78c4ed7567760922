package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonCatalog;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class LessonCommandTest {

    private static final String LESSON =
            """
            title: Mine
            question: How long?
            sites: |
              lab:/a
              lab:/b
            models: [threads, sequential]
            runs: 1
            look-at:
              - say: The ends.
            explanation: So it is.
            """;

    private static final String LAST = "the-articles-listing-itself";

    @TempDir private Path folder;
    private TestCommandLine commandLine = TestCommandLine.in(Path.of(""));

    @BeforeEach
    void enter() {
        commandLine = TestCommandLine.in(folder);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void checkNamesEveryMistakeOfEveryFile() throws IOException {
        write("good.yaml", LESSON);
        write("bad.yaml", LESSON.replace("threads,", "threds,").replace("runs: 1", "runs: many"));

        assertThat(commandLine.type("lesson", "check", "good.yaml")).isZero();
        assertThat(commandLine.type("lesson", "check", "bad.yaml", "good.yaml")).isOne();

        assertThat(commandLine.outLines())
                .hasSize(5)
                .startsWith(
                        "good.yaml: a lesson, \"Mine\".",
                        "bad.yaml: a lesson, which cannot be opened.")
                .endsWith("good.yaml: a lesson, \"Mine\".")
                .anyMatch(line -> line.startsWith("bad.yaml, line 6: There is no model \"threds\""))
                .anyMatch(line -> line.startsWith("bad.yaml, line 7: "));
        assertThat(commandLine.engine.plans).isEmpty();
    }

    @Test
    void runSaysWhichClaimsHold() throws IOException {
        write("holds.yaml", LESSON + "expect:\n  - tasks(threads) = 2 and failed(threads) = 0\n");
        write("fails.yaml", LESSON + "expect:\n  - failed(sequential) = 2\n");

        assertThat(commandLine.type("lesson", "run", "holds.yaml")).isZero();
        assertThat(commandLine.engine.plans).hasSize(2);
        assertThat(commandLine.outLines())
                .contains("Mine", "Holds: tasks(threads) = 2 and failed(threads) = 0");
        assertThat(commandLine.type("lesson", "run", "fails.yaml", "holds.yaml")).isOne();
        assertThat(commandLine.outLines())
                .contains("Does not hold: failed(sequential) = 2")
                .endsWith("Holds: tasks(threads) = 2 and failed(threads) = 0");
    }

    /** What was asked for by its name has not been done; of all, the others have. */
    @Test
    void aLessonWhosePythonIsMissingIsNotRunAndClaimsNothing() throws IOException {
        String left = "Not run, and no claim was checked: Install a Python.";
        String python = LESSON.replace("[threads,", "[python:threads,") + "expect: 1 = 1\n";
        write("python.yaml", python);
        commandLine.engine.hasNoPython = true;

        assertThat(commandLine.type("lesson", "run", "python.yaml")).isOne();
        assertThat(commandLine.outLines()).containsExactly("Mine", left);
        assertThat(commandLine.engine.plans).isEmpty();
        String[] two = {
            "lesson", "print", "one-after-another", LAST, "--solutions", "--out", "all.html"
        };
        assertThat(commandLine.type(two)).isOne();
        assertThat(commandLine.outLines()).endsWith("The article's listing, itself", left);
        assertThat(folder.resolve("all.html"))
                .content()
                .contains("Solution: One after another")
                .doesNotContain("Solution: The article");

        commandLine.engine.hasNoPython = false;
        assertThat(commandLine.type("lesson", "run", "python.yaml")).isZero();
        assertThat(commandLine.outLines()).endsWith("Holds: 1 = 1");
    }

    @Test
    void onlyALessonThatIsNotNamedMayBeLeftOut() {
        Lesson last = LessonCatalog.all().getLast();

        assertThat(last.id()).isEqualTo(LAST);
        assertThat(LessonFiles.isOfAll(last, List.of("all"))).isTrue();
        assertThat(LessonFiles.isOfAll(last, List.of("all", LAST))).isFalse();
        assertThat(LessonFiles.isOfAll(last, List.of(LAST))).isFalse();
        assertThat(LessonFiles.isOfAll(last.withModels(id -> id + "x"), List.of("all"))).isFalse();
    }

    @Test
    void printWritesQuestionsAndOnRequestSolutions() throws IOException {
        write("mine.yaml", LESSON);

        assertThat(commandLine.type("lesson", "print", "mine.yaml", "--out", "q.html")).isZero();
        assertThat(commandLine.engine.plans).as("nothing is run for questions").isEmpty();
        assertThat(folder.resolve("q.html")).content().contains("Mine").doesNotContain("Solution");

        String[] solved = {"lesson", "print", "mine.yaml", "--solutions", "--out", "s.html"};
        assertThat(commandLine.type(solved)).isZero();
        assertThat(commandLine.engine.plans).hasSize(2);
        assertThat(folder.resolve("s.html")).content().contains("Solution: Mine", "So it is.");
        assertThat(commandLine.err()).isEmpty();
    }

    @Test
    void whatCannotBeDoneIsSaidInASentence() throws IOException {
        write("bad.yaml", "title: Mine\n");

        assertThat(commandLine.type("lesson")).isEqualTo(2);
        assertThat(commandLine.type("lesson", "run", "nothing")).isEqualTo(2);
        assertThat(commandLine.type("lesson", "run", "bad.yaml")).isEqualTo(2);
        assertThat(commandLine.type("lesson", "print", "all", "--out", "a.pdf")).isEqualTo(2);
        assertThat(commandLine.type("lesson", "print", "all", "--out", "no/a.html")).isEqualTo(2);

        assertThat(commandLine.err())
                .contains(
                        "overlap: A command is missing: check, run or print.",
                        "overlap: There is no file and no lesson \"nothing\".",
                        "overlap: bad.yaml, line 1: \"question\" is missing. Add this key.",
                        "overlap: bad.yaml: a lesson, which cannot be opened.",
                        "overlap: \"a.pdf\" does not end in .html. Name the worksheet so.",
                        "overlap: There is no folder to write \"no/a.html\" to. Create it first.");
        assertThat(commandLine.engine.plans).isEmpty();
    }
}
