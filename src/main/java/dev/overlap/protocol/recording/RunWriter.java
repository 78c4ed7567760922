package dev.overlap.protocol.recording;

import dev.overlap.plan.Step;
import dev.overlap.plan.Task;
import dev.overlap.protocol.ProtocolEvent.Hello;
import dev.overlap.text.protocol.RecordingText;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TraceRecorder;
import dev.overlap.trace.WaitDetail;
import dev.overlap.trace.WorkerTrack;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes what the streams of a run have in common: its tasks, its workers and time zero. */
final class RunWriter {

    private final TraceRecorder recorder;
    private final RunNotes notes;
    private final Map<String, TaskRow> shared = new HashMap<>();
    private final List<WorkerLane> lanes = new ArrayList<>();
    private final Set<String> helpers = new HashSet<>();
    private final List<TaskRow> listed = new ArrayList<>();
    private int maxTasks = RecordingLimits.MAX_TASKS;
    private final Set<Long> killed = new HashSet<>();
    private int rows;
    private long events;
    private int references;
    private int streams;
    private long firstHelloNanos = Long.MAX_VALUE;
    private long startUpNanos = -1;
    private boolean isStopped;

    RunWriter(TraceRecorder recorder) {
        this.recorder = recorder;
        notes = new RunNotes(recorder);
    }

    /** Returns the writer of a run whose tasks are known, and no others. */
    static RunWriter ofList(TraceRecorder recorder, List<Task> tasks) {
        RunWriter run = new RunWriter(recorder);
        run.notes.leavesOutOthers = true;
        for (Task task : tasks) {
            boolean computes = task.steps().flat().anyMatch(step -> step instanceof Step.Compute);
            TaskRow row = TaskRow.ofList(recorder, run.notes, task.index(), computes);
            run.share("line." + task.index(), row);
            run.listed.add(row);
        }
        run.rows = tasks.size();
        run.maxTasks = tasks.size();
        return run;
    }

    TraceRecorder recorder() {
        return recorder;
    }

    RunNotes notes() {
        return notes;
    }

    /** Adds a stream; returns whether it is the first one. */
    boolean addStream(Hello hello, long nanoTime) {
        notes.addHello(hello);
        firstHelloNanos = Math.min(firstHelloNanos, nanoTime);
        return streams++ == 0;
    }

    /** Returns whether something happened after the first process was ready. */
    boolean hasBegun() {
        return recorder.trace().hasBegun();
    }

    /** Makes an instant time zero, unless there is one. */
    void begin(long nanoTime) {
        if (hasBegun()) {
            return;
        }
        recorder.begin(nanoTime);
        lanes.forEach(lane -> lane.zero(nanoTime));
        if (firstHelloNanos <= nanoTime) {
            startUpNanos = nanoTime - firstHelloNanos;
            notes.add(RecordingText.startUp(startUpNanos));
        }
    }

    /** Returns the time from the first line to time zero, or -1. */
    long startUpNanos() {
        return startUpNanos;
    }

    /** From now on, processes end because the run was stopped. */
    void stop() {
        isStopped = true;
    }

    boolean isStopped() {
        return isStopped;
    }

    /** From now on, this process ends because another one wants it. */
    void kill(long pid) {
        if (killed.size() < RecordingLimits.MAX_STREAMS) {
            killed.add(pid);
        }
    }

    boolean isKilled(long pid) {
        return killed.contains(pid);
    }

    /** Returns whether one more event can be kept, and counts it. */
    boolean hasRoom() {
        if (events == RecordingLimits.MAX_EVENTS) {
            notes.tooMany++;
            return false;
        }
        events++;
        return true;
    }

    /** Returns whether one more id can be known, and counts it. */
    boolean refer() {
        if (references == RecordingLimits.MAX_REFERENCES) {
            notes.tooMany++;
            return false;
        }
        references++;
        return true;
    }

    /** Forgets ids. */
    void release(int ids) {
        references -= ids;
    }

    boolean hasRoomForTask() {
        return rows < maxTasks;
    }

    /** Returns the task that another stream introduced by this id, or null. */
    @Nullable TaskRow shared(String id) {
        return shared.get(id);
    }

    void share(String id, TaskRow row) {
        shared.put(id, row);
    }

    /** The program has the result of a task that a stream introduced by this id. */
    void collected(String id, long nanoTime) {
        TaskRow row = shared(id);
        if (row != null && hasBegun()) {
            recorder.collected(row.index(), nanoTime);
        }
    }

    /** Adds a task; returns null if there are too many. */
    @Nullable TaskRow addTask(String name, String source, Phase phase, long nanoTime) {
        if (rows == maxTasks) {
            notes.tooManyTasks++;
            return null;
        }
        rows++;
        begin(nanoTime);
        TaskRow row = new TaskRow(recorder, notes, recorder.addTask(name, source));
        row.enter(phase, WaitDetail.NONE, nanoTime);
        return row;
    }

    /** Adds a worker; returns null if there are too many. */
    @Nullable WorkerLane addWorker(String name, WorkerTrack.Role role, long thread, long nanoTime) {
        if (lanes.size() == RecordingLimits.MAX_WORKERS) {
            notes.tooMany++;
            return null;
        }
        int index = recorder.addWorker(name, role, nanoTime);
        boolean isLoop = role == WorkerTrack.Role.LOOP;
        WorkerLane lane = new WorkerLane(recorder, index, isLoop, thread);
        lanes.add(lane);
        return lane;
    }

    /** Adds a thread of a library. */
    void addHelper(String name, long nanoTime) {
        if (helpers.size() < RecordingLimits.MAX_HELPERS && helpers.add(name)) {
            recorder.helper(name, nanoTime);
        }
    }

    /** Ends the run; tasks of the list that nobody has begun were never handed to a worker. */
    void finish(long nanoTime) {
        if (!hasBegun()) {
            recorder.begin(nanoTime); // there is no task
        }
        for (TaskRow row : listed) {
            if (!row.hasEnded()) {
                row.end(new Outcome.Cancelled(), nanoTime);
            }
        }
        notes.finish();
        recorder.finish();
    }
}
