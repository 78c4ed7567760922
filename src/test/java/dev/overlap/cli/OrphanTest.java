package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.engine.WorkerProcessMain;
import dev.overlap.lab.Lab;
import dev.overlap.testkit.Eventually;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A worker process never outlives the program that started it, however that ends. */
class OrphanTest {

    @TempDir Path folder;

    private ChildProcesses children;

    @AfterEach
    void endChildProcesses() {
        children.close();
    }

    @Test
    void aKilledProgramLeavesNoWorkerProcess() throws IOException {
        children = new ChildProcesses(folder);
        Process program =
                children.start(
                        List.of(),
                        List.of("run", "--model", "process-pool", "--site", "lab:/hang x2")
                                .toArray(String[]::new));
        List<ProcessHandle> workers = new ArrayList<>();
        Eventually.holds(
                "its workers live",
                () -> {
                    workers.clear();
                    workers.addAll(program.descendants().toList());
                    return workers.size() == 2;
                });

        program.destroyForcibly();

        Eventually.holds(
                "its workers are gone", () -> workers.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void aKilledProgramLeavesNoBusyWorkerProcess() throws Exception {
        children = new ChildProcesses(folder);
        try (Lab lab = Lab.start()) {
            Process program =
                    children.start(
                            List.of(),
                            "run",
                            "--model",
                            "process-pool",
                            "--site",
                            lab.uri() + "/hang",
                            "--site",
                            lab.uri() + "/hang");
            Eventually.holds("its workers are busy", () -> lab.connections() == 2);
            List<ProcessHandle> workers = program.descendants().toList();

            program.destroyForcibly();

            Eventually.holds(
                    "its workers are gone",
                    () -> workers.stream().noneMatch(ProcessHandle::isAlive));
            Eventually.holds("and their connections", () -> lab.connections() == 0);
            assertThat(workers).hasSize(2);
        }
    }

    @Test
    void aWorkerWithoutAProgramEndsAndPrintsNothing() throws Exception {
        children = new ChildProcesses(folder);

        Process worker = children.start(List.of(), WorkerProcessMain.ARGUMENT);
        worker.getOutputStream().close();

        assertThat(ChildProcesses.out(worker)).isEmpty();
        assertThat(worker.waitFor()).isZero();
        assertThat(children.err()).isEmpty();
    }
}
