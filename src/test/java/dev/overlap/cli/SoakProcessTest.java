package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.MainWithFailingCleanup;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.engine.FailingCleanup.Way;
import dev.overlap.testkit.Eventually;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Many interrupts of the command line at random moments, with and without aborts that throw: each
 * time the results are written. Takes minutes, and so runs only with {@code mvn -Psoak verify}.
 */
@Tag("soak")
class SoakProcessTest {

    private static final int ROUNDS = 3;
    private static final long SEED = 20_260_102;
    private static final int LATEST_INTERRUPT_MILLIS = 300;

    private static final String OPTIONS =
            " --timeout 10m --out a.csv --out a.png --site lab:/delay/0 --site lab:/delay/30~x5";
    private static final String NEVER_ENDING =
            " --site lab:/hang --site poll:lab:/jobs?takes=60000";

    @TempDir private Path folder;
    private ChildProcesses children;
    private final Random random = new Random(SEED);
    private int interrupts;

    @BeforeEach
    void makeChildProcesses() {
        children = new ChildProcesses(folder);
    }

    @AfterEach
    void endChildProcesses() {
        children.close();
    }

    @Test
    void everyInterruptWritesTheResults() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            for (ConcurrencyModel model :
                    ConcurrencyModel.all().stream().filter(it -> !it.hangs()).toList()) {
                String command = "run --model " + model.id() + OPTIONS + NEVER_ENDING;
                interrupt(children.start(List.of(), words(command)));
                interrupt(startFailing(Way.ABORTS, command));
            }
            String command = "compare --models sequential,threads --runs 99" + OPTIONS;
            interrupt(children.start(List.of(), words(command)));
            interrupt(startFailing(Way.ABORTS, command));
        }
        System.out.printf(
                "Soak of the command line: %d interrupts, half of them with aborts that throw;"
                        + " files written each time%n",
                interrupts);
    }

    private Process startFailing(Way way, String command) throws IOException {
        return children.startBy(MainWithFailingCleanup.class, words(way + " " + command));
    }

    /** Splits a command into words; ~ is a space inside a word. */
    private static String[] words(String command) {
        return Stream.of(command.split(" "))
                .map(word -> word.replace('~', ' '))
                .toArray(String[]::new);
    }

    private void interrupt(Process run) throws Exception {
        String command = run.info().commandLine().orElse("a run");
        try (BufferedReader out = run.inputReader()) {
            assertThat(out.readLine()).as(command).isNotNull();
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LATEST_INTERRUPT_MILLIS));
            List<ProcessHandle> workers = run.descendants().toList();
            ChildProcesses.interrupt(run);
            assertThat(out.lines().toList()).as(command).contains("Wrote a.png.");
            assertThat(run.waitFor()).as(command).isEqualTo(130);
            Eventually.holds(
                    "its worker processes are gone",
                    () -> workers.stream().noneMatch(ProcessHandle::isAlive));
        }
        assertThat(Files.size(folder.resolve("a.csv"))).as(command).isPositive();
        Files.delete(folder.resolve("a.csv"));
        Files.delete(folder.resolve("a.png"));
        assertThat(children.err()).as(command).isEmpty();
        interrupts++;
    }
}
