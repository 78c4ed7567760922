package dev.overlap.trace;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Builds the {@link Trace} of a run that was recorded earlier, from all that its readers told: the
 * result is equal to the original in each of them.
 *
 * <p>A {@link TraceRecorder} cannot do it: it orders what comes late, ends phases with the release
 * of connections, derives connections from exchanges and takes the current thread for the worker's.
 * Here everything is set as it was. What is told of one task, worker, connection or resource comes
 * in its own order; the order among them does not matter, except that whatever is referred to by
 * index comes first. Instants are nanoseconds since time zero.
 *
 * <p>The source may be a damaged file: every method throws {@link IllegalArgumentException} for an
 * index that does not exist and for an instant that is none, so that a trace that was built can be
 * shown. The effort is proportional to the number of calls.
 *
 * <p>Threads: one at a time; the trace is published when it is returned.
 */
public final class TraceRestorer {

    /** Later instants could not be stored; it is more than four years. */
    private static final long MAX_NANOS = 1L << 57;

    /** The kinds of helper threads are few; the list is searched for each. */
    private static final int MAX_HELPERS = 10_000;

    private static final int MAX_NOTES = 10_000;

    private final Trace trace;
    private final @Nullable TaskLists[] lists;
    private final List<Map<Integer, ResourceTrack.Copy>> copies = new ArrayList<>();
    private final List<ConnectionTrack> connections = new ArrayList<>();
    private boolean begun;

    /** What a task has any number of, collected before it is set. */
    private record TaskLists(
            List<Exchange> exchanges,
            List<ConnectionLimit> limits,
            List<ConnectAttempt> attempts,
            List<StepInterval> steps) {

        TaskLists() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /**
     * Begins a trace.
     *
     * @param labels of its tasks
     * @param processors of the machine that it was recorded on, 1 or more
     */
    public TraceRestorer(List<String> labels, int processors) {
        require(processors >= 1, "processors", processors);
        trace = new Trace(labels, processors);
        lists = new TaskLists[labels.size()];
        trace.restoreBegin(true);
    }

    /** Tells that time zero had passed. */
    public void begin() {
        begun = true;
    }

    /** Tells that another program recorded it, see {@link Trace#isForeign()}. */
    public void setForeign() {
        trace.restoreForeign();
    }

    public void limit(int tasks) {
        require(tasks >= 1, "limit", tasks);
        trace.limit(tasks);
    }

    public void helper(String name, long nanos) {
        require(trace.helperThreads().size() < MAX_HELPERS, "helper", MAX_HELPERS);
        trace.helper(name, instant(nanos));
    }

    /** Adds a segment. */
    public void enter(int task, Phase phase, boolean isForLock, long nanos) {
        TaskTrack track = task(task);
        if (isForLock) {
            require(phase == Phase.READY, "lock in phase", phase.id().length());
            track.awaitLock(instant(nanos));
        } else {
            track.enter(phase, instant(nanos));
        }
    }

    /** Adds a segment, with what the task waited for. */
    public void enter(int task, Phase phase, WaitDetail detail, long nanos) {
        detail.tasks().forEach(this::requireTask);
        task(task).enter(phase, detail, instant(nanos));
    }

    /** Tells where in a watched program a task is written; see {@link TaskTrack#source()}. */
    public void setSource(int task, String source) {
        task(task).setSource(source);
    }

    /** Adds a note; see {@link Trace#notes()}. */
    public void addNote(String text) {
        require(trace.notes().size() < MAX_NOTES, "note", MAX_NOTES);
        trace.addNote(text);
    }

    /** Sets the worker of a task; one that is never added counts as none. */
    public void setWorker(int task, int worker) {
        require(worker >= 0, "worker", worker);
        task(task).setWorker(worker);
    }

    public void cpu(int task, long nanos) {
        task(task).used(instant(nanos));
    }

    /** Tells when the last segment of a task ended that has not entered the next one. */
    public void releases(int task, long nanos) {
        task(task).releases(instant(nanos));
    }

    public void end(int task, Outcome outcome, long nanos) {
        if (task(task).end(outcome, instant(nanos))) {
            trace.countEnd();
        }
    }

    /** Tells when the program was to collect the results. */
    public void collects(CollectRule rule) {
        trace.setCollects(rule);
    }

    /** Tells when the program had the result of a task in hand. */
    public void collected(int task, long nanos) {
        task(task).collected(instant(nanos));
    }

    public void leases(int task, ConnectionLimit limit) {
        listsOf(task).limits.add(limit);
    }

    /** Adds an exchange, or replaces the last one if it has the same number. */
    public void note(int task, Exchange exchange) {
        List<Exchange> known = listsOf(task).exchanges;
        require(exchange.number() >= 0, "exchange", exchange.number());
        instant(exchange.startNanos());
        if (!known.isEmpty() && known.getLast().number() == exchange.number()) {
            known.removeLast();
        }
        known.add(exchange);
    }

    /** Returns the last exchange that was added to a task. */
    public Exchange lastExchange(int task) {
        List<Exchange> known = listsOf(task).exchanges;
        require(!known.isEmpty(), "exchange of task", task);
        return known.getLast();
    }

    public void note(int task, ConnectAttempt attempt) {
        require(attempt.exchange() >= 0 && attempt.number() >= 0, "attempt", attempt.number());
        instant(attempt.beginNanos());
        listsOf(task).attempts.add(attempt);
    }

    /**
     * Ends an attempt.
     *
     * @param attempt its index among those of the task
     */
    public void endAttempt(int task, int attempt, long nanos, ConnectAttempt.Result result) {
        List<ConnectAttempt> known = listsOf(task).attempts;
        requireIndex(attempt, known.size(), "attempt");
        known.set(attempt, known.get(attempt).ended(instant(nanos), result));
    }

    public void beginStep(int task, int step, long nanos) {
        require(step >= 0, "step", step);
        listsOf(task).steps.add(new StepInterval(step, instant(nanos), TaskTrack.OPEN));
    }

    /**
     * Ends a step.
     *
     * @param interval its index among those that the task has begun
     */
    public void endStep(int task, int interval, long nanos) {
        List<StepInterval> known = listsOf(task).steps;
        requireIndex(interval, known.size(), "step");
        StepInterval open = known.get(interval);
        known.set(interval, new StepInterval(open.step(), open.beginNanos(), instant(nanos)));
    }

    public void addWorker(String name, WorkerTrack.Role role, long nanos) {
        trace.addWorker(name, role, instant(nanos));
    }

    /**
     * Sets the begin of a start-up.
     *
     * @param inPlaceOf an earlier worker, or -1: the chain of those that were replaced ends
     */
    public void starts(int worker, int inPlaceOf, long nanos) {
        require(inPlaceOf >= -1 && inPlaceOf < worker, "worker", inPlaceOf);
        worker(worker).starts(instant(nanos), inPlaceOf);
    }

    public void started(int worker, long nanos) {
        worker(worker).started(instant(nanos));
    }

    /**
     * Adds a slice.
     *
     * @param task the task that it belongs to, or -1
     * @param thread the id of the thread that ran it
     */
    public void busy(int worker, int task, long thread, long nanos) {
        require(task >= -1 && task < lists.length, "task", task);
        worker(worker).busy(task, instant(nanos), thread);
    }

    /** Sets a carrier on which the open slice was seen: the first one, then the last one. */
    public void setCarrier(int worker, int carrier) {
        require(carrier >= 0 && carrier < Integer.MAX_VALUE, "carrier", carrier);
        worker(worker).setCarrier(carrier);
    }

    public void idle(int worker, long nanos) {
        worker(worker).idle(instant(nanos));
    }

    public void used(int worker, long cpuNanos) {
        worker(worker).used(instant(cpuNanos));
    }

    public void forced(int worker, long times) {
        require(times >= 0, "times", times);
        worker(worker).forced(times);
    }

    public void addResource(String name, ResourceTrack.Type type, int places) {
        require(places >= 1, "places", places);
        trace.addResource(name, type, places);
        copies.add(new TreeMap<>());
    }

    /** Adds a use of a resource; the uses of each are counted from 0. */
    public void asks(
            int resource,
            int task,
            ResourceTrack.Purpose purpose,
            long nanos,
            int ahead,
            List<Integer> heldBy) {
        requireTask(task);
        heldBy.forEach(this::requireTask);
        require(ahead >= 0, "ahead", ahead);
        resource(resource).asks(task, purpose, instant(nanos), ahead, heldBy);
    }

    public void granted(int resource, int use, long nanos) {
        ResourceTrack.granted(use(resource, use), instant(nanos));
    }

    public void ended(int resource, int use, long nanos) {
        ResourceTrack.ended(use(resource, use), instant(nanos));
    }

    public void filled(int resource, int items, long nanos) {
        require(items >= 0, "items", items);
        resource(resource).filled(instant(nanos), items);
    }

    public void accessed(int resource, int task, boolean isWrite, long value, long nanos) {
        requireTask(task);
        resource(resource).accessed(task, instant(nanos), isWrite, value);
    }

    /** Tells that a counter had more reads and writes than were kept. */
    public void hadMoreAccesses(int resource) {
        resource(resource).restore(List.of(), true);
    }

    public void counted(int resource, ResourceTrack.Copy copy) {
        int worker = copy.worker();
        require(worker >= -1 && worker < trace.workers().size(), "worker", worker);
        requireIndex(resource, copies.size(), "resource");
        copies.get(resource).put(worker, copy);
    }

    public void found(Deadlock deadlock) {
        instant(deadlock.nanos());
        for (Deadlock.StuckWait wait : deadlock.waits()) {
            requireTask(wait.task());
            wait.holders().forEach(this::requireTask);
            requireIndex(wait.resource(), copies.size(), "resource");
        }
        trace.found(deadlock);
    }

    /** Adds a connection; they are counted from 0. */
    public void addConnection(String identity, String host, long nanos) {
        connections.add(trace.connectionTracks().restore(identity, host, instant(nanos)));
    }

    /**
     * Adds a use of a connection.
     *
     * @param segment the segment of the task in which it begins, not later than the use
     */
    public void use(int connection, int task, int exchange, int segment, long nanos) {
        requireIndex(connection, connections.size(), "connection");
        requireIndex(segment, task(task).segments(), "segment");
        require(nanos >= task(task).begin(segment), "use before its segment", nanos);
        connections.get(connection).restoreUse(instant(nanos), task, exchange, segment);
    }

    /** Returns the trace of a run that had finished. */
    public Trace finish() {
        complete();
        trace.finish();
        return trace;
    }

    /**
     * Returns the trace of a run that had not finished, or of whose record the end is missing.
     *
     * @param horizonNanos until when it is known
     */
    public Trace stop(long horizonNanos) {
        complete();
        trace.restoreEnd(instant(horizonNanos));
        return trace;
    }

    private void complete() {
        for (int task = 0; task < lists.length; task++) {
            complete(trace.task(task));
        }
        for (int resource = 0; resource < copies.size(); resource++) {
            List<ResourceTrack.Copy> known = List.copyOf(copies.get(resource).values());
            trace.resource(resource).restore(known, false);
        }
        trace.restoreBegin(begun);
    }

    private void complete(TaskTrack task) {
        TaskLists known = lists[task.index()];
        if (known != null) {
            task.restore(known.exchanges, known.limits, known.attempts, known.steps);
        }
        if (task.worker() >= trace.workers().size()) {
            task.setWorker(-1);
        }
    }

    private TaskTrack task(int task) {
        requireTask(task);
        return trace.task(task);
    }

    private TaskLists listsOf(int task) {
        requireTask(task);
        if (lists[task] == null) {
            lists[task] = new TaskLists();
        }
        return Objects.requireNonNull(lists[task]);
    }

    private WorkerTrack worker(int worker) {
        requireIndex(worker, trace.workers().size(), "worker");
        return trace.worker(worker);
    }

    private ResourceTrack resource(int resource) {
        requireIndex(resource, copies.size(), "resource");
        return trace.resource(resource);
    }

    private ResourceTrack.Use use(int resource, int use) {
        List<ResourceTrack.Use> known = resource(resource).uses();
        requireIndex(use, known.size(), "use");
        return known.get(use);
    }

    private void requireTask(int task) {
        requireIndex(task, lists.length, "task");
    }

    private static void requireIndex(int index, int size, String what) {
        require(index >= 0 && index < size, what, index);
    }

    private static long instant(long nanos) {
        require(nanos >= 0 && nanos < MAX_NANOS, "nanosecond", nanos);
        return nanos;
    }

    private static void require(boolean holds, String what, long number) {
        if (!holds) {
            throw new IllegalArgumentException("there is no " + what + " " + number);
        }
    }
}
