package dev.overlap.trace;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What happened in one run. Only grows while the run goes on, and stays as it is afterwards.
 *
 * <p>Threads: a {@link TraceRecorder} writes, from many threads at once; any thread may read at any
 * time without a lock, and none ever waits for the other. All times are nanoseconds since <em>time
 * zero</em>, the instant at which the model got the plan.
 */
public final class Trace {

    private final List<TaskTrack> tasks;
    private final AppendOnlyList<WorkerTrack> workers = new AppendOnlyList<>();
    private final ConnectionTracks connections;
    private final CopyOnWriteArrayList<Helper> helpers = new CopyOnWriteArrayList<>();
    private final AtomicInteger ended = new AtomicInteger();
    private final int processors;
    private volatile long zero;
    private volatile boolean begun;
    private volatile long wallNanos = -1;
    private volatile int mostAtOnce = Integer.MAX_VALUE;

    private record Helper(String name, long sinceNanos) {}

    /** An empty trace for tasks with these labels, of a run on this machine. */
    public Trace(List<String> labels) {
        this(labels, Runtime.getRuntime().availableProcessors());
    }

    /**
     * An empty trace for tasks with these labels.
     *
     * @param processors how many there are where it runs, 1 or more
     */
    public Trace(List<String> labels, int processors) {
        this.processors = processors;
        TaskTrack[] tracks = new TaskTrack[labels.size()];
        for (int i = 0; i < tracks.length; i++) {
            tracks[i] = new TaskTrack(i, labels.get(i));
        }
        tasks = List.of(tracks);
        connections = new ConnectionTracks(tasks);
    }

    /** How many processors the machine has on which it runs. */
    public int processors() {
        return processors;
    }

    /** The tasks, by index. The list never changes. */
    public List<TaskTrack> tasks() {
        return tasks;
    }

    public TaskTrack task(int index) {
        return tasks.get(index);
    }

    /** The workers started so far, by index. The list grows. */
    public List<WorkerTrack> workers() {
        return workers;
    }

    public WorkerTrack worker(int index) {
        return workers.get(index);
    }

    /**
     * The connections used so far, in the order in which they were first used. The list grows. A
     * connection that could not be opened is not in it.
     */
    public List<ConnectionTrack> connections() {
        return connections.inOrder();
    }

    /** The connection of an exchange, or null where it has none yet. */
    public @Nullable ConnectionTrack connection(Exchange exchange) {
        return connections.of(exchange);
    }

    /**
     * The threads that helped without running tasks' steps, by name: timer, resolver and the like.
     */
    public List<String> helpers() {
        return helpers(Long.MAX_VALUE);
    }

    /** Those of them that had helped by an instant. */
    public List<String> helpers(long untilNanos) {
        return helpers.stream()
                .filter(helper -> helper.sinceNanos <= untilNanos)
                .map(Helper::name)
                .toList();
    }

    /**
     * How many tasks may go on at once by a limit that was asked for, or {@link Integer#MAX_VALUE}.
     */
    public int mostAtOnce() {
        return mostAtOnce;
    }

    /**
     * How much processor time all worker processes have used, start-up included, as far as the
     * system has told of it so far; in nanoseconds, or -1 where it has told of none.
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
     * On how many different carriers virtual threads were seen; there may have been more. Costs a
     * look at every slice.
     */
    public int carriersSeen() {
        BitSet seen = new BitSet();
        for (WorkerTrack worker : workers) {
            worker.addCarriersTo(seen);
        }
        return seen.cardinality();
    }

    /** How many tasks have ended. */
    public int ended() {
        return ended.get();
    }

    /** Whether time zero has come. */
    public boolean hasBegun() {
        return begun;
    }

    /** Whether the run is over and nothing will be added any more. */
    public boolean isFinished() {
        return wallNanos >= 0;
    }

    /** From time zero to the end of the last task, in nanoseconds, or -1 while the run goes on. */
    public long wallNanos() {
        return wallNanos;
    }

    /**
     * How far this trace reaches: the wall time of a finished run, the present of a live one, 0
     * before time zero.
     */
    public long horizonNanos() {
        long wall = wallNanos;
        if (wall >= 0) {
            return wall;
        }
        return begun ? System.nanoTime() - zero : 0;
    }

    void begin(long zeroNanoTime) {
        zero = zeroNanoTime;
        for (TaskTrack task : tasks) {
            task.enter(Phase.QUEUED, 0);
        }
        begun = true;
    }

    /**
     * A {@link System#nanoTime()} reading of this process as this trace counts. Nothing is before
     * time zero: an earlier reading counts as happening at it.
     */
    public long sinceZero(long nanoTime) {
        return begun ? Math.max(0, nanoTime - zero) : 0;
    }

    long zeroNanoTime() {
        return zero;
    }

    WorkerTrack addWorker(String name, WorkerTrack.Role role, long nanoTime) {
        long nanos = sinceZero(nanoTime);
        return workers.add(index -> new WorkerTrack(index, name, role, nanos));
    }

    void note(int task, Exchange exchange) {
        if (task(task).note(exchange)) {
            connections.used(task(task), exchange);
        }
    }

    void limit(int tasks) {
        mostAtOnce = tasks;
    }

    /** Synchronized, so that no name stands twice. */
    synchronized void helper(String name, long nanoTime) {
        if (helpers.stream().noneMatch(helper -> helper.name.equals(name))) {
            helpers.add(new Helper(name, sinceZero(nanoTime)));
        }
    }

    void countEnd() {
        ended.incrementAndGet();
    }

    void finish() {
        long last = 0;
        for (TaskTrack task : tasks) {
            if (task.outcome() != null) {
                last = Math.max(last, task.endNanos());
            }
        }
        wallNanos = last;
    }
}
