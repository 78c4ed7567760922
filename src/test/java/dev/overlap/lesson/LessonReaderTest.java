package dev.overlap.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.lesson.claim.Claim;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.RunRules;
import dev.overlap.plan.Settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Pattern;

/** Tests reading lessons, and the problems reported for invalid ones. */
@Timeout(30)
class LessonReaderTest {

    private static Lesson read(String text) {
        return switch (LessonReader.read("mine", text)) {
            case LessonResult.Valid(Lesson lesson) -> lesson;
            case LessonResult.Invalid(List<LessonProblem> problems) ->
                    throw new AssertionError(problems);
        };
    }

    private static List<LessonProblem> problems(String text) {
        return switch (LessonReader.read("mine", text)) {
            case LessonResult.Valid(Lesson lesson) -> throw new AssertionError(lesson);
            case LessonResult.Invalid(List<LessonProblem> problems) -> problems;
        };
    }

    /** The only problem, in a line added to the minimal lesson. */
    private static LessonProblem problemOf(String more) {
        List<LessonProblem> problems = problems(LessonFiles.MINIMAL + more);
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    @Test
    void minimalLessonHasDefaultSettings() {
        Lesson lesson = read(LessonFiles.MINIMAL);

        assertThat(lesson.id()).isEqualTo("mine");
        assertThat(lesson.title()).isEqualTo("Two waits");
        assertThat(lesson.question()).isEqualTo("How long do they take?");
        assertThat(lesson.sites().text()).isEqualTo("lab:/delay/10\nlab:/delay/20\n");
        assertThat(lesson.models()).containsExactly("threads", "event-loop");
        assertThat(lesson.model()).isEqualTo("threads");
        assertThat(lesson.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(lesson.runs()).isEqualTo(Lesson.DEFAULT_RUNS);
        assertThat(lesson.asksForGuess()).isFalse();
        assertThat(lesson.notes()).isEmpty();
    }

    @Test
    void everySettingIsRead() {
        Lesson lesson =
                read(
                        LessonFiles.MINIMAL
                                + """
                                settings:
                                  workers: 7
                                  timeout: 2.5s
                                  repeat: 3
                                  connections-per-host: 5
                                  connections: 9
                                  warm: true
                                  trust-system: true
                                  interpreter-lock: true
                                  first-failure-cancels: true
                                runs: 5
                                asks-for-guess: true
                                """);

        assertThat(lesson.settings())
                .isEqualTo(
                        new Settings(
                                OptionalInt.of(7),
                                Duration.ofMillis(2_500),
                                3,
                                new ConnectionSettings(5, 9, true, true),
                                new RunRules(true, true, false)));
        assertThat(lesson.runs()).isEqualTo(5);
        assertThat(lesson.asksForGuess()).isTrue();
    }

    @Test
    void lineBreaksAreIgnoredAndBlankLinesSeparateParagraphs() {
        String literal = "notes: |\n  One\n  paragraph.\n\n  And\n  another.\n";
        String folded = "notes: >\n  One\n  paragraph.\n\n  And\n  another.\n";
        String plain = "notes: One\n  paragraph.\n\n  And\n  another.\n";

        for (String notes : List.of(literal, folded, plain)) {
            assertThat(read(LessonFiles.MINIMAL + notes).notes())
                    .as(notes)
                    .isEqualTo("One paragraph.\n\nAnd another.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "modles: [threads]       | `\"modles\" is not a key here. Did you mean"
                        + " \"models\"?`",
                "lookat: Here.           | `\"lookat\" is not a key here. Did you mean"
                        + " \"look-at\"?`",
                "teacher: Me             | `\"teacher\" is not a key here. The keys are: title,"
                    + " question, sites, models, settings, runs, minutes, asks-for-guess, look-at,"
                    + " explanation, take-home, expect, break-it, notes.`",
                "settings: {wokrers: 4}  | `\"wokrers\" is not a key here. Did you mean"
                        + " \"workers\"?`",
                "title: Again            | `\"title\" appears a second time, after line 1. Keep"
                        + " one of them.`",
                "runs: many              | `\"runs\" needs a whole number, such as 4, not"
                        + " \"many\".`",
                "runs: 0                 | The number of runs must be between 1 and 99.",
                "notes: 12               | `\"notes\" needs a text, not \"12\". Put it in quotes.`",
                "notes:                  | `\"notes\" needs a text, not nothing. Put it in"
                        + " quotes.`",
                "notes: [a]              | `\"notes\" needs a text, not a list.`",
                "asks-for-guess: maybe   | `\"asks-for-guess\" needs true or false, not"
                        + " \"maybe\".`",
                "settings: none          | `\"settings\" needs keys and values of its own, indented"
                        + " below it, not \"none\".`",
                "settings: {workers: 0}  | The number of workers must be between 1 and 1000.",
                "settings: {repeat: 0}   | The list must run 1 to 10000 times.",
                "settings: {warm: 3}     | `\"warm\" needs true or false, not \"3\".`",
                "settings: {timeout: soon} | `\"timeout\": \"soon\" is not a duration. Write it as"
                        + " in 400ms, 2.5s or 1min.`",
                "settings: {timeout: 5}  | `\"timeout\": \"5\" has no unit. Write 5s or" + " 5ms.`",
                "settings: {timeout: [5s]} | `\"timeout\" needs a time, such as 400ms, 2.5s or"
                        + " 1min, not a list.`",
                "settings: {timeout: 2h} | The timeout must be between 1 ms and 1 hour.",
                "settings: {connections: 0} | The number of connections in total must be between 1"
                        + " and 100000.",
                "? [a, b]                | A key must be one of these words: title, question,"
                        + " sites, models, settings, runs, minutes, asks-for-guess, look-at,"
                        + " explanation, take-home, expect, break-it, notes.",
                "notes: &a text          | ``",
            })
    void problemHasItsLineAndSolution(String more, String sentence) {
        if (sentence.isEmpty()) {
            assertThat(read(LessonFiles.MINIMAL + more).notes()).isEqualTo("text");
        } else {
            assertThat(problemOf(more)).isEqualTo(new LessonProblem(9, sentence));
        }
    }

    @Test
    void allProblemsAreReportedSortedByLine() {
        List<LessonProblem> problems =
                problems(
                        """
                        title: [a, b]
                        question: How long?
                        sites: |
                          lab:/delay/10
                          htp://example.org

                          lab:delay
                        models: [threads, event-lop, gevent]
                        settings:
                          timeout: long
                          workers: 5000
                        look-at: There.
                        colour: red
                        """);

        assertThat(problems)
                .extracting(LessonProblem::line)
                .containsExactly(1, 1, 5, 7, 8, 8, 10, 11, 13);
        assertThat(problems.get(0).sentence()).contains("\"title\" needs a text, not a list");
        assertThat(problems.get(1).sentence()).contains("\"explanation\" is missing");
        assertThat(problems.get(2).sentence()).startsWith("Scheme must be http or https");
        assertThat(problems.get(3).sentence()).startsWith("A site of the lab is a path.");
        assertThat(problems.get(4).sentence())
                .isEqualTo("There is no model \"event-lop\". Did you mean \"event-loop\"?");
        assertThat(problems.get(5).sentence())
                .startsWith("There is no model \"gevent\". The models are: ");
        assertThat(problems).allMatch(problem -> problem.sentence().matches("(?s)[A-Z\"].*[.?]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sites: ''", "sites: '# only a comment'", "sites: off lab:/delay/5"})
    void lessonWithNothingToRunIsRejected(String sites) {
        String text = LessonFiles.MINIMAL.replaceFirst("sites: \\|\n.*\n.*\n", sites + "\n");
        assertThat(problems(text)).singleElement().extracting(LessonProblem::line).isEqualTo(3);
    }

    private static final String NEW_FORM =
            """
            title: Two waits
            question: How long do they take?
            sites: |
              lab:/delay/10
              add:hits
            models: [threads, event-loop]
            minutes: 4
            look-at:
              - say: The second
                  row.
                select: 2
                rows: workers
                zoom: 10ms-1.5s
                at: 250ms
              - say: All of it.
                select: lab:/delay/10
                zoom: all
            explanation: |
              It took {wall.threads}.
              Lost: {lost.hits}.
            take-home: Waits
              overlap.
            expect:
              - wall(event-loop) < 2 * wall(threads)
              - end(threads, 2) < 10s
            break-it: hits
            """;

    @Test
    void newFormIsRead() {
        Lesson lesson = read(NEW_FORM);

        assertThat(lesson.minutes()).isEqualTo(4);
        assertThat(lesson.asksForGuess()).isTrue();
        assertThat(lesson.lookAt())
                .containsExactly(
                        new Observation(
                                "The second row.",
                                "2",
                                "workers",
                                new Zoom(Duration.ofMillis(10), Duration.ofMillis(1_500)),
                                Duration.ofMillis(250)),
                        new Observation("All of it.", "lab:/delay/10", "", Zoom.ALL, null));
        assertThat(lesson.lookAt()).allMatch(Observation::hasPlace);
        assertThat(lesson.explanation()).isEqualTo("It took {wall.threads}. Lost: {lost.hits}.");
        assertThat(lesson.takeHome()).isEqualTo("Waits overlap.");
        assertThat(lesson.breakIt()).isEqualTo("hits");
        assertThat(lesson.claims())
                .containsExactly(
                        Claim.parse("wall(event-loop) < 2 * wall(threads)"),
                        Claim.parse("end(threads, 2) < 10s"));
    }

    @Test
    void oldFormHasAnObservationPerParagraphAndAsksForNoGuess() {
        Lesson lesson =
                read(
                        LessonFiles.MINIMAL.replace(
                                "look-at: The two bars.", "look-at: |\n  One\n  row.\n\n  Two."));

        assertThat(lesson.lookAt())
                .containsExactly(new Observation("One row."), new Observation("Two."));
        assertThat(lesson.lookAt()).noneMatch(Observation::hasPlace);
        assertThat(lesson.asksForGuess()).isFalse();
        assertThat(lesson.minutes()).isZero();
        assertThat(lesson.takeHome()).isEmpty();
        assertThat(lesson.breakIt()).isEmpty();
        assertThat(lesson.claims()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "minutes: 4 | minutes: 0 | 7 | A lesson takes 1 to 60 minutes.",
                "select: 2 | select: 3 | 11 | `\"3\" is no task of the list. Write its number,"
                        + " from 1 to 2, or its label, such as \"lab:/delay/10\".`",
                "rows: workers | rows: worker | 12 | `There are no rows \"worker\". Write one of:"
                        + " tasks, workers, connections, resources.`",
                "10ms-1.5s | 10ms | 13 | `\"10ms\" is no zoom. Write it as in 100ms-400ms, or"
                        + " all.`",
                "10ms-1.5s | 2s-1.5s | 13 | A zoom ends after it begins, as in 100ms-400ms.",
                "at: 250ms | at: 2h | 14 | `\"at\" must be at most an hour.`",
                "10ms-1.5s | 10ms-2h | 13 | `\"zoom\" must be at most an hour.`",
                "at: 250ms | at: 250 | 14 | `\"at\": \"250\" has no unit. Write 250s or 250ms.`",
                "at: 250ms | ad: 250ms | 14 | `\"ad\" is not a key here. The keys are:"
                        + " say, select, rows, zoom, at.`",
                "- say: All of it. | - rows: tasks | 15 | `\"say\" is missing. Add this key.`",
                "{wall.threads} | {wall.sequential} | 19 | `The lesson does not run"
                        + " \"sequential\". The models are: event-loop, threads.`",
                "break-it: hits | break-it: misses | 26 | `\"misses\" is no counter of the list."
                        + " Write the name of one that a line adds to.`",
                "break-it: hits | break-it: true | 26 | `\"break-it\" needs a text, not \"true\"."
                        + " Put it in quotes.`",
                "{lost.hits} | {lost.misses} | 20 | `The list has no counter \"misses\". The"
                        + " counters are: hits.`",
                "{lost.hits} | {lots.hits} | 20 | `\"{lots.hits}\" is not measured. A brace begins"
                        + " a measured figure, such as {wall.threads} or {sum}; write {{ for a"
                        + " brace.`",
                "2 * wall | 2 + wall | 24 | A time cannot be added to a number. Give the number a"
                        + " unit, as in 300ms.",
                "end(threads, 2) | end(threads, 3) | 25 | There is no task 3. The tasks of the list"
                        + " are numbered from 1 to 2.",
            })
    void mistakeInTheNewFormHasItsLine(String good, String bad, int line, String sentence) {
        assertThat(NEW_FORM).contains(good);
        assertThat(problems(NEW_FORM.replaceFirst(Pattern.quote(good), bad)))
                .containsExactly(new LessonProblem(line, sentence));
    }

    @Test
    void foldedSitesAreReported() {
        assertThat(problems(LessonFiles.MINIMAL.replace("sites: |", "sites: >")))
                .containsExactly(
                        new LessonProblem(
                                3, "A > puts all sites on one line. Write sites: | instead."));
    }

    @Test
    void tooManyTasksAreRejected() {
        String text = LessonFiles.MINIMAL.replace("lab:/delay/10", "lab:/delay/10 x99999");
        assertThat(problems(text + "settings: {repeat: 2}"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("100000 tasks"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing but a comment\n", "\ufeff", "---\n...\n"})
    void emptyFileIsReported(String text) {
        assertThat(problems(text)).hasSize(1);
        assertThat(problems(text).getFirst().sentence())
                .contains(
                        "Write a lesson as keys and values, such as \"title: One after another\".");
    }

    @Test
    void byteOrderMarkAndCarriageReturnsAreAccepted() {
        assertThat(read("\ufeff" + LessonFiles.MINIMAL.replace("\n", "\r\n")))
                .isEqualTo(read(LessonFiles.MINIMAL));
    }

    @Test
    void everyLineIndentedByATabIsReported() {
        String text = LessonFiles.MINIMAL + "settings:\n\tworkers: 3\n\trepeat: 2\n";
        assertThat(problems(text))
                .containsExactly(
                        new LessonProblem(10, "This line is indented with a tab. Use spaces."),
                        new LessonProblem(11, "This line is indented with a tab. Use spaces."));
    }

    @ParameterizedTest
    @CsvSource({
        "'title: The trap: a call', 1",
        "'title: Good\nquestion: \"without an end', 2",
        "'title: Good\n  question: Bad', 2",
        "'title: Good\nsites: [a, b', 2",
        "'title: Good\nnot a key\nquestion: Good', 3",
        "'title: %bad\nquestion: Good', 1",
        "'<html>\n<body>Not found</body>\n</html>', 1",
        "'title: a\n---\ntitle: b', 2",
    })
    void invalidYamlIsReportedWithItsLine(String text, int line) {
        List<LessonProblem> problems = problems(text);
        assertThat(problems.getFirst().line()).as("%s", problems).isEqualTo(line);
    }

    @Test
    void invisibleCharacterIsReported() {
        assertThat(problems("title: Good\nquestion: Be\u0007ll"))
                .containsExactly(
                        new LessonProblem(
                                2, "There is an invisible character here, U+0007. Remove it."));
    }

    @Test
    void twoMegabytesAreRejectedAtOnce() {
        assertThat(problems("lab:/delay/10 x3\n".repeat(125_000)))
                .containsExactly(
                        new LessonProblem(
                                1,
                                "The file has more than 500000 characters. A lesson is a page or"
                                        + " two of text."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{",
                "- ",
                "? ",
                "a: {b: ",
                "&a [*a, ",
                "\"",
                "'",
                "|\n",
                "!!",
                "%",
                "*",
                "\t",
                "\n",
                "---\n",
                "\ud800"
            })
    void endlessRepetitionIsHarmless(String piece) {
        assertThat(problems(piece.repeat(100_000 / piece.length()))).isNotEmpty();
    }

    @Test
    void aliasIsNotExpanded() {
        String bomb =
                """
                a: &a [x, x, x, x, x, x, x, x, x]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
                c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
                """;
        assertThat(problems(bomb))
                .containsExactly(
                        new LessonProblem(
                                2,
                                "A * refers to another place in the file. Write out what is meant"
                                        + " instead."));
    }

    static List<Path> files() {
        return LessonFiles.all();
    }

    /** A random typo in a valid file is parsed or reported, quickly. */
    @ParameterizedTest
    @MethodSource("files")
    void mutatedLessonNeverThrows(Path file) {
        String text = LessonFiles.read(file);
        Random random = new Random(20_260_101);
        String keys = " \t\n:-[]{}#&*!|>'\"%@`,?\0\u2028x0";
        for (int i = 0; i < 60; i++) {
            StringBuilder mutated = new StringBuilder(text);
            for (int j = 0; j <= random.nextInt(3); j++) {
                int at = random.nextInt(mutated.length());
                mutated.setCharAt(at, keys.charAt(random.nextInt(keys.length())));
            }
            if (LessonReader.read("slip", mutated.toString())
                    instanceof LessonResult.Invalid invalid) {
                int lines = (int) text.lines().count() + 3;
                assertThat(invalid.problems())
                        .isNotEmpty()
                        .allMatch(problem -> problem.line() >= 1 && problem.line() <= lines);
            }
        }
    }
}
