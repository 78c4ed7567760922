package dev.overlap.testkit;

import dev.overlap.plan.Plan;
import dev.overlap.report.RunReport;
import dev.overlap.trace.ConnectAttempt;
import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;
import dev.overlap.trace.WorkerTrack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Makes traces by chance, of every kind of task and every ending, with phases in any order and of
 * any length, none included. Seeded, so that failures are reproducible.
 */
public final class RandomReports {

    private static final String[] SITES = {
        "lab:/delay/5?a=1&b=%20",
        "https://example.org/straße?q=ü",
        "https://user:secret@example.org/",
        "http://[fe80::1%eth0]/",
        "poll:lab:/jobs?takes=9",
        "cpu:5ms",
        "cpu:2ms -> lab:/delay/1 -> sleep:3ms -> https://example.org/next",
        "lock:account { lab:/delay/2 -> add:hits }",
        "take:orders",
    };

    private static final long LONGEST_NANOS = 7_000_000;

    private final Random random;
    private final Plan plan;
    private final TraceRecorder recorder;
    private final long zero = System.nanoTime();

    private RandomReports(long seed) {
        random = new Random(seed);
        String[] lines =
                IntStream.rangeClosed(0, random.nextInt(8))
                        .mapToObj(_ -> one(SITES))
                        .toArray(String[]::new);
        plan = TraceBuilder.plan("thread-pool", lines);
        List<String> labels = plan.tasks().stream().map(task -> task.label()).toList();
        recorder = new TraceRecorder(new Trace(labels, 4));
    }

    /** Returns the report of a finished run. */
    public static RunReport report(long seed) {
        RandomReports one = new RandomReports(seed);
        one.record();
        Instant begun = Instant.ofEpochSecond(seed, one.random.nextInt(1_000_000_000));
        return new RunReport(
                one.plan, "By chance", begun, one.recorder.trace(), RunReport.Look.DEFAULT);
    }

    private void record() {
        recorder.begin(zero);
        int workers = 1 + random.nextInt(3);
        for (int worker = 0; worker < workers; worker++) {
            WorkerTrack.Role role = one(WorkerTrack.Role.values());
            int added = recorder.addWorker("worker-" + worker, role, zero);
            if (role == WorkerTrack.Role.PROCESS) {
                recorder.starts(added, -1, zero);
                recorder.started(added, zero + nanos());
            }
        }
        long[] free = new long[workers];
        for (int task = 0; task < plan.tasks().size(); task++) {
            int worker = random.nextInt(workers);
            free[worker] = record(task, worker, free[worker]);
        }
        recorder.finish();
    }

    /** Records the life of a task, and returns its end. */
    private long record(int task, int worker, long from) {
        long at = from + nanos();
        recorder.setWorker(task, worker);
        recorder.busy(worker, random.nextInt(9) == 0 ? -1 : task, zero + at);
        for (int left = random.nextInt(5); left > 0; left--) {
            at = random.nextInt(3) == 0 ? enterAny(task, at) : request(task, at);
        }
        at += nanos();
        if (random.nextInt(12) > 0) {
            recorder.end(task, outcome(), zero + at);
        }
        recorder.idle(worker, zero + at + random.nextInt(3));
        return at + 3;
    }

    private long enterAny(int task, long from) {
        long at = from + nanos();
        recorder.enter(task, one(Phase.values()), zero + at);
        return at;
    }

    private long request(int task, long from) {
        List<Phase> phases = new ArrayList<>(List.of(Phase.LEASE));
        if (random.nextBoolean()) {
            phases.addAll(List.of(Phase.DNS, Phase.CONNECT, Phase.TLS));
        }
        phases.addAll(List.of(Phase.SEND, Phase.WAIT, Phase.RECEIVE));
        int made = random.nextInt(3) == 0 ? random.nextInt(phases.size()) + 1 : phases.size();
        long at = from;
        int number = recorder.trace().task(task).exchanges().size();
        recorder.leases(
                task, new ConnectionLimit("example.org:443", 3, ConnectionLimit.Origin.PLAN, 0));
        Exchange exchange = Exchange.begin(number, at, "https://example.org/" + number + "?x=ß");
        for (Phase phase : phases.subList(0, made)) {
            recorder.enter(task, phase, zero + at);
            exchange = noted(task, phase, exchange);
            at += nanos();
        }
        return at;
    }

    private Exchange noted(int task, Phase phase, Exchange exchange) {
        String connection = "c" + random.nextInt(4);
        Exchange changed =
                switch (phase) {
                    case SEND -> exchange.on(connection, random.nextBoolean());
                    case RECEIVE ->
                            exchange.replied("HTTP/1.1", one(200, 202, 302, 307, 503), 1, 2)
                                    .received(random.nextInt(9_000));
                    default -> exchange;
                };
        if (phase == Phase.CONNECT) {
            recorder.note(
                    task,
                    ConnectAttempt.begin(exchange.number(), 0, "192.0.2.7", exchange.startNanos())
                            .ended(exchange.startNanos() + 1, new ConnectAttempt.Connected()));
        }
        if (phase == Phase.SEND || phase == Phase.RECEIVE) {
            recorder.note(task, changed);
        }
        return changed;
    }

    private Outcome outcome() {
        return switch (random.nextInt(5)) {
            case 0 -> new Outcome.Failed(FailureKind.TIMED_OUT, "It took too long. Try again.");
            case 1 -> new Outcome.Cancelled();
            case 2 -> new Outcome.Computed();
            case 3 -> new Outcome.Done();
            default -> new Outcome.Answered(200, random.nextInt(9_000));
        };
    }

    private long nanos() {
        return random.nextInt(6) == 0 ? 0 : random.nextLong(LONGEST_NANOS);
    }

    @SafeVarargs
    private <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
