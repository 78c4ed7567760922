package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Files that hold runs, on the command line: shown, compared and checked without running any. */
class ShowCommandTest {

    @TempDir private Path folder;
    private TestCommandLine run;
    private TestCommandLine reopened;

    @BeforeEach
    void makeCommandLines() {
        run = TestCommandLine.in(folder);
        reopened = TestCommandLine.in(folder);
    }

    private static int type(TestCommandLine commandLine, String words) {
        return commandLine.type(words.split(" "));
    }

    private static List<String> results(TestCommandLine commandLine) {
        return commandLine.outLines().stream().filter(line -> !line.startsWith("Wrote ")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --json", " --out -", " --quiet"})
    void aRunIsPrintedAndWrittenAsWhenItWasMade(String form) throws IOException {
        String made =
                "run --model threads --site lab:/a --site lab:/reset --site cpu:5ms"
                        + " --out a.overlap --out a.events --out a.csv --out a.svg --out a.har";
        assertThat(type(run, made + form)).isOne();

        assertThat(type(reopened, "show a.overlap --out b.csv --out b.svg --out b.har" + form))
                .isOne();

        assertThat(results(reopened)).isEqualTo(results(run));
        assertThat(reopened.err())
                .contains(form.equals(" --json") ? "" : "lab:/reset reset it. Try again.")
                .contains("overlap: 1 computation is not in a HAR.");
        for (String extension : List.of("csv", "svg", "har")) {
            assertThat(folder.resolve("b." + extension))
                    .hasSameBinaryContentAs(folder.resolve("a." + extension));
        }
        assertThat(reopened.engine.plans).isEmpty();
    }

    @Test
    void aComparisonIsPrintedAsWhenItWasMade() {
        String made = "compare --models threads,sequential --runs 2 --site lab:/a --out a.events";
        assertThat(type(run, made + " --guess threads=400ms")).isZero();

        assertThat(type(reopened, "show a.events")).isZero();

        assertThat(results(reopened)).isEqualTo(results(run).subList(4, results(run).size()));
    }

    @Test
    void severalFilesAreTheVariantsOfAComparison() {
        type(run, "run --model threads --site lab:/a --out monday.overlap");
        type(run, "run --model threads --site lab:/a --out tuesday.overlap");
        type(run, "run --model sequential --site lab:/a --out one.events");

        assertThat(type(reopened, "show monday.overlap tuesday.overlap")).isZero();
        assertThat(reopened.out()).contains("monday ", "tuesday ").doesNotContain("Threads");

        TestCommandLine compared = TestCommandLine.in(folder);
        assertThat(type(compared, "compare --from monday.overlap one.events --out x.png")).isZero();
        assertThat(compared.out()).contains("threads", "sequential").doesNotContain("monday");
        assertThat(folder.resolve("x.png")).isNotEmptyFile();
    }

    @Test
    void variantsAreNamedSoThatAllCanBeToldApart() {
        type(run, "run --model threads --site lab:/a --out one.overlap --out one.events");
        type(run, "run --model sequential --site lab:/b --out other.overlap");
        type(run, "compare --models threads,sequential --site lab:/a --out both.overlap");

        assertThat(shownNames("one.overlap other.overlap"))
                .containsExactly("Threads", "Sequential");
        assertThat(shownNames("one.overlap one.events"))
                .containsExactly("one.overlap", "one.events");
        assertThat(shownNames("one.overlap ./one.overlap"))
                .containsExactly("one.overlap", "./one.overlap");
        assertThat(shownNames("one.overlap both.overlap"))
                .containsExactly("one", "both: Threads", "both: Sequential");
    }

    /** Returns the first cells of the table of a comparison, in the order of the files. */
    private List<String> shownNames(String files) {
        TestCommandLine commandLine = TestCommandLine.in(folder);
        assertThat(type(commandLine, "show " + files)).isZero();
        return commandLine.outLines().subList(1, commandLine.outLines().size() - 1).stream()
                .map(line -> line.replaceFirst(" {2,}.*", ""))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compare --from a.overlap --models all",
                "compare --from a.overlap --site lab:/a",
                "compare my.sites --from a.overlap",
                "compare --from a.overlap --timeout 3s"
            })
    void whatSaysHowToRunIsRefusedWhereNothingIsRun(String words) {
        assertThat(type(run, words)).isEqualTo(2);
        assertThat(run.err()).startsWith("overlap: With --from nothing is run: leave out ");
    }

    @Test
    void whatIsNoRunIsRefusedWithASentence() throws IOException {
        Files.writeString(folder.resolve("my.sites"), "lab:/a\n");

        assertThat(type(run, "show nothing.overlap")).isEqualTo(2);
        assertThat(type(run, "show my.sites")).isEqualTo(2);

        assertThat(run.err().lines())
                .containsExactly(
                        "overlap: There is no file \"nothing.overlap\".",
                        "overlap: \"my.sites\" cannot be read: This is no file with a run: neither"
                            + " a session or event log of Overlap, nor a log of Overlap events, nor"
                            + " a HAR, nor a Chrome trace.");
    }

    @Test
    void ofACutFileTheBeginIsShownAndItsEndIsSaid() throws IOException {
        type(run, "run --model threads --site lab:/a --out a.events");
        List<String> lines = Files.readAllLines(folder.resolve("a.events"));
        Files.write(folder.resolve("cut.events"), lines.subList(0, lines.size() - 3));

        assertThat(type(reopened, "show cut.events")).isOne();
        assertThat(reopened.err())
                .startsWith("overlap: \"cut.events\": The file is cut at line ")
                .endsWith(" What comes before it is shown.\n");
        assertThat(reopened.out()).contains("Model");
        assertThat(type(reopened, "check cut.events")).isOne();
    }

    @Test
    void jsonAloneCouldBeOneOfTwoFormats() {
        assertThat(type(run, "run --model threads --site lab:/a --out a.json")).isEqualTo(2);
        assertThat(run.err()).contains(".trace.json", ".jsonl");
        assertThat(run.engine.plans).isEmpty();
        assertThat(type(reopened, "run --model threads --site lab:/a --out a.Trace.JSON")).isZero();
    }

    @Test
    void aFileIsCheckedAsWhatItsContentSaysItIs() throws IOException {
        type(run, "run --model threads --site lab:/a --out a.overlap --out a.events --out a.har");
        type(run, "run --model threads --site lab:/a --out a.trace.json.gz");
        Files.move(folder.resolve("a.overlap"), folder.resolve("a.sites"));
        Files.writeString(folder.resolve("b.sites"), "lab:/delay/3\n");
        Files.writeString(folder.resolve("lesson.sites"), "# a lesson\ntitle: A\n");
        Path lesson = Path.of("assets", "lessons");
        try (var lessons = Files.list(lesson)) {
            Path first =
                    lessons.filter(file -> file.toString().endsWith(".yaml")).findFirst().get();
            Files.copy(first, folder.resolve("good"));
        }

        int[] codes =
                Arrays.stream(
                                "a.sites a.events a.har a.trace.json.gz b.sites good lesson.sites"
                                        .split(" "))
                        .mapToInt(file -> type(reopened, "check " + file))
                        .toArray();

        assertThat(codes).containsExactly(0, 0, 0, 0, 0, 0, 1);
        assertThat(reopened.outLines().subList(0, 5))
                // a build has a version, a folder of classes has none
                .map(line -> line.replaceFirst("\"overlap [0-9.]+\"", "\"overlap\""))
                .containsExactly(
                        "a.sites: session of Overlap with a run of 1 task, \"Threads\".",
                        "a.events: event log of Overlap with a run of 1 task, \"Threads\".",
                        "a.har: HAR with a run of 1 task, \"overlap\".",
                        "a.trace.json.gz: Chrome trace with a run of 1 task, \"overlap\".",
                        "Site list of 1 line: 1 site to run, making 1 task; 0 switched off; 0 not"
                                + " understood.");
        assertThat(reopened.outLines().get(5)).startsWith("good: a lesson, \"");
        assertThat(reopened.outLines().get(6))
                .isEqualTo("lesson.sites: a lesson, which cannot be opened.");
        assertThat(reopened.outLines().get(7)).startsWith("lesson.sites, line ");
    }
}
