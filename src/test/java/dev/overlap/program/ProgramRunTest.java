package dev.overlap.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.Eventually;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program is heard while it runs, and stopping it leaves none of its processes. */
@Timeout(120)
class ProgramRunTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"fork", "spawn", "forkserver"})
    void stoppingEndsThePoolOfAProgramToo(String method) throws Exception {
        SleepingPool pool = SleepingPool.start(folder, method, Map.of());
        ProgramRun run = pool.run();
        try {
            pool.awaitProcesses(SleepingPool.PROCESSES);
        } finally {
            assertThat(run.stop()).isTrue();
        }
        run.done().toCompletableFuture().get(60, TimeUnit.SECONDS);

        Eventually.holds(
                "all are gone", () -> pool.pids().stream().noneMatch(ProgramRunTest::isAlive));
        Trace trace = run.trace();
        assertThat(trace.isFinished()).isTrue();
        assertThat(trace.tasks()).allMatch(task -> task.outcome() != null);
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    /** The variable that Overlap sets may be set already where this is tested: here it is not. */
    @Test
    void whatIsPrintedArrivesBeforeTheProgramEnds() throws Exception {
        SleepingPool.requirePython();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProgramStart start =
                new ProgramStart(
                        List.of("python3", "-c", "print('first'); import time; time.sleep(600)"),
                        folder,
                        Map.of("PYTHONUNBUFFERED", ""),
                        Path.of("assets", "tracer").toAbsolutePath());
        ProgramRun run = ProgramRun.start(start, out, out);
        try {
            Eventually.holds(
                    "the line has arrived",
                    () -> out.toString(StandardCharsets.UTF_8).strip().equals("first"));
            assertThat(run.done().toCompletableFuture()).isNotDone();
        } finally {
            assertThat(run.stop()).isTrue();
        }
    }
}
