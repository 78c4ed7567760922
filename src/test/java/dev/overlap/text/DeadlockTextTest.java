package dev.overlap.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Deadlock.StuckWait;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.ResourceTrack.Purpose;
import dev.overlap.trace.WorkerTrack.Role;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

class DeadlockTextTest {

    private static final long LATER = 1_000_000_000;

    private final TraceBuilder builder = new TraceBuilder(Collections.nCopies(12, "task"));

    private static StuckWait forLock(int task, int lock, Integer... holders) {
        return new StuckWait(task, lock, Purpose.HOLD, List.of(holders));
    }

    private String latest() {
        return DeadlockText.latest(builder.live(), LATER);
    }

    @Test
    void twoTasksWithTwoLocksWaitForEachOther() {
        int a = builder.addResource("a", ResourceTrack.Type.LOCK, 1);
        int b = builder.addResource("b", ResourceTrack.Type.LOCK, 1);
        builder.stuck(50, forLock(0, b, 1), forLock(1, a, 0));
        String sentence =
                "Tasks 1 and 2 wait for each other: task 1 for lock b, held by task 2; task 2 for"
                        + " lock a, held by task 1.";

        assertThat(latest()).isEqualTo(sentence);
        assertThat(WaitExplanation.of(builder.live(), 0, LATER)).endsWith(sentence);
        assertThat(WaitExplanation.of(builder.live(), 2, LATER)).doesNotContain(sentence);
    }

    @Test
    void deadlockIsToldInThePastOnceOneOfItsTasksHasEnded() {
        int a = builder.addResource("a", ResourceTrack.Type.LOCK, 1);
        builder.stuck(50, forLock(0, a, 1), forLock(1, a, 0));
        assertThat(latest()).startsWith("Tasks 1 and 2 wait for each other: ");
        builder.failed(0, FailureKind.DEADLOCK, 90);
        assertThat(latest()).startsWith("Tasks 1 and 2 waited for each other: ");
        assertThat(DeadlockText.latest(builder.live(), 80_000_000))
                .startsWith("Tasks 1 and 2 wait ");
    }

    @Test
    void deadlockIsNotToldBeforeItCameAbout() {
        int a = builder.addResource("a", ResourceTrack.Type.LOCK, 1);
        builder.stuck(50, forLock(0, a, 1), forLock(1, a, 0));
        assertThat(DeadlockText.latest(builder.live(), 49_000_000)).isEmpty();
        assertThat(WaitExplanation.of(builder.live(), 0, 49_000_000))
                .noneMatch(sentence -> sentence.contains("each other"));
    }

    @Test
    void permitNamesAllItsHolders() {
        int a = builder.addResource("a", ResourceTrack.Type.LOCK, 1);
        int db = builder.addResource("db", ResourceTrack.Type.PERMIT, 2);
        builder.stuck(50, forLock(0, db, 1, 2), forLock(1, a, 0), forLock(2, a, 0));
        assertThat(latest())
                .isEqualTo(
                        "Tasks 1, 2 and 3 wait for one another: task 1 for permit db, held by"
                                + " tasks 2 and 3; tasks 2 and 3 for lock a, held by task 1.");
    }

    @Test
    void largeRingIsShortened() {
        IntStream.range(0, 10)
                .forEach(lock -> builder.addResource("l" + lock, ResourceTrack.Type.LOCK, 1));
        builder.stuck(
                50,
                IntStream.range(0, 10)
                        .mapToObj(task -> forLock(task, (task + 1) % 10, (task + 1) % 10))
                        .toArray(StuckWait[]::new));
        assertThat(latest())
                .startsWith("10 tasks wait for one another: task 1 for lock l1, held by task 2; ")
                .endsWith("; task 4 for lock l4, held by task 5; and 6 more.");
    }

    @Test
    void workersThatWaitForTasksWithoutAWorkerAreNamedAsSuch() {
        int queue = builder.addResource("orders", ResourceTrack.Type.QUEUE, 1);
        for (int task = 0; task < 2; task++) {
            builder.carriedBy(task, builder.addWorker("thread-" + task, Role.THREAD));
            builder.enter(task, Phase.BLOCKED, 1);
        }
        builder.stuck(
                50,
                new StuckWait(0, queue, Purpose.TAKE, List.of(2, 3)),
                new StuckWait(1, queue, Purpose.TAKE, List.of(2, 3)));
        assertThat(latest())
                .isEqualTo(
                        "Both workers wait for queue orders; the 2 tasks that would fill it wait"
                                + " for a worker.");
    }

    @Test
    void onlyWorkerWaitsForOneTaskWithoutAWorker() {
        int queue = builder.addResource("orders", ResourceTrack.Type.QUEUE, 1);
        builder.carriedBy(0, builder.addWorker("thread-1", Role.THREAD));
        builder.stuck(50, new StuckWait(0, queue, Purpose.PUT, List.of(4)));
        assertThat(latest())
                .isEqualTo(
                        "The only worker waits for queue orders; task 5, which would empty it,"
                                + " waits for a worker.");
    }

    @Test
    void takeThatNobodyWillServeSaysSo() {
        int queue = builder.addResource("orders", ResourceTrack.Type.QUEUE, 1);
        builder.stuck(50, new StuckWait(3, queue, Purpose.TAKE, List.of()));
        assertThat(latest()).isEqualTo("Task 4 waits for queue orders, and no task will fill it.");
    }

    @Test
    void queueAndLockTogetherAreToldInOneSentence() {
        int a = builder.addResource("a", ResourceTrack.Type.LOCK, 1);
        int queue = builder.addResource("orders", ResourceTrack.Type.QUEUE, 1);
        builder.enter(1, Phase.BLOCKED, 10);
        builder.stuck(50, new StuckWait(0, queue, Purpose.TAKE, List.of(1)), forLock(1, a, 0));
        assertThat(latest())
                .isEqualTo(
                        "Tasks 1 and 2 wait for each other: task 1 for an item of queue orders,"
                                + " which task 2 would put; task 2 for lock a, held by task 1.");
    }
}
