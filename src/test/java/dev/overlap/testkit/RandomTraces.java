package dev.overlap.testkit;

import dev.overlap.trace.CollectRule;
import dev.overlap.trace.ConnectAttempt;
import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Deadlock;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;
import dev.overlap.trace.WorkerTrack;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Traces of runs that never were: every method of a {@link TraceRecorder} is called in any order,
 * with instants that mostly grow, often are equal, and now and then come late.
 */
public final class RandomTraces {

    private static final long ZERO = 123_456_789;
    private static final int MAX_TASKS = 8;
    private static final List<String> NAMES =
            List.of("a", "lab:/delay/300", "https://straße.test/\"x\"", "\ud800 \n\u202e", "a");

    private final Random random;
    private final Trace trace;
    private final TraceRecorder recorder;
    private final int tasks;
    private final List<List<ResourceTrack.Use>> uses = new ArrayList<>();
    private long now = ZERO;

    private RandomTraces(List<String> labels, Random random) {
        this.random = random;
        tasks = labels.size();
        trace = new Trace(labels, 1 + random.nextInt(64));
        recorder = new TraceRecorder(trace);
    }

    /** Returns a trace of any tasks, finished or not. */
    public static Trace of(Random random) {
        int tasks = random.nextInt(MAX_TASKS + 1);
        List<String> labels =
                IntStream.range(0, tasks)
                        .mapToObj(_ -> NAMES.get(random.nextInt(NAMES.size())))
                        .toList();
        return of(labels, random);
    }

    /** Returns a trace of tasks with these labels, finished or not. */
    public static Trace of(List<String> labels, Random random) {
        return new RandomTraces(labels, random).recorded(random.nextInt(4) > 0);
    }

    /** Returns the trace of a finished run. */
    public static Trace finished(List<String> labels, Random random) {
        return new RandomTraces(labels, random).recorded(true);
    }

    private Trace recorded(boolean isFinished) {
        recordBefore();
        if (random.nextInt(20) > 0) {
            recorder.begin(ZERO);
        }
        for (int left = random.nextInt(300); left > 0; left--) {
            record();
        }
        if (isFinished) {
            recorder.finish();
        }
        return trace;
    }

    private void recordBefore() {
        for (int left = random.nextInt(4); left > 0; left--) {
            recorder.addResource(
                    one(NAMES), one(ResourceTrack.Type.values()), 1 + random.nextInt(3));
            uses.add(new ArrayList<>());
        }
        if (random.nextBoolean()) {
            recorder.limit(1 + random.nextInt(5));
        }
        if (random.nextBoolean()) {
            recorder.collects(one(CollectRule.values()));
        }
        for (int task = 0; task < tasks && random.nextInt(4) == 0; task++) {
            recorder.end(task, outcome(), ZERO);
        }
    }

    private void record() {
        now +=
                switch (random.nextInt(5)) {
                    case 0, 1 -> 0;
                    case 2 -> -Math.min(now, random.nextInt(500));
                    default -> random.nextInt(1_000);
                };
        if (tasks > 0) {
            int task = random.nextInt(tasks);
            recordTask(task);
            recordResource(task);
            recordWorker(random.nextInt(-1, tasks));
        }
    }

    private void recordTask(int task) {
        switch (random.nextInt(15)) {
            case 0, 1, 2 -> recorder.enter(task, one(Phase.values()), now);
            case 3 -> recorder.awaitLock(task, now);
            case 4 -> recorder.cpu(task, random.nextInt(1_000));
            case 5 -> exchange(task);
            case 6 -> reply(task);
            case 7 -> recorder.releases(task, now);
            case 8 -> attempt(task);
            case 9 -> recorder.beginStep(task, random.nextInt(3), now);
            case 10 -> recorder.endStep(task, random.nextInt(3), now);
            case 11 -> recorder.setWorker(task, random.nextInt(-1, trace.workers().size()));
            case 12 -> requestOnConnection(task);
            case 13 -> recorder.collected(task, now);
            default -> end(task);
        }
    }

    private void end(int task) {
        if (random.nextInt(8) == 0) {
            recorder.end(task, outcome(), now);
        }
    }

    private void exchange(int task) {
        recorder.leases(
                task,
                new ConnectionLimit(
                        one(NAMES),
                        random.nextInt(7),
                        one(ConnectionLimit.Origin.values()),
                        random.nextInt(2)));
        int number = trace.task(task).exchanges().size();
        recorder.note(task, Exchange.begin(number, since(now), one(NAMES)));
    }

    private void requestOnConnection(int task) {
        recorder.enter(task, random.nextBoolean() ? Phase.CONNECT : Phase.LEASE, now);
        recorder.enter(task, Phase.SEND, now);
        int number = trace.task(task).exchanges().size();
        Exchange begun = Exchange.begin(number, since(now), one(NAMES));
        recorder.note(task, begun.on("c-" + random.nextInt(4), random.nextBoolean()));
    }

    private void reply(int task) {
        List<Exchange> known = trace.task(task).exchanges();
        if (!known.isEmpty()) {
            double declared = random.nextBoolean() ? Double.NaN : random.nextDouble() * 1_000;
            recorder.note(
                    task,
                    one(known)
                            .replied("HTTP/1.1", random.nextInt(600), declared, declared / 3)
                            .received(random.nextLong(1L << 40)));
        }
    }

    private void attempt(int task) {
        int number = random.nextInt(3);
        ConnectAttempt begun = ConnectAttempt.begin(0, number, "127.0.0." + number, since(now));
        ConnectAttempt.Result result =
                one(
                        List.of(
                                new ConnectAttempt.Connected(),
                                new ConnectAttempt.Closed(),
                                new ConnectAttempt.Failed(one(FailureKind.values()))));
        recorder.note(task, random.nextBoolean() ? begun : begun.ended(since(now) + 5, result));
    }

    private long since(long instant) {
        return trace.sinceZero(instant);
    }

    private void recordWorker(int task) {
        int workers = trace.workers().size();
        if (workers == 0 || random.nextInt(40) == 0) {
            recorder.addWorker("worker-" + workers, one(WorkerTrack.Role.values()), now);
            return;
        }
        int worker = random.nextInt(workers);
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> recorder.busy(worker, task, now);
            case 3, 4, 5 -> recorder.idle(worker, now);
            case 6 -> recorder.busyFor(worker, task);
            case 7 -> recorder.setCarrier(worker, random.nextInt(5));
            case 8 -> recorder.forced(worker, random.nextInt(100));
            case 9 -> recorder.starts(worker, random.nextInt(-1, worker), now);
            case 10 -> recorder.started(worker, now);
            default -> useLittle(worker);
        }
    }

    private void useLittle(int worker) {
        if (random.nextInt(3) == 0) {
            recorder.used(worker, random.nextLong(1L << 30));
        } else {
            recorder.helper("helper-" + random.nextInt(3));
        }
    }

    private void recordResource(int task) {
        if (uses.isEmpty()) {
            return;
        }
        int resource = random.nextInt(uses.size());
        switch (random.nextInt(10)) {
            case 0, 1 -> ask(resource, task);
            case 2, 3 -> grant(resource);
            case 4, 5 -> give(resource);
            case 6 -> recorder.filled(resource, random.nextInt(5), now);
            case 7 -> recorder.accessed(resource, task, random.nextBoolean(), now % 9, now);
            case 8 -> count(resource);
            default -> stick(resource, task);
        }
    }

    private void ask(int resource, int task) {
        uses.get(resource)
                .add(
                        recorder.asks(
                                resource,
                                task,
                                one(ResourceTrack.Purpose.values()),
                                now,
                                random.nextInt(3),
                                random.nextBoolean() ? List.of() : List.of(task, 0)));
    }

    private void grant(int resource) {
        if (!uses.get(resource).isEmpty()) {
            recorder.granted(one(uses.get(resource)), now);
        }
    }

    private void give(int resource) {
        if (!uses.get(resource).isEmpty()) {
            recorder.ended(one(uses.get(resource)), now);
        }
    }

    private void count(int resource) {
        int worker = random.nextInt(-1, trace.workers().size());
        recorder.counted(
                resource,
                new ResourceTrack.Copy(worker, random.nextInt(50), random.nextInt(-5, 5)));
        if (random.nextInt(30) == 0) {
            IntStream.rangeClosed(0, ResourceTrack.MAX_ACCESSES)
                    .forEach(value -> recorder.accessed(resource, 0, false, value, now));
        }
    }

    private void stick(int resource, int task) {
        if (random.nextInt(10) == 0) {
            recorder.found(
                    new Deadlock(
                            since(now),
                            List.of(
                                    new Deadlock.StuckWait(
                                            task,
                                            resource,
                                            ResourceTrack.Purpose.HOLD,
                                            List.of(0, task)))));
        }
    }

    private Outcome outcome() {
        return switch (random.nextInt(5)) {
            case 0 -> new Outcome.Answered(random.nextInt(600), random.nextLong(1L << 40));
            case 1 -> new Outcome.Computed();
            case 2 -> new Outcome.Done();
            case 3 -> new Outcome.Failed(one(FailureKind.values()), one(NAMES));
            default -> new Outcome.Cancelled();
        };
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> T one(T[] of) {
        return of[random.nextInt(of.length)];
    }
}
