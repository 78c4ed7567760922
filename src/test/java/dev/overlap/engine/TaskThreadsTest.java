package dev.overlap.engine;

import static dev.overlap.testkit.Traces.failed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.Connections;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.plan.Task;
import dev.overlap.trace.Failure;
import dev.overlap.trace.Recorder;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack.Role;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/** What becomes of tasks for which the system has no thread. */
class TaskThreadsTest {

    /** Such as the JDK throws when the system refuses. */
    private static final class Refused extends Thread {
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
        Recorder recorder = new Recorder(trace);
        recorder.begin();
        AtomicInteger asked = new AtomicInteger();
        try (ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
                Tools tools =
                        new Tools(
                                Network.system(),
                                Connections.DEFAULT,
                                URI.create("http://127.0.0.1:1"),
                                timer)) {
            RunCrew crew = new RunCrew(tools, recorder, Settings.DEFAULT, RunCrew.Ties.NONE);
            TaskThreads threads = new TaskThreads(crew);
            ThreadLane lane =
                    new ThreadLane(crew, recorder, recorder.hire("thread-1", Role.THREAD));
            for (Task task : tasks) {
                assertThat(
                                threads.carry(
                                        task,
                                        lane,
                                        _ -> {
                                            asked.incrementAndGet();
                                            return new Refused();
                                        }))
                        .isCompleted();
            }
        }
        for (Task task : tasks) {
            assertThat(failed(trace, task.index()).kind()).isEqualTo(Failure.TOO_MANY_THREADS);
            assertThat(failed(trace, task.index()).sentence())
                    .startsWith("lab:/delay/1 could not be begun: this system allows no more");
        }
        assertThat(asked).hasValue(1);
    }
}
