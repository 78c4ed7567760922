package dev.overlap.text;

import static dev.overlap.testkit.TraceBuilder.NEVER;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.WorkerTrack.Role;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

class ResourceTextTest {

    private static final long MILLI = 1_000_000;

    private final TraceBuilder builder = new TraceBuilder(Collections.nCopies(20, "lock:a { }"));

    @BeforeEach
    void letAllTasksRunAtOnce() {
        IntStream.range(0, 20).forEach(task -> builder.enter(task, Phase.COMPUTE, 0));
    }

    private static List<String> words(Trace trace, int task) {
        return WaitExplanation.of(trace, task, trace.horizonNanos());
    }

    /** A task that waits for a lock or permit, and then goes on at once. */
    private void waits(int resource, int task, double asked, double granted, double end) {
        builder.hold(resource, task, asked, granted, end).enter(task, Phase.BLOCKED, asked);
        if (granted != NEVER) {
            builder.enter(task, Phase.COMPUTE, granted);
        }
    }

    private Trace finished(double millis) {
        for (int task = 0; task < 20; task++) {
            builder.end(task, new Outcome.Done(), millis);
        }
        return builder.finished();
    }

    @Test
    void waitForALockNamesItsHolderAndThePlaceInLine() {
        int lock = builder.addResource("account", ResourceTrack.Type.LOCK, 1);
        builder.hold(lock, 2, 0, 0, 102);
        waits(lock, 3, 10, 102, 120);
        waits(lock, 4, 18, 120, 130);
        Trace trace = finished(200);

        assertThat(words(trace, 3))
                .containsExactly("Waited 92 ms for lock account, held by task 3.");
        assertThat(words(trace, 4))
                .containsExactly("Waited 102 ms for lock account, held by task 3, second in line.");
        assertThat(WaitExplanation.of(trace, 4, 118 * MILLI))
                .containsExactly(
                        "Has waited 100 ms for lock account, held by task 3, second in line.");
        assertThat(WaitExplanation.longest(trace, 4, 200 * MILLI)).startsWith("Waited 102 ms");
    }

    @Test
    void waitThatWasGivenUpWasInVain() {
        int lock = builder.addResource("account", ResourceTrack.Type.LOCK, 1);
        builder.hold(lock, 0, 0, 0, NEVER);
        waits(lock, 1, 10, NEVER, 60);
        builder.end(1, new Outcome.Cancelled(), 60);
        assertThat(words(finished(100), 1))
                .containsExactly("Waited 50 ms in vain for lock account, held by task 1.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | Waited 90 ms for permit db, held by task 1.",
                "2 | Waited 90 ms for permit db: both places were held by tasks 1 and 2.",
                "3 | Waited 90 ms for permit db: all 3 places were held by tasks 1, 2 and 3.",
                "5 | Waited 90 ms for permit db: all 5 places were held by 5 tasks."
            })
    void waitForAPermitNamesItsHolders(int places, String sentence) {
        int permit = builder.addResource("db", ResourceTrack.Type.PERMIT, places);
        IntStream.range(0, places).forEach(task -> builder.hold(permit, task, 0, 0, 100));
        waits(permit, 9, 10, 100, 110);
        assertThat(words(finished(200), 9)).containsExactly(sentence);
    }

    @Test
    void placeInLineIsSpelledOutUpToTen() {
        int lock = builder.addResource("a", ResourceTrack.Type.LOCK, 1);
        builder.hold(lock, 0, 0, 0, 100);
        IntStream.range(1, 13).forEach(task -> waits(lock, task, task, 100 + task, 101 + task));
        Trace trace = finished(200);

        assertThat(words(trace, 3)).containsExactly(sentence("100 ms", "third in line"));
        assertThat(words(trace, 10)).containsExactly(sentence("100 ms", "tenth in line"));
        assertThat(words(trace, 11))
                .containsExactly(sentence("100 ms", "with 10 others ahead of it"));
    }

    private static String sentence(String nanos, String line) {
        return "Waited " + nanos + " for lock a, held by task 1, " + line + ".";
    }

    @Test
    void waitAtAQueueSaysForWhat() {
        int queue = builder.addResource("orders", ResourceTrack.Type.QUEUE, 2);
        builder.take(queue, 0, 0, 50).enter(0, Phase.BLOCKED, 0).enter(0, Phase.PAUSE, 50);
        builder.put(queue, 1, 60, NEVER).enter(1, Phase.BLOCKED, 60);
        Trace trace = finished(200);

        assertThat(words(trace, 0)).containsExactly("Waited 50 ms for an item of queue orders.");
        assertThat(WaitExplanation.of(trace, 1, 160 * MILLI))
                .containsExactly("Has waited 100 ms for room in queue orders.");
    }

    @Test
    void threadOrLoopThatGoesOnLateIsASentenceOfItsOwn() {
        int lock = builder.addResource("a", ResourceTrack.Type.LOCK, 1);
        int thread = builder.addWorker("thread-1", Role.THREAD);
        int loop = builder.addWorker("loop-1", Role.LOOP);
        builder.hold(lock, 0, 0, 0, 30);
        for (int task = 1; task < 3; task++) {
            builder.hold(lock, task, 10, 30, 60)
                    .enter(task, Phase.BLOCKED, 10)
                    .enter(task, Phase.READY, 30)
                    .enter(task, Phase.COMPUTE, 35);
        }
        builder.carriedBy(1, thread).carriedBy(2, loop);
        Trace trace = finished(200);

        assertThat(words(trace, 1))
                .containsExactly(
                        "Waited 20 ms for lock a, held by task 1.",
                        "Its worker went on 5.0 ms after that.");
        assertThat(words(trace, 2))
                .containsExactly(
                        "Waited 20 ms for lock a, held by task 1, second in line.",
                        "The loop came back to it after 5.0 ms.");
        assertThat(WaitExplanation.of(trace, 1, 32 * MILLI))
                .endsWith("Its worker has not gone on for 2.0 ms.");
    }

    @Test
    void legendNamesWhatTheTasksOfTheRunWaitedFor() {
        int lock = builder.addResource("a", ResourceTrack.Type.LOCK, 1);
        int permit = builder.addResource("db", ResourceTrack.Type.PERMIT, 2);
        int queue = builder.addResource("q", ResourceTrack.Type.QUEUE, 1);
        builder.hold(permit, 5, 0, 0, 100).hold(lock, 0, 0, 0, 40).hold(lock, 1, 10, 40, 50);
        Trace trace = builder.live();
        assertThat(legend(trace, 5)).isEqualTo("waits for a resource");
        assertThat(legend(trace, 50)).isEqualTo("waits for a lock");

        builder.take(queue, 2, 60, 70);
        assertThat(legend(trace, 90)).isEqualTo("waits for a lock or an item");

        builder.put(queue, 3, 60, 80);
        assertThat(legend(trace, 90)).isEqualTo("waits for a lock, an item or room");
    }

    private static String legend(Trace trace, long millis) {
        return ResourceText.waits(List.of(trace), millis * MILLI);
    }

    @Test
    void phaseOfATaskNamesWhatItWaitsForAndNeverCallsItBlocked() {
        int lock = builder.addResource("account", ResourceTrack.Type.LOCK, 1);
        builder.hold(lock, 0, 0, 0, 100);
        waits(lock, 1, 10, NEVER, NEVER);
        Trace trace = builder.live();
        TraceMoment moment = new TraceMoment(trace, 50 * MILLI, true);

        assertThat(TaskText.summary(trace.task(1), moment)).isEqualTo("waits for lock account");
        assertThat(ResourceText.words(Phase.BLOCKED, trace, trace.task(1), 50 * MILLI))
                .isEqualTo("waits for a lock");
        assertThat(ResourceText.words(Phase.PAUSE, trace, trace.task(1), 50 * MILLI))
                .isEqualTo("pause");
        assertThat(Phase.BLOCKED.words()).doesNotContain("blocked");
    }
}
