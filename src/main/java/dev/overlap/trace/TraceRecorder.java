package dev.overlap.trace;

import java.util.List;

/**
 * Writes a {@link Trace}; the only way to do so.
 *
 * <p>Order of calls: {@link #begin} once; then per task any number of {@link #enter} and an {@link
 * #end}, of which only the first counts, so that a cancel may race with a reply; then {@link
 * #finish} once, after every task has ended.
 *
 * <p>Threads: safe for any; takes only the lock of one task or worker, for a few dozen nanoseconds;
 * never throws into the reporting code. Timestamps are {@link System#nanoTime()} readings of this
 * process. A subclass may forward to another process what it records.
 */
public class TraceRecorder {

    private final Trace trace;

    public TraceRecorder(Trace trace) {
        this.trace = trace;
    }

    public Trace trace() {
        return trace;
    }

    /** Marks time zero: all tasks are created in phase QUEUED. */
    public void begin() {
        begin(System.nanoTime());
    }

    public void begin(long nanoTime) {
        trace.begin(nanoTime);
    }

    /**
     * Adds a task of a program that is watched. It is in no phase before it enters one.
     *
     * @param source see {@link TaskTrack#source()}
     * @return its index
     */
    public int addTask(String label, String source) {
        TaskTrack track = trace.addTask(label);
        track.setSource(source);
        return track.index();
    }

    /** Records what a watched program's emitter tells of its own limits; repeats are ignored. */
    public void addNote(String text) {
        trace.addNote(text);
    }

    public void enter(int task, Phase phase) {
        enter(task, phase, System.nanoTime());
    }

    /** As {@link #enter(int, Phase)}, for an instant that was taken before it could be reported. */
    public void enter(int task, Phase phase, long nanoTime) {
        trace.task(task).enter(phase, trace.sinceZero(nanoTime));
    }

    /** As {@link #enter(int, Phase, long)}, with what the task waits for. */
    public void enter(int task, Phase phase, WaitDetail detail, long nanoTime) {
        trace.task(task).enter(phase, detail, trace.sinceZero(nanoTime));
    }

    /**
     * Records that a task that could compute waits for the interpreter lock: it is READY from now
     * on.
     */
    public void awaitLock(int task) {
        awaitLock(task, System.nanoTime());
    }

    public void awaitLock(int task, long nanoTime) {
        trace.task(task).awaitLock(trace.sinceZero(nanoTime));
    }

    /**
     * Records the total CPU time of a task's computation so far.
     *
     * @param nanos -1 where the platform does not report it
     */
    public void cpu(int task, long nanos) {
        trace.task(task).used(nanos);
    }

    /**
     * Records the limit under which a task asks for the connection of its next exchange; to be
     * called before it enters LEASE.
     */
    public void leases(int task, ConnectionLimit limit) {
        trace.task(task).leases(limit);
    }

    /**
     * Records that a task is about to release its connection. Its next phase, or its end, is
     * reported slightly later but counts from this instant, so that no connection appears to carry
     * two exchanges at once and no limit appears to be exceeded.
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

    /** Records when the program is to collect the results; unless told, when all tasks are done. */
    public void collects(CollectRule rule) {
        trace.setCollects(rule);
    }

    /** Records that the program has the result of a task in hand. */
    public void collected(int task, long nanoTime) {
        trace.task(task).collected(trace.sinceZero(nanoTime));
    }

    /**
     * Adds an exchange, or replaces the one with the same number. The first version that names its
     * connection must be reported while the task sends on it.
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

    /**
     * Adds something that tasks share.
     *
     * @param places how many can hold it at once, or how many items a queue holds
     * @return its index
     */
    public int addResource(String name, ResourceTrack.Type type, int places) {
        return trace.addResource(name, type, places).index();
    }

    /**
     * Records that a task asks for a resource.
     *
     * @param ahead how many tasks that wait for the same are ahead of it
     * @param heldBy the tasks that hold the resource now
     * @return the use, for {@link #granted} and {@link #ended}
     */
    public ResourceTrack.Use asks(
            int resource,
            int task,
            ResourceTrack.Purpose purpose,
            long nanoTime,
            int ahead,
            List<Integer> heldBy) {
        return trace.resource(resource)
                .asks(task, purpose, trace.sinceZero(nanoTime), ahead, heldBy);
    }

    /** Records that a task got what it asked for. */
    public void granted(ResourceTrack.Use use, long nanoTime) {
        ResourceTrack.granted(use, trace.sinceZero(nanoTime));
    }

    /** Records that a task gave back what it held, or does not wait for it any more. */
    public void ended(ResourceTrack.Use use, long nanoTime) {
        ResourceTrack.ended(use, trace.sinceZero(nanoTime));
    }

    /** Records the number of items in a queue from now on. */
    public void filled(int resource, int items, long nanoTime) {
        trace.resource(resource).filled(trace.sinceZero(nanoTime), items);
    }

    /** Records a read or write of a counter; only the first of each counter are kept. */
    public void accessed(int resource, int task, boolean isWrite, long value, long nanoTime) {
        trace.resource(resource).accessed(task, trace.sinceZero(nanoTime), isWrite, value);
    }

    /** Records the totals of a counter so far, or of a copy of it. */
    public void counted(int resource, ResourceTrack.Copy copy) {
        trace.resource(resource).counted(copy);
    }

    /** Records that tasks wait for one another. */
    public void found(Deadlock deadlock) {
        trace.found(deadlock);
    }

    /** Records that a task begins one of its several steps; see {@link StepInterval#step()}. */
    public void beginStep(int task, int step, long nanoTime) {
        trace.task(task).beginStep(step, trace.sinceZero(nanoTime));
    }

    /** Records that a task has done one of its steps. */
    public void endStep(int task, int step, long nanoTime) {
        trace.task(task).endStep(step, trace.sinceZero(nanoTime));
    }

    /** Records that no more than this many tasks are dispatched at once. */
    public void limit(int tasks) {
        trace.limit(tasks);
    }

    /**
     * Records the carrier on which a busy virtual thread was seen.
     *
     * @param carrier the number of the carrier thread
     */
    public void setCarrier(int worker, int carrier) {
        trace.worker(worker).setCarrier(carrier);
    }

    /** Records how often the system has preempted this worker so far. */
    public void forced(int worker, long times) {
        trace.worker(worker).forced(times);
    }

    /**
     * Records that a worker starts up from now on and cannot execute tasks yet.
     *
     * @param inPlaceOf the dead worker that it replaces, or -1
     */
    public void starts(int worker, int inPlaceOf) {
        starts(worker, inPlaceOf, System.nanoTime());
    }

    public void starts(int worker, int inPlaceOf, long nanoTime) {
        trace.worker(worker).starts(trace.sinceZero(nanoTime), inPlaceOf);
    }

    /** Records that the start-up of a worker is over: it is ready, or has failed. */
    public void started(int worker) {
        started(worker, System.nanoTime());
    }

    public void started(int worker, long nanoTime) {
        trace.worker(worker).started(trace.sinceZero(nanoTime));
    }

    /** Records the CPU time of a worker so far, in nanoseconds. */
    public void used(int worker, long cpuNanos) {
        trace.worker(worker).used(cpuNanos);
    }

    /**
     * Records the name of a thread, or kind of threads, that helps without running steps of tasks;
     * repeats are ignored.
     */
    public void helper(String name) {
        helper(name, System.nanoTime());
    }

    public void helper(String name, long nanoTime) {
        trace.helper(name, nanoTime);
    }

    /**
     * Records that a worker is busy with a task, or with none in particular (-1), from now on. Ends
     * an open slice.
     */
    public void busy(int worker, int task) {
        busy(worker, task, System.nanoTime());
    }

    public void busy(int worker, int task, long nanoTime) {
        trace.worker(worker).busy(task, trace.sinceZero(nanoTime));
    }

    /**
     * As {@link #busy(int, int, long)}, for a worker that is not the current thread.
     *
     * @param thread the id of the thread that runs it, 0 if unknown
     */
    public void busyOn(int worker, int task, long thread, long nanoTime) {
        trace.worker(worker).busy(task, trace.sinceZero(nanoTime), thread);
    }

    /** Assigns a task to the worker's open slice; ignored if it has one already. */
    public void busyFor(int worker, int task) {
        trace.worker(worker).setTask(task);
    }

    /** Records that a worker is idle from now on. */
    public void idle(int worker) {
        idle(worker, System.nanoTime());
    }

    public void idle(int worker, long nanoTime) {
        trace.worker(worker).idle(trace.sinceZero(nanoTime));
    }

    /** Returns time zero as a {@link System#nanoTime()} reading of this process. */
    public long zeroNanoTime() {
        return trace.zeroNanoTime();
    }

    /** Returns the nanoseconds since time zero, for {@link Exchange#startNanos()}. */
    public long now() {
        return trace.sinceZero(System.nanoTime());
    }

    /** Records that the run is over. */
    public void finish() {
        trace.finish();
    }
}
