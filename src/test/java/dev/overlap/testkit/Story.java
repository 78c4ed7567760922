package dev.overlap.testkit;

import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Failure;
import dev.overlap.trace.Limit;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Recorder;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import java.time.Duration;
import java.util.List;

/**
 * Tells a trace by hand, through the one {@link Recorder} there is, with instants in milliseconds
 * since time zero.
 */
public final class Story {

    /** Where the connections of {@link #exchange} go. */
    public static final String HOST = "example.org:443";

    private final Trace trace;
    private final Recorder recorder;
    private final long zero;

    /** Begins a run of tasks with these labels. */
    public Story(List<String> labels) {
        trace = new Trace(labels);
        recorder = new Recorder(trace);
        zero = System.nanoTime();
        recorder.begin(zero);
    }

    /** Begins a run of tasks with these labels. */
    public static Story of(String... labels) {
        return new Story(List.of(labels));
    }

    private long nanoTime(double millis) {
        return zero + Math.round(millis * 1e6);
    }

    public Story enter(int task, Phase phase, double millis) {
        recorder.enter(task, phase, nanoTime(millis));
        return this;
    }

    /** A fetch on a new connection: the usual phases, and an answer. */
    public Story fetch(int task, double begin, double waitFrom, double receiveFrom, double end) {
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
     * An exchange on a connection, which is opened for it unless an earlier one has. It is received
     * from nine tenths of its time on; what the task does next ends it.
     */
    public Story exchange(int task, String connection, double begin, double end) {
        boolean reused =
                trace.connections().stream().anyMatch(it -> it.identity().equals(connection));
        double step = (end - begin) / 10;
        recorder.leases(task, new Limit(HOST, 3, Limit.Origin.PLAN, 0));
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

    public Story answered(int task, int status, double millis) {
        return end(task, new Outcome.Answered(status, 1_000), millis);
    }

    public Story failed(int task, Failure kind, double millis) {
        String sentence = "The task " + kind.words() + ". Try again.";
        return end(task, new Outcome.Failed(kind, sentence), millis);
    }

    public Story end(int task, Outcome outcome, double millis) {
        recorder.end(task, outcome, nanoTime(millis));
        return this;
    }

    public Story note(int task, Exchange exchange) {
        recorder.note(task, exchange);
        return this;
    }

    /** The task asks for the connection of its next exchange, within a limit. */
    public Story leases(int task, Limit limit) {
        recorder.leases(task, limit);
        return this;
    }

    /** The task waits for the interpreter lock. */
    public Story awaitLock(int task, double millis) {
        recorder.awaitLock(task, nanoTime(millis));
        return this;
    }

    public Story carriedBy(int task, int worker) {
        recorder.carriedBy(task, worker);
        return this;
    }

    /** No more than so many tasks are handed over at once. */
    public Story limit(int tasks) {
        recorder.limit(tasks);
        return this;
    }

    /** The worker is there from time zero on. */
    public int hire(String name, WorkerTrack.Role role) {
        return hire(name, role, 0);
    }

    public int hire(String name, WorkerTrack.Role role, double millis) {
        return recorder.hire(name, role, nanoTime(millis));
    }

    /** The worker is started between two instants. */
    public Story startUp(int worker, double begin, double end) {
        recorder.starts(worker, -1, nanoTime(begin));
        recorder.started(worker, nanoTime(end));
        return this;
    }

    /** The worker is busy with a task between two instants. */
    public Story busy(int worker, int task, double begin, double end) {
        recorder.busy(worker, task, nanoTime(begin));
        recorder.idle(worker, nanoTime(end));
        return this;
    }

    /** The trace while the run goes on. */
    public Trace live() {
        return trace;
    }

    /** The trace after the run. */
    public Trace finished() {
        recorder.finish();
        return trace;
    }

    /** A plan of these sites. */
    public static Plan plan(String model, String... sites) {
        SiteList list = SiteList.parse(String.join("\n", sites));
        return new Plan(list, model, Settings.DEFAULT.withTimeout(Duration.ofSeconds(10)));
    }
}
