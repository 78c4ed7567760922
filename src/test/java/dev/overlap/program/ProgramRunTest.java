package dev.overlap.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.lab.VirtualHosts;
import dev.overlap.testkit.Eventually;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Stopping a program leaves none of its processes, however it starts them. */
@Timeout(120)
class ProgramRunTest {

    private static final String POOL =
            """
            import multiprocessing, os, time

            def tell_pid():
                # One write: print() writes the end of the line separately, and lines get mixed.
                os.write(1, b'%d\\n' % os.getpid())

            def work(n):
                tell_pid()
                time.sleep(600)

            if __name__ == '__main__':
                multiprocessing.set_start_method('METHOD')
                tell_pid()
                with multiprocessing.Pool(3) as pool:
                    pool.map(work, range(3))
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"fork", "spawn", "forkserver"})
    void stoppingEndsThePoolOfAProgramToo(String method) throws Exception {
        Assumptions.assumeTrue(
                Stream.of(System.getenv("PATH").split(System.getProperty("path.separator")))
                        .anyMatch(it -> Files.isExecutable(Path.of(it, "python3"))),
                "there is no python3");
        Files.writeString(folder.resolve("pool.py"), POOL.replace("METHOD", method));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> command = List.of("python3", "pool.py");
        Optional<Path> kept = Optional.of(folder.resolve("kept"));
        try (ProgramSetup setup =
                ProgramSetup.of(command, "", VirtualHosts.of(List.of()), folder, kept)) {
            ProgramRun run = setup.start(out, out);
            try {
                Eventually.holds("all processes run", () -> pids(out).size() == 4);
            } finally {
                assertThat(run.stop()).isTrue();
            }
            run.done().toCompletableFuture().get(60, TimeUnit.SECONDS);

            Eventually.holds(
                    "all are gone", () -> pids(out).stream().noneMatch(ProgramRunTest::isAlive));
            Trace trace = run.trace();
            assertThat(trace.isFinished()).isTrue();
            assertThat(trace.tasks()).allMatch(task -> task.outcome() != null);
        }
    }

    private static List<Long> pids(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.matches("[0-9]+"))
                .map(Long::valueOf)
                .toList();
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
