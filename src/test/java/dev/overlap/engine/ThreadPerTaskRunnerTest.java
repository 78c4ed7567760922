package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.failed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.engine.http.HttpClients;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.engine.resource.SharedResources;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.plan.Task;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;
import dev.overlap.trace.WorkerTrack.Role;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/** Tests tasks for which the system refuses a thread. */
class ThreadPerTaskRunnerTest {

    /** A thread whose start fails like that of a thread refused by the system. */
    private static final class RefusingThread extends Thread {
        @Override
        public void start() {
            throw new OutOfMemoryError("unable to create native thread: possibly out of memory");
        }
    }

    @Test
    void aTaskWithoutAThreadFailsWithASentenceAndTheSystemIsNotAskedAgain() {
        List<Task> tasks =
                new Plan(SiteList.parse("lab:/delay/1 x2"), "threads", Settings.DEFAULT).tasks();
        Trace trace = new Trace(tasks.stream().map(Task::label).toList());
        TraceRecorder recorder = new TraceRecorder(trace);
        recorder.begin();
        AtomicInteger asked = new AtomicInteger();
        try (ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
                HttpClients clients =
                        new HttpClients(
                                NetworkAccess.system(),
                                ConnectionSettings.DEFAULT,
                                URI.create("http://127.0.0.1:1"),
                                timer)) {
            RunWorkers workers =
                    new RunWorkers(
                            clients,
                            recorder,
                            Settings.DEFAULT,
                            RunBinding.of(_ -> {}, null, SharedResources.none(recorder), recorder));
            ThreadPerTaskRunner threads = new ThreadPerTaskRunner(workers);
            ThreadRecorder lane =
                    new ThreadRecorder(
                            workers, recorder, recorder.addWorker("thread-1", Role.THREAD));
            for (Task task : tasks) {
                assertThat(
                                threads.submit(
                                        task,
                                        lane,
                                        _ -> {
                                            asked.incrementAndGet();
                                            return new RefusingThread();
                                        }))
                        .isCompleted();
            }
        }
        for (Task task : tasks) {
            assertThat(failed(trace, task.index()).kind()).isEqualTo(FailureKind.TOO_MANY_THREADS);
            assertThat(failed(trace, task.index()).sentence())
                    .startsWith("lab:/delay/1 could not be started: this system allows no more");
        }
        assertThat(asked).hasValue(1);
    }
}
