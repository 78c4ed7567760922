package dev.overlap.program;

import dev.overlap.testkit.Eventually;

import org.junit.jupiter.api.Assumptions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A program with a pool of three processes that sleep; all four tell their process ids. */
final class SleepingPool {

    static final int PROCESSES = 4;

    private static final String PROGRAM =
            """
            import multiprocessing, os, sys, time

            def tell_pid():
                # One write: print() writes the end of the line separately, and lines get mixed.
                os.write(1, b'%d\\n' % os.getpid())

            def work(n):
                tell_pid()
                time.sleep(600)

            if __name__ == '__main__':
                multiprocessing.set_start_method(sys.argv[1])
                tell_pid()
                with multiprocessing.Pool(3) as pool:
                    pool.map(work, range(3))
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ProgramRun run;

    private SleepingPool(Path folder, String method, Map<String, String> environment)
            throws IOException {
        ProgramStart start =
                new ProgramStart(
                        List.of("python3", "pool.py", method),
                        folder,
                        environment,
                        Path.of("assets", "tracer").toAbsolutePath());
        run = ProgramRun.start(start, out, out);
    }

    /** Starts it, under a start method of multiprocessing. */
    static SleepingPool start(Path folder, String method, Map<String, String> environment)
            throws IOException {
        requirePython();
        Files.writeString(folder.resolve("pool.py"), PROGRAM);
        return new SleepingPool(folder, method, environment);
    }

    /** Aborts the test if the path has no python3. */
    static void requirePython() {
        Assumptions.assumeTrue(
                Stream.of(System.getenv("PATH").split(System.getProperty("path.separator")))
                        .anyMatch(it -> Files.isExecutable(Path.of(it, "python3"))),
                "there is no python3");
    }

    ProgramRun run() {
        return run;
    }

    /** Waits until that many of its processes have told their ids. */
    void awaitProcesses(int number) {
        Eventually.holds(number + " processes run", () -> pids().size() >= number);
    }

    List<Long> pids() {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.matches("[0-9]+"))
                .map(Long::valueOf)
                .toList();
    }
}
