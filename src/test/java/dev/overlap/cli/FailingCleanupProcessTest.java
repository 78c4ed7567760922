package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.MainWithFailingCleanup;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.engine.FailingCleanup.Way;
import dev.overlap.testkit.Eventually;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Ctrl+C, when cancelling throws exceptions: the results up to then are written nevertheless. */
@Timeout(180)
class FailingCleanupProcessTest {

    @TempDir private Path folder;
    private ChildProcesses children;

    @BeforeEach
    void makeChildProcesses() {
        children = new ChildProcesses(folder);
    }

    @AfterEach
    void endChildProcesses() {
        children.close();
    }

    static List<String> modelsThatDoNotHang() {
        return ConcurrencyModel.all().stream()
                .filter(model -> !model.hangs())
                .map(ConcurrencyModel::id)
                .toList();
    }

    private Process start(Way way, String words) throws IOException {
        return children.startBy(MainWithFailingCleanup.class, (way + " " + words).split(" "));
    }

    private Process startRun(Way way, String model) throws IOException {
        return start(
                way,
                "run --timeout 10m --site lab:/delay/0 --site lab:/hang --out a.csv --out a.png"
                        + " --model "
                        + model);
    }

    /** Interrupts a run after its first task and returns the rest of its output. */
    private String interrupted(Process run) throws Exception {
        try (BufferedReader out = run.inputReader()) {
            assertThat(out.readLine()).startsWith("lab:/delay/0: 200");
            List<ProcessHandle> workers = run.descendants().toList();
            ChildProcesses.interrupt(run);
            String rest = String.join("\n", out.lines().toList());
            assertThat(run.waitFor()).isEqualTo(130);
            Eventually.holds(
                    "its worker processes are gone",
                    () -> workers.stream().noneMatch(ProcessHandle::isAlive));
            return rest;
        }
    }

    private void assertWritten() throws IOException {
        assertThat(Files.readString(folder.resolve("a.csv"))).contains("answered", "cancelled");
        assertThat(folder.resolve("a.png")).isNotEmptyFile();
    }

    @ParameterizedTest
    @MethodSource("modelsThatDoNotHang")
    void anInterruptWritesTheResultsWhenEachAbortThrows(String model) throws Exception {
        String output = interrupted(startRun(Way.ABORTS, model));

        assertThat(output).contains("1 cancelled", "Wrote");
        assertWritten();
        assertThat(children.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"sequential", "virtual-threads", "blocked-loop", "process-pool"})
    void anInterruptWritesTheResultsWhenNoAbortDoesAnything(String model) throws Exception {
        interrupted(startRun(Way.ABORTS_UNDONE, model));

        assertWritten();
        assertThat(children.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"sequential", "event-loop", "process-pool"})
    void anInterruptWritesTheResultsAndPrintsASentenceWhenAllCleanupThrows(String model)
            throws Exception {
        interrupted(startRun(Way.ALL, model));

        assertWritten();
        assertThat(children.err().lines())
                .singleElement()
                .asString()
                .startsWith("overlap: Overlap itself failed while running " + model)
                .endsWith("What was recorded by then is kept.");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ALL") // it breaks off the first run
    void anInterruptOfAComparisonWritesTheFinishedRuns(Way way) throws Exception {
        Process compare =
                start(
                        way,
                        "compare --models sequential,threads --runs 99 --timeout 10m"
                                + " --site lab:/delay/1000 --out a.csv --out a.png");
        BufferedReader out = compare.inputReader();
        assertThat(out.readLine()).startsWith("sequential, run 1 of 99: ");

        ChildProcesses.interrupt(compare);

        assertThat(out.lines().toList()).anyMatch(line -> line.startsWith("model "));
        assertThat(compare.waitFor()).isEqualTo(130);
        assertThat(Files.readAllLines(folder.resolve("a.csv"))).hasSizeBetween(2, 198);
        assertThat(folder.resolve("a.png")).isNotEmptyFile();
        assertThat(children.err()).isEmpty();
    }
}
