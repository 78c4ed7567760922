package dev.overlap.testkit;

import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
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

import java.time.Duration;
import java.util.List;

/** Builds traces through a {@link TraceRecorder}, with instants in milliseconds since time zero. */
public final class TraceBuilder {

    /** The host of the connections of {@link #exchange}. */
    public static final String HOST = "example.org:443";

    /** In place of an instant: it has not happened. */
    public static final double NEVER = Double.POSITIVE_INFINITY;

    private final Trace trace;
    private final TraceRecorder recorder;
    private final long zero;

    /** Begins a run of tasks with these labels. */
    public TraceBuilder(List<String> labels) {
        this(new Trace(labels));
    }

    /** Begins a run on a machine with this many processors. */
    public TraceBuilder(List<String> labels, int processors) {
        this(new Trace(labels, processors));
    }

    private TraceBuilder(Trace trace) {
        this.trace = trace;
        recorder = new TraceRecorder(trace);
        zero = System.nanoTime();
        recorder.begin(zero);
    }

    /** Begins a run of tasks with these labels. */
    public static TraceBuilder of(String... labels) {
        return new TraceBuilder(List.of(labels));
    }

    private long nanoTime(double millis) {
        return zero + Math.round(millis * 1e6);
    }

    public TraceBuilder enter(int task, Phase phase, double millis) {
        recorder.enter(task, phase, nanoTime(millis));
        return this;
    }

    /** Adds a fetch on a new connection: the usual phases, and an answer. */
    public TraceBuilder fetch(
            int task, double begin, double waitFrom, double receiveFrom, double end) {
        double step = (waitFrom - begin) / 4;
        enter(task, Phase.LEASE, begin);
        enter(task, Phase.DNS, begin + step / 8);
        enter(task, Phase.CONNECT, begin + step);
        enter(task, Phase.TLS, begin + 2 * step);
        enter(task, Phase.SEND, waitFrom - step / 4);
        enter(task, Phase.WAIT, waitFrom);
        enter(task, Phase.RECEIVE, receiveFrom);
        return answered(task, 200, end);
    }

    /**
     * Adds an exchange on a connection, which it opens unless an earlier one has. RECEIVE begins
     * after nine tenths of its time; the task's next phase ends it.
     */
    public TraceBuilder exchange(int task, String connection, double begin, double end) {
        boolean reused =
                trace.connections().stream().anyMatch(it -> it.identity().equals(connection));
        double step = (end - begin) / 10;
        recorder.leases(task, new ConnectionLimit(HOST, 3, ConnectionLimit.Origin.PLAN, 0));
        enter(task, Phase.LEASE, begin);
        if (!reused) {
            enter(task, Phase.CONNECT, begin);
        }
        enter(task, Phase.SEND, reused ? begin : begin + step);
        int number = trace.task(task).exchanges().size();
        long start = Math.round(begin * 1e6);
        note(task, Exchange.begin(number, start, "/").on(connection, reused));
        return enter(task, Phase.WAIT, begin + 2 * step)
                .enter(task, Phase.RECEIVE, begin + 9 * step);
    }

    public TraceBuilder answered(int task, int status, double millis) {
        return end(task, new Outcome.Answered(status, 1_000), millis);
    }

    public TraceBuilder failed(int task, FailureKind kind, double millis) {
        String sentence = "The task " + kind.words() + ". Try again.";
        return end(task, new Outcome.Failed(kind, sentence), millis);
    }

    public TraceBuilder end(int task, Outcome outcome, double millis) {
        recorder.end(task, outcome, nanoTime(millis));
        return this;
    }

    public TraceBuilder note(int task, ConnectAttempt attempt) {
        recorder.note(task, attempt);
        return this;
    }

    public TraceBuilder note(int task, Exchange exchange) {
        recorder.note(task, exchange);
        return this;
    }

    /** Records that a task asks for the connection of its next exchange, under a limit. */
    public TraceBuilder leases(int task, ConnectionLimit limit) {
        recorder.leases(task, limit);
        return this;
    }

    /** Records that a task waits for the interpreter lock. */
    public TraceBuilder awaitLock(int task, double millis) {
        recorder.awaitLock(task, nanoTime(millis));
        return this;
    }

    /** Records the CPU time of a task so far. */
    public TraceBuilder cpu(int task, double millis) {
        recorder.cpu(task, Math.round(millis * 1e6));
        return this;
    }

    public TraceBuilder beginStep(int task, int step, double millis) {
        recorder.beginStep(task, step, nanoTime(millis));
        return this;
    }

    public TraceBuilder endStep(int task, int step, double millis) {
        recorder.endStep(task, step, nanoTime(millis));
        return this;
    }

    public TraceBuilder carriedBy(int task, int worker) {
        recorder.setWorker(task, worker);
        return this;
    }

    /** Sets when the program is to collect results. */
    public TraceBuilder collects(CollectRule rule) {
        recorder.collects(rule);
        return this;
    }

    /** Records that the program has the result of a task in hand. */
    public TraceBuilder collected(int task, double millis) {
        recorder.collected(task, nanoTime(millis));
        return this;
    }

    /** Sets the limit on concurrent tasks. */
    public TraceBuilder limit(int tasks) {
        recorder.limit(tasks);
        return this;
    }

    /** Adds a worker at time zero. */
    public int addWorker(String name, WorkerTrack.Role role) {
        return addWorker(name, role, 0);
    }

    public int addWorker(String name, WorkerTrack.Role role, double millis) {
        return recorder.addWorker(name, role, nanoTime(millis));
    }

    /** Records the start-up of a worker. */
    public TraceBuilder startUp(int worker, double begin, double end) {
        recorder.starts(worker, -1, nanoTime(begin));
        recorder.started(worker, nanoTime(end));
        return this;
    }

    /** Records that a worker is busy with a task between two instants. */
    public TraceBuilder busy(int worker, int task, double begin, double end) {
        recorder.busy(worker, task, nanoTime(begin));
        recorder.idle(worker, nanoTime(end));
        return this;
    }

    /** Adds something that tasks share. */
    public int addResource(String name, ResourceTrack.Type type, int places) {
        return recorder.addResource(name, type, places);
    }

    /**
     * Adds a use of a lock or permit, after all that began earlier; who holds it and who waits then
     * follows from these.
     *
     * @param granted {@link #NEVER} if it did not get it
     * @param end {@link #NEVER} if it has not ended
     */
    public TraceBuilder hold(int resource, int task, double asked, double granted, double end) {
        return use(resource, task, ResourceTrack.Purpose.HOLD, asked, granted, end);
    }

    /** Adds an item that is put into a queue. */
    public TraceBuilder put(int resource, int task, double asked, double granted) {
        return use(resource, task, ResourceTrack.Purpose.PUT, asked, granted, granted);
    }

    /** Adds an item that is taken from a queue. */
    public TraceBuilder take(int resource, int task, double asked, double granted) {
        return use(resource, task, ResourceTrack.Purpose.TAKE, asked, granted, granted);
    }

    /** As {@link #hold}, for any purpose. */
    public TraceBuilder use(
            int resource,
            int task,
            ResourceTrack.Purpose purpose,
            double asked,
            double granted,
            double end) {
        long now = Math.round(asked * 1e6);
        List<ResourceTrack.Use> before = trace.resource(resource).uses();
        List<Integer> holders =
                before.stream()
                        .filter(use -> use.purpose() == ResourceTrack.Purpose.HOLD)
                        .filter(use -> use.grantedNanos() <= now && now < use.endNanos())
                        .map(ResourceTrack.Use::task)
                        .toList();
        long ahead =
                before.stream()
                        .filter(use -> use.purpose() == purpose)
                        .filter(use -> now < Math.min(use.grantedNanos(), use.endNanos()))
                        .count();
        ResourceTrack.Use use =
                recorder.asks(resource, task, purpose, nanoTime(asked), (int) ahead, holders);
        if (granted != NEVER) {
            recorder.granted(use, nanoTime(granted));
        }
        if (end != NEVER) {
            recorder.ended(use, nanoTime(end));
        }
        return this;
    }

    /** Records the number of items in a queue. */
    public TraceBuilder filled(int resource, int items, double millis) {
        recorder.filled(resource, items, nanoTime(millis));
        return this;
    }

    public TraceBuilder read(int resource, int task, long value, double millis) {
        recorder.accessed(resource, task, false, value, nanoTime(millis));
        return this;
    }

    public TraceBuilder write(int resource, int task, long value, double millis) {
        recorder.accessed(resource, task, true, value, nanoTime(millis));
        return this;
    }

    /** Records the totals of a counter; worker -1 for the memory that all share. */
    public TraceBuilder counted(int resource, int worker, long increments, long value) {
        recorder.counted(resource, new ResourceTrack.Copy(worker, increments, value));
        return this;
    }

    /** Records tasks that wait for one another. */
    public TraceBuilder stuck(double millis, Deadlock.StuckWait... waits) {
        recorder.found(new Deadlock(Math.round(millis * 1e6), List.of(waits)));
        return this;
    }

    /** Returns the trace of a run in progress. */
    public Trace live() {
        return trace;
    }

    /** Returns the trace of a finished run. */
    public Trace finished() {
        recorder.finish();
        return trace;
    }

    /** Returns a plan of these sites. */
    public static Plan plan(String model, String... sites) {
        SiteList list = SiteList.parse(String.join("\n", sites));
        return new Plan(list, model, Settings.DEFAULT.withTimeout(Duration.ofSeconds(10)));
    }
}
