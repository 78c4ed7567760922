package dev.overlap.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Concurrent readers may see less than was written, but never anything inconsistent. */
@Timeout(60)
class ReadersAndWritersTest {

    private static final int STEPS = 200_000;

    @Test
    void aReaderOfATaskSeesAPrefixThatNeverChanges() throws Exception {
        TaskTrack task = new TaskTrack(0, "a", 0);
        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            Future<?> writer = threads.submit(() -> live(task));
            while (!writer.isDone()) {
                checkNewest(task);
            }
            writer.get();
        }
        checkNewest(task);
        assertThat(task.segments()).isEqualTo(STEPS);
        assertThat(task.endNanos()).isEqualTo(STEPS);
    }

    @Test
    void aReaderOfAWorkerSeesAPrefixThatNeverChanges() throws Exception {
        WorkerTrack worker = new WorkerTrack(0, "loop", WorkerTrack.Role.LOOP, 0);
        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            Future<?> writer = threads.submit(() -> work(worker));
            while (!writer.isDone()) {
                checkNewest(worker);
            }
            writer.get();
        }
        checkNewest(worker);
        assertThat(worker.slices()).isEqualTo(STEPS);
        assertThat(worker.busyNanos(Long.MAX_VALUE)).isEqualTo(STEPS);
    }

    @Test
    void aReaderOfAConnectionSeesAPrefixThatNeverChanges() throws Exception {
        TaskTrack task = new TaskTrack(0, "a poll without end", 0);
        task.enter(Phase.SEND, 0);
        Exchange exchange = Exchange.begin(0, 0, "/").on("c-1", false);
        ConnectionTrack connection =
                new ConnectionTrack(
                        0, List.of(task), 0, new ConnectionTrack.First(task, exchange, 0));
        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            Future<?> writer = threads.submit(() -> use(connection, task));
            while (!writer.isDone()) {
                checkNewest(connection);
            }
            writer.get();
        }
        checkNewest(connection);
        assertThat(connection.uses()).isEqualTo(STEPS);
    }

    @Test
    void ofManyEndsThatRaceExactlyOneIsTheFirst() throws Exception {
        int racers = 4;
        Trace trace = new Trace(Collections.nCopies(2_000, "a"));
        TraceRecorder recorder = new TraceRecorder(trace);
        recorder.begin();
        CyclicBarrier start = new CyclicBarrier(racers);
        List<Callable<Integer>> races = new ArrayList<>();
        for (int racer = 0; racer < racers; racer++) {
            races.add(() -> endAll(recorder, start));
        }
        int firsts = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(racers)) {
            for (Future<Integer> race : threads.invokeAll(races)) {
                firsts += race.get();
            }
        }
        assertThat(firsts).isEqualTo(2_000);
        assertThat(trace.ended()).isEqualTo(2_000);
    }

    /** Step n begins at instant n, in a phase determined by n. */
    private static void live(TaskTrack task) {
        for (int step = 0; step < STEPS; step++) {
            task.enter(phase(step), step);
        }
        task.end(new Outcome.Answered(200, 0), STEPS);
    }

    private static Phase phase(int step) {
        return step % 2 == 0 ? Phase.WAIT : Phase.RECEIVE;
    }

    private static void checkNewest(TaskTrack task) {
        int known = task.segments();
        for (int segment = Math.max(0, known - 20); segment < known; segment++) {
            long end = task.end(segment);
            if (task.begin(segment) != segment
                    || task.phase(segment) != phase(segment)
                    || (end != segment + 1 && (end != TaskTrack.OPEN || segment + 1 < known))) {
                throw new AssertionError("segment " + segment + " of " + known + " ends " + end);
            }
        }
    }

    /** Slice n belongs to task n and lasts from 2n to 2n + 1. */
    private static void work(WorkerTrack worker) {
        for (int slice = 0; slice < STEPS; slice++) {
            worker.busy(slice, 2L * slice);
            worker.idle(2L * slice + 1);
        }
    }

    private static void checkNewest(WorkerTrack worker) {
        int known = worker.slices();
        for (int slice = Math.max(0, known - 20); slice < known; slice++) {
            long end = worker.end(slice);
            if (worker.begin(slice) != 2L * slice
                    || worker.task(slice) != slice
                    || (end != 2L * slice + 1 && (end != TaskTrack.OPEN || slice + 1 < known))) {
                throw new AssertionError("slice " + slice + " of " + known + " ends " + end);
            }
        }
    }

    /** Use n lasts from 2n to 2n + 1. */
    private static void use(ConnectionTrack connection, TaskTrack task) {
        for (int use = 1; use < STEPS; use++) {
            task.enter(Phase.PAUSE, 2L * use - 1);
            task.enter(Phase.SEND, 2L * use);
            connection.used(task, use, task.lastSent());
        }
    }

    private static void checkNewest(ConnectionTrack connection) {
        int known = connection.uses();
        for (int use = Math.max(0, known - 20); use < known; use++) {
            long end = connection.end(use);
            if (connection.begin(use) != 2L * use
                    || connection.exchange(use) != use
                    || (end != 2L * use + 1 && (end != TaskTrack.OPEN || use + 1 < known))) {
                throw new AssertionError("use " + use + " of " + known + " ends " + end);
            }
        }
    }

    private static int endAll(TraceRecorder recorder, CyclicBarrier start) throws Exception {
        start.await();
        int firsts = 0;
        for (int task = 0; task < 2_000; task++) {
            firsts += recorder.end(task, new Outcome.Cancelled()) ? 1 : 0;
        }
        return firsts;
    }
}
