package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Comparator.comparing;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.Run;
import dev.overlap.plan.Plan;
import dev.overlap.plan.RunRules;
import dev.overlap.plan.Settings;
import dev.overlap.render.Theme;
import dev.overlap.runtime.EngineSession;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import javax.imageio.ImageIO;

/** The command {@code compare}, with a fake engine. */
@Timeout(60)
class CompareCommandTest {

    private static final List<String> DEFAULT_MODELS =
            List.of("sequential", "threads", "thread-pool", "event-loop", "blocked-loop");

    @TempDir private Path folder;
    private TestCommandLine commandLine;

    @BeforeEach
    void makeCommandLine() {
        commandLine = TestCommandLine.in(folder);
    }

    private int compare(String words) {
        return commandLine.type(("compare " + words).split(" "));
    }

    private List<String> models() {
        return commandLine.engine.plans.stream().map(Plan::model).toList();
    }

    private List<String> table(String head) {
        return commandLine.outLines().stream().dropWhile(line -> !line.startsWith(head)).toList();
    }

    @Test
    void defaultModelsAreRunThreeTimesInAlternatingOrder() {
        assertThat(compare("--site lab:/a --site lab:/b")).isZero();
        assertThat(models().subList(0, 5)).isEqualTo(DEFAULT_MODELS);
        assertThat(models().subList(5, 10)).isEqualTo(DEFAULT_MODELS.reversed());
        assertThat(models().subList(10, 15)).isEqualTo(DEFAULT_MODELS);
        assertThat(commandLine.err()).isEmpty();
        assertThat(commandLine.engine.closed).isTrue();
    }

    @Test
    void everyRunIsPrintedThenTheTableAndTheConclusion() {
        compare("--models sequential,event-loop --runs 2 --site lab:/a --sort list");
        assertThat(commandLine.outLines().subList(0, 4))
                .satisfiesExactly(
                        line -> assertThat(line).matches("sequential, run 1 of 2: .* ms\\."),
                        line -> assertThat(line).startsWith("event-loop, run 1 of 2: "),
                        line -> assertThat(line).startsWith("event-loop, run 2 of 2: "),
                        line -> assertThat(line).startsWith("sequential, run 2 of 2: "));
        List<String> table = table("model ");
        assertThat(table).hasSize(4);
        assertThat(table.get(0))
                .matches(
                        "model +wall +least to most +speed-up +threads +processes +in flight +CPU"
                                + " +failed");
        assertThat(table.get(1))
                .matches("sequential +\\S+ ms +\\S+( to \\S+)? ms +1\\.0 x +0 +0 +1 +\\S+ s +0");
        assertThat(table.get(2)).startsWith("event-loop ");
        assertThat(table.get(3)).contains("Medians of 2 runs each");
    }

    @Test
    void planIsMadeFromAllOptions() throws IOException {
        Files.writeString(folder.resolve("my.sites"), "lab:/file\n");
        assertThat(
                        compare(
                                "my.sites --site lab:/one --models threads --runs 1 --workers 7"
                                        + " --repeat 2 --timeout 2.5s --interpreter-lock"))
                .isZero();
        Plan plan = commandLine.engine.plans.getFirst();
        assertThat(plan.sites().text()).isEqualTo("lab:/file\nlab:/one\n");
        assertThat(plan.settings())
                .isEqualTo(
                        new Settings(7, Duration.ofMillis(2_500), 2)
                                .withRules(new RunRules(true, false, false)));
    }

    @Test
    void aModelThatCollectsInOneWayOnlyIsComparedAllTheSameAndSaidToBe() {
        assertThat(
                        compare(
                                "--models sequential,threads --collect in-order --runs 1 --site"
                                        + " lab:/a"))
                .isZero();
        assertThat(models()).containsExactly("sequential", "threads");
        assertThat(commandLine.err())
                .contains(
                        "How results are collected has no effect on \"Sequential\". This model has"
                                + " each result in hand before it begins the next task")
                .doesNotContain("\"Threads\"");
    }

    @Test
    void standardInputIsReadAndAllMeansEveryModelThatDoesNotHang() {
        commandLine = commandLine.withInput("lab:/a\n".getBytes(StandardCharsets.UTF_8));
        assertThat(compare("- --models all --runs 1")).isZero();
        assertThat(models())
                .isEqualTo(
                        ConcurrencyModel.all().stream()
                                .filter(model -> !model.hangs())
                                .map(ConcurrencyModel::id)
                                .toList());
    }

    @Test
    void aSweepRunsOneModelWithEachNumberOfWorkers() {
        assertThat(compare("--sweep 1,4 --model thread-pool --runs 1 --site lab:/a")).isZero();
        assertThat(commandLine.engine.plans)
                .extracting(plan -> plan.settings().workers())
                .containsExactly(OptionalInt.of(1), OptionalInt.of(4));
        assertThat(commandLine.outLines().getFirst()).startsWith("thread-pool with 1 worker: ");
        assertThat(table("workers ").getFirst()).contains(" ideal ");
        assertThat(commandLine.outLines().getLast()).startsWith("\"Thread pool\" ");
    }

    @Test
    void anAutomaticSweepEndsWithTheSizeOfTheList() {
        assertThat(compare("--sweep auto --model event-loop --runs 1 --site lab:/a --repeat 3"))
                .isZero();
        assertThat(commandLine.engine.plans)
                .extracting(plan -> plan.settings().workers().getAsInt())
                .containsExactly(1, 2, 3);
    }

    @Test
    void failuresArePrintedOncePerVariantAndExitWithOne() {
        assertThat(compare("--models threads,event-loop --site lab:/a --site lab:/reset")).isOne();
        assertThat(commandLine.err().lines())
                .containsExactly(
                        "overlap: threads: lab:/reset reset it. Try again.",
                        "overlap: event-loop: lab:/reset reset it. Try again.");
        assertThat(commandLine.out())
                .containsPattern("threads, run 2 of 3: .*, 1 of 2 tasks not done\\.")
                .contains("In every case up to 1 of 2 tasks did not succeed");
    }

    @Test
    void aLineThatIsNotUnderstoodIsLeftOutAndExitsWithOne() {
        assertThat(compare("--models threads --site lab:/a --site htp://a")).isOne();
        assertThat(commandLine.err()).startsWith("overlap: --site 2 is left out: Scheme must be");
    }

    @Test
    void filesAreWritten() throws IOException {
        assertThat(compare("--runs 1 --site lab:/a --out a.csv --out a.png --dark")).isZero();
        assertThat(Files.readAllLines(folder.resolve("a.csv"))).hasSize(6);
        assertThat(Files.readAllBytes(folder.resolve("a.png"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(commandLine.out()).contains("Wrote " + folder.resolve("a.png") + ".");
    }

    @ParameterizedTest
    @CsvSource({"'', LIGHT", "--dark, DARK"})
    void aPictureIsLightUnlessDarkIsRequested(String option, Theme theme) throws IOException {
        compare("--models threads --runs 1 --site lab:/a --out a.png " + option);
        assertThat(ImageIO.read(folder.resolve("a.png").toFile()).getRGB(3, 3))
                .isEqualTo(theme.ground());
    }

    @Test
    void tableIsSortedByNameOrAsListedOnRequest() {
        String run = "--models threads,sequential,event-loop --runs 1 --site lab:/a --sort ";
        compare(run + "name");
        assertThat(modelsIn(table("model ")))
                .containsExactly("event-loop", "sequential", "threads");
        makeCommandLine();
        compare(run + "list");
        assertThat(modelsIn(table("model ")))
                .containsExactly("threads", "sequential", "event-loop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--sort wall"})
    void tableIsSortedByWallTimeByDefault(String option) throws IOException {
        compare("--models all --runs 1 --site lab:/a --out a.csv " + option);
        Map<String, Double> walls = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("a.csv")).subList(1, 10)) {
            String[] cells = line.split(",(?! )", -1);
            walls.put(cells[0], Double.valueOf(cells[4]));
        }
        assertThat(modelsIn(table("model "))).hasSize(9).isSortedAccordingTo(comparing(walls::get));
    }

    private static List<String> modelsIn(List<String> table) {
        return table.stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(' ')))
                .filter(
                        word ->
                                ConcurrencyModel.all().stream()
                                        .anyMatch(model -> model.id().equals(word)))
                .toList();
    }

    @Test
    void aHyphenKeepsStandardOutputForTheTable() {
        assertThat(compare("--models threads --site lab:/a --out -")).isZero();
        assertThat(commandLine.outLines()).hasSize(4);
        assertThat(commandLine.outLines().getFirst()).startsWith("model,name,workers,run,wall_ms,");
        assertThat(commandLine.err()).contains("threads, run 3 of 3: ", "Medians of 3 runs");
    }

    @Test
    void jsonHasAnObjectForEachRunAndTheConclusion() {
        assertThat(compare("--models threads --site lab:/a --json --quiet")).isZero();
        assertThat(commandLine.outLines()).hasSize(4);
        assertThat(commandLine.outLines().subList(0, 3))
                .allMatch(line -> line.startsWith("{\"model\":\"threads\",\"name\":"));
        assertThat(commandLine.outLines().getLast()).startsWith("{\"conclusion\":\"");
        assertThat(commandLine.err()).isEmpty();
    }

    @Test
    void guessesAreComparedWithTheMeasurements() {
        compare("--models threads,event-loop --site lab:/a --guess threads=2s --runs 1");
        assertThat(commandLine.out())
                .containsOnlyOnce("guess")
                .containsPattern("\"Threads\" took .* ms; guess 2 s: .* too long\\.");
    }

    @Test
    void aFaultOfOverlapItselfIsPrintedAsASentenceAndExitsWithOne() {
        assertThat(compare("--models sequential --site lab:/fault --out a.csv")).isOne();
        assertThat(commandLine.err().lines())
                .containsExactly(
                        "overlap: Overlap itself failed while running sequential:"
                                + " java.lang.IllegalStateException: a screw is loose. What was"
                                + " measured by then is kept.");
        assertThat(commandLine.outLines().getFirst()).isEqualTo("Nothing was measured.");
        assertThat(folder.resolve("a.csv")).exists();
    }

    @Test
    void aPlanThatTheEngineRejectsIsRefused() {
        commandLine = commandLine.withEngine(RejectingEngine::new);
        assertThat(compare("--models sequential --site lab:/a")).isEqualTo(2);
        assertThat(commandLine.err()).isEqualTo("overlap: There are too few open files.\n");
        assertThat(commandLine.out()).isEmpty();
    }

    /** An engine that rejects every plan. */
    private static final class RejectingEngine implements EngineSession {
        @Override
        public Run start(Plan plan) {
            throw new IllegalArgumentException("There are too few open files.");
        }

        @Override
        public void close() {
            // nothing was opened
        }
    }
}
