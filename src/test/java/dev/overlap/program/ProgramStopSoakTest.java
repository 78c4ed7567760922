package dev.overlap.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.Eventually;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Stops a program again and again, at any moment of its start: no process may be left, whether it
 * has told its id or not. All of them have inherited a variable, which Linux shows. Takes minutes,
 * so it runs only with {@code mvn -Psoak verify}.
 */
@Tag("soak")
class ProgramStopSoakTest {

    private static final int STOPS = 200;
    private static final long SEED = 20_260_101;
    private static final Path PROCESSES = Path.of("/proc");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"fork", "spawn", "forkserver"})
    void nobodyIsEverLeft(String method) throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(PROCESSES), "there is no /proc");
        Random random = new Random(SEED);
        for (int i = 0; i < STOPS; i++) {
            int begun = random.nextInt(SleepingPool.PROCESSES + 1);
            stop(method, begun, "stop %d, with %d processes told".formatted(i, begun));
        }
    }

    private void stop(String method, int begun, String which) throws Exception {
        String mark = UUID.randomUUID().toString();
        SleepingPool pool = SleepingPool.start(folder, method, Map.of("OVERLAP_TEST_MARK", mark));
        try {
            pool.awaitProcesses(begun);
        } finally {
            assertThat(pool.run().stop()).as(which).isTrue();
        }
        pool.run().done().toCompletableFuture().get(60, TimeUnit.SECONDS);
        Eventually.holds("none is left by " + which, () -> marked(mark).isEmpty());
    }

    private static List<Long> marked(String mark) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> environment(pid).contains(mark))
                .toList();
    }

    /** Returns what a process was started with; empty if it is gone, or another user's. */
    private static String environment(long pid) {
        try {
            return Files.readString(
                    PROCESSES.resolve(pid + "/environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
