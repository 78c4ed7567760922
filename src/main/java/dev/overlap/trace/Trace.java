package dev.overlap.trace;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The record of one run. It only grows while the run lasts, and does not change afterwards.
 *
 * <p>Threads: a {@link TraceRecorder} writes from many threads at once; any thread may read at any
 * time without a lock, and neither ever waits for the other. All times are nanoseconds since
 * <em>time zero</em>, the instant at which the model received the tasks.
 */
public final class Trace {

    private final AppendOnlyList<TaskTrack> tasks = new AppendOnlyList<>();
    private final Map<String, LabelCount> labels = new HashMap<>(); // guarded by this
    private final AppendOnlyList<WorkerTrack> workers = new AppendOnlyList<>();
    private final ConnectionTracks connections;
    private final AppendOnlyList<ResourceTrack> resources = new AppendOnlyList<>();
    private final AppendOnlyList<Deadlock> deadlocks = new AppendOnlyList<>();
    private final CopyOnWriteArrayList<Helper> helpers = new CopyOnWriteArrayList<>();
    private final AtomicInteger ended = new AtomicInteger();
    private final int processors;
    private volatile long zero;
    private volatile boolean begun;
    private volatile boolean isForeign;
    private final CopyOnWriteArrayList<String> notes = new CopyOnWriteArrayList<>();
    private volatile long wallNanos = -1;
    private volatile int maxConcurrentTasks = Integer.MAX_VALUE;
    private volatile CollectRule collects = CollectRule.AT_END;

    private volatile long recordedUntilNanos = -1;

    /**
     * A thread, or kind of threads, that helped without running steps of tasks.
     *
     * @param sinceNanos when it was first seen
     */
    public record Helper(String name, long sinceNanos) {}

    /** Creates an empty trace for tasks with these labels, run on this machine. */
    public Trace(List<String> labels) {
        this(labels, Runtime.getRuntime().availableProcessors());
    }

    /**
     * Creates an empty trace for tasks with these labels.
     *
     * @param processors the number of processors of the machine, 1 or more
     */
    public Trace(List<String> labels, int processors) {
        this.processors = processors;
        connections = new ConnectionTracks(tasks);
        labels.forEach(this::addTask);
    }

    /**
     * Creates an empty trace of a program that is watched; see {@link #isForeign()}. Its tasks are
     * added as the program makes them.
     *
     * @param processors of the machine that runs it, 1 or more
     */
    public static Trace ofWatchedProgram(int processors) {
        Trace trace = new Trace(List.of(), processors);
        trace.isForeign = true;
        return trace;
    }

    /**
     * Creates an empty trace of a program that is watched while it runs a list, for tasks with
     * these labels; see {@link #isForeign()}.
     */
    public static Trace ofWatchedList(List<String> labels, int processors) {
        Trace trace = new Trace(labels, processors);
        trace.isForeign = true;
        return trace;
    }

    /** The tasks that share a label are numbered as soon as there are two. */
    private static final class LabelCount {
        private final TaskTrack first;
        private int tasks = 1;

        LabelCount(TaskTrack first) {
            this.first = first;
        }
    }

    /** Adds a task that is in no phase yet. */
    synchronized TaskTrack addTask(String label) {
        LabelCount known = labels.get(label);
        if (known == null) {
            TaskTrack track = tasks.add(index -> new TaskTrack(index, label, 0));
            labels.put(label, new LabelCount(track));
            return track;
        }
        known.first.setNumber(1);
        int number = ++known.tasks;
        return tasks.add(index -> new TaskTrack(index, label, number));
    }

    /** Returns the number of processors of the machine that executes the run. */
    public int processors() {
        return processors;
    }

    /**
     * Returns whether another program recorded it. What is derived from what is known of runs under
     * Overlap's models, such as the time that a task needs alone, is unknown then.
     */
    public boolean isForeign() {
        return isForeign;
    }

    /**
     * Returns the tasks by index. The list grows while a program is watched; of a run of a list it
     * never changes.
     */
    public List<TaskTrack> tasks() {
        return tasks;
    }

    /**
     * Returns the tasks that there are now, by index: a view that does not grow. Whoever keeps
     * something for each task visits these; the slices of workers may name later ones.
     */
    public List<TaskTrack> tasksSoFar() {
        return tasks.subList(0, tasks.size());
    }

    /** Returns what the watched program's emitters told of their own limits. The list grows. */
    public List<String> notes() {
        return Collections.unmodifiableList(notes);
    }

    /** Adds a note, unless it is there already. */
    void addNote(String text) {
        notes.addIfAbsent(text);
    }

    public TaskTrack task(int index) {
        return tasks.get(index);
    }

    /** Returns the workers added so far, by index. The list grows. */
    public List<WorkerTrack> workers() {
        return workers;
    }

    public WorkerTrack worker(int index) {
        return workers.get(index);
    }

    /**
     * Returns the connections in order of first use. The list grows. Connections that could not be
     * opened are not in it.
     */
    public List<ConnectionTrack> connections() {
        return connections.inOrder();
    }

    /** Returns the connection of an exchange, or null if it has none yet. */
    public @Nullable ConnectionTrack connection(Exchange exchange) {
        return connections.of(exchange);
    }

    /** Returns what the tasks share, in the order of the list. The list grows. */
    public List<ResourceTrack> resources() {
        return resources;
    }

    public ResourceTrack resource(int index) {
        return resources.get(index);
    }

    /** Returns the deadlocks in the order in which they were found. The list grows. */
    public List<Deadlock> deadlocks() {
        return deadlocks;
    }

    /**
     * Returns the names of the threads that helped without running steps of tasks: timer, resolver
     * and the like.
     */
    public List<String> helpers() {
        return helpers(Long.MAX_VALUE);
    }

    /** Returns these threads in the order in which they were first seen. The list grows. */
    public List<Helper> helperThreads() {
        return Collections.unmodifiableList(helpers);
    }

    /** Returns those that had helped by an instant. */
    public List<String> helpers(long untilNanos) {
        return helpers.stream()
                .filter(helper -> helper.sinceNanos <= untilNanos)
                .map(Helper::name)
                .toList();
    }

    /**
     * Returns the requested limit on concurrent tasks, or {@link Integer#MAX_VALUE} if there is
     * none.
     */
    public int maxConcurrentTasks() {
        return maxConcurrentTasks;
    }

    /** Returns when the program was to collect the results of the tasks. */
    public CollectRule collects() {
        return collects;
    }

    /**
     * Returns whether the program has got the only result that it wanted: tasks that were cancelled
     * then are not missing. Visits every task.
     */
    public boolean hasWinner() {
        return collects == CollectRule.FIRST
                && tasks.stream().anyMatch(task -> task.collectedNanos() >= 0);
    }

    /**
     * Returns the CPU time of all worker processes as reported so far, start-up included, in
     * nanoseconds; -1 if none was reported.
     */
    public long processCpuNanos() {
        long sum = -1;
        for (WorkerTrack worker : workers) {
            if (worker.cpuNanos() >= 0) {
                sum = Math.max(0, sum) + worker.cpuNanos();
            }
        }
        return sum;
    }

    /**
     * Returns the number of distinct carrier threads on which virtual threads were seen; there may
     * have been more. Visits every slice.
     */
    public int carriersSeen() {
        BitSet seen = new BitSet();
        for (WorkerTrack worker : workers) {
            worker.addCarriersTo(seen);
        }
        return seen.cardinality();
    }

    /** Returns the number of tasks that have ended. */
    public int ended() {
        return ended.get();
    }

    /** Returns whether time zero has passed. */
    public boolean hasBegun() {
        return begun;
    }

    /** Returns whether the run is over and nothing more will be added. */
    public boolean isFinished() {
        return wallNanos >= 0;
    }

    /**
     * Returns the time from time zero to the end of the last task, in nanoseconds, or -1 while the
     * run lasts.
     */
    public long wallNanos() {
        return wallNanos;
    }

    /**
     * Returns the extent of this trace: the wall time of a finished run, the present for a live
     * one, 0 before time zero. The trace of an unfinished run that was restored ends where its
     * record ends.
     */
    public long horizonNanos() {
        long wall = wallNanos;
        if (wall >= 0) {
            return wall;
        }
        if (recordedUntilNanos >= 0) {
            return recordedUntilNanos;
        }
        return begun ? System.nanoTime() - zero : 0;
    }

    public void begin(long zeroNanoTime) {
        zero = zeroNanoTime;
        for (TaskTrack task : tasks) {
            task.enter(Phase.QUEUED, 0);
        }
        begun = true;
    }

    /**
     * Marks time zero without creating the tasks: what they did is restored.
     *
     * @param hasBegun whether time zero had passed at all
     */
    void restoreBegin(boolean hasBegun) {
        zero = 0;
        begun = hasBegun;
    }

    void restoreForeign() {
        isForeign = true;
    }

    /** Ends the record of a restored run that had not finished. */
    void restoreEnd(long horizonNanos) {
        recordedUntilNanos = horizonNanos;
    }

    ConnectionTracks connectionTracks() {
        return connections;
    }

    /**
     * Converts a {@link System#nanoTime()} reading of this process to nanoseconds since time zero.
     * Readings before time zero become 0.
     */
    public long sinceZero(long nanoTime) {
        return begun ? Math.max(0, nanoTime - zero) : 0;
    }

    long zeroNanoTime() {
        return zero;
    }

    public WorkerTrack addWorker(String name, WorkerTrack.Role role, long nanoTime) {
        long nanos = sinceZero(nanoTime);
        return workers.add(index -> new WorkerTrack(index, name, role, nanos));
    }

    ResourceTrack addResource(String name, ResourceTrack.Type type, int places) {
        return resources.add(index -> new ResourceTrack(index, name, type, places));
    }

    void found(Deadlock deadlock) {
        deadlocks.add(_ -> deadlock);
    }

    public void note(int task, Exchange exchange) {
        if (task(task).note(exchange)) {
            connections.used(task(task), exchange);
        }
    }

    void limit(int tasks) {
        maxConcurrentTasks = tasks;
    }

    void setCollects(CollectRule rule) {
        collects = rule;
    }

    /** Adds a helper thread; synchronized, so that no name is added twice. */
    synchronized void helper(String name, long nanoTime) {
        if (helpers.stream().noneMatch(helper -> helper.name.equals(name))) {
            helpers.add(new Helper(name, sinceZero(nanoTime)));
        }
    }

    void countEnd() {
        ended.incrementAndGet();
    }

    public void finish() {
        long last = 0;
        for (TaskTrack task : tasks) {
            if (task.outcome() != null) {
                last = Math.max(last, task.endNanos());
            }
        }
        wallNanos = last;
    }
}
