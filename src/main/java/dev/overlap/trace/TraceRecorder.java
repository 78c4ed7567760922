package dev.overlap.trace;

/**
 * The one way to write a {@link Trace}.
 *
 * <p>The order that must hold: {@link #begin} once; then per task any number of {@link #enter},
 * then {@link #end} once, the first one counting and anything later ignored, so that a cancel may
 * race with a reply; then {@link #finish} once, after every task has ended.
 *
 * <p>Threads: safe for all at once; never blocks beyond the lock of one task or worker, a few dozen
 * nanoseconds; never throws into the code that reports. Stamps are {@link System#nanoTime()}
 * readings of this process. Open to a subclass that passes on to another process what it records.
 */
public class TraceRecorder {

    private final Trace trace;

    public TraceRecorder(Trace trace) {
        this.trace = trace;
    }

    public Trace trace() {
        return trace;
    }

    /** Time zero: all tasks are created, queued. */
    public void begin() {
        begin(System.nanoTime());
    }

    public void begin(long nanoTime) {
        trace.begin(nanoTime);
    }

    public void enter(int task, Phase phase) {
        enter(task, phase, System.nanoTime());
    }

    /** The same, where the instant was taken earlier than it can be reported. */
    public void enter(int task, Phase phase, long nanoTime) {
        trace.task(task).enter(phase, trace.sinceZero(nanoTime));
    }

    /** The task could compute, but another thread holds the interpreter lock: READY from now on. */
    public void awaitLock(int task) {
        awaitLock(task, System.nanoTime());
    }

    public void awaitLock(int task, long nanoTime) {
        trace.task(task).awaitLock(trace.sinceZero(nanoTime));
    }

    /**
     * The CPU time that the computation of a task has used so far, in all.
     *
     * @param nanos -1 where the platform does not tell
     */
    public void cpu(int task, long nanos) {
        trace.task(task).used(nanos);
    }

    /** The task asks for the connection of its next exchange; to be told before that lease. */
    public void leases(int task, ConnectionLimit limit) {
        trace.task(task).leases(limit);
    }

    /**
     * The task is about to give its connection back, to whoever waits for one. What it does next,
     * or its end, is told a little later and counts from this instant, so that no connection is
     * seen to carry two exchanges at once, and no limit to be exceeded.
     */
    public void releases(int task, long nanoTime) {
        trace.task(task).releases(trace.sinceZero(nanoTime));
    }

    /**
     * Ends a task.
     *
     * @return whether this was its end; false if it had ended before
     */
    public boolean end(int task, Outcome outcome) {
        return end(task, outcome, System.nanoTime());
    }

    public boolean end(int task, Outcome outcome, long nanoTime) {
        TaskTrack track = trace.task(task);
        boolean first;
        synchronized (track) { // who is not the first finds it counted
            first = track.end(outcome, trace.sinceZero(nanoTime));
            if (first) {
                trace.countEnd();
            }
        }
        return first;
    }

    /**
     * Adds an exchange, or puts a fuller picture of it in place of the one with the same number.
     * The first one with its connection is to be told while the task sends on it.
     */
    public void note(int task, Exchange exchange) {
        trace.note(task, exchange);
    }

    /** Adds an attempt to open a connection, or tells how the one with the same numbers ended. */
    public void note(int task, ConnectAttempt attempt) {
        trace.task(task).note(attempt);
    }

    public void setWorker(int task, int worker) {
        trace.task(task).setWorker(worker);
    }

    /**
     * Adds a worker.
     *
     * @return its index
     */
    public int addWorker(String name, WorkerTrack.Role role) {
        return addWorker(name, role, System.nanoTime());
    }

    public int addWorker(String name, WorkerTrack.Role role, long nanoTime) {
        return trace.addWorker(name, role, nanoTime).index();
    }

    /** No more than so many tasks are handed over at once. */
    public void limit(int tasks) {
        trace.limit(tasks);
    }

    /**
     * The worker, a virtual thread, is seen on a carrier while it is busy.
     *
     * @param carrier its number among the carriers
     */
    public void setCarrier(int worker, int carrier) {
        trace.worker(worker).setCarrier(carrier);
    }

    /** How often the system has taken the processor from this worker so far. */
    public void forced(int worker, long times) {
        trace.worker(worker).forced(times);
    }

    /**
     * The worker is being started from now on, and cannot carry anything yet.
     *
     * @param inPlaceOf the worker that has died and whose place it takes, or -1
     */
    public void starts(int worker, int inPlaceOf) {
        starts(worker, inPlaceOf, System.nanoTime());
    }

    public void starts(int worker, int inPlaceOf, long nanoTime) {
        trace.worker(worker).starts(trace.sinceZero(nanoTime), inPlaceOf);
    }

    /** The start-up of a worker is over: it is ready, or it never will be. */
    public void started(int worker) {
        started(worker, System.nanoTime());
    }

    public void started(int worker, long nanoTime) {
        trace.worker(worker).started(trace.sinceZero(nanoTime));
    }

    /** How much processor time a worker has used so far, in nanoseconds. */
    public void used(int worker, long cpuNanos) {
        trace.worker(worker).used(cpuNanos);
    }

    /**
     * Names a thread, or a kind of them, that helps without running tasks' steps; once is enough.
     */
    public void helper(String name) {
        helper(name, System.nanoTime());
    }

    public void helper(String name, long nanoTime) {
        trace.helper(name, nanoTime);
    }

    /**
     * The worker runs something for a task from now on, or for nobody in particular (-1). Ends an
     * open slice.
     */
    public void busy(int worker, int task) {
        busy(worker, task, System.nanoTime());
    }

    public void busy(int worker, int task, long nanoTime) {
        trace.worker(worker).busy(task, trace.sinceZero(nanoTime));
    }

    /** The worker's open slice turns out to be for this task; ignored where it has one already. */
    public void busyFor(int worker, int task) {
        trace.worker(worker).setTask(task);
    }

    /** The worker runs nothing from now on. */
    public void idle(int worker) {
        idle(worker, System.nanoTime());
    }

    public void idle(int worker, long nanoTime) {
        trace.worker(worker).idle(trace.sinceZero(nanoTime));
    }

    /** Time zero as {@link System#nanoTime()} of this process read it. */
    public long zeroNanoTime() {
        return trace.zeroNanoTime();
    }

    /** Nanoseconds since time zero, for {@link Exchange#startNanos()}. */
    public long now() {
        return trace.sinceZero(System.nanoTime());
    }

    /** The run is over. */
    public void finish() {
        trace.finish();
    }
}
