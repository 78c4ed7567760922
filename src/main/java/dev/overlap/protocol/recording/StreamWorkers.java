package dev.overlap.protocol.recording;

import dev.overlap.protocol.ProtocolEvent;
import dev.overlap.protocol.ProtocolEvent.Worker;
import dev.overlap.protocol.ProtocolEvent.WorkerEnd;
import dev.overlap.text.protocol.RecordingText;
import dev.overlap.trace.WorkerTrack.Role;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Writes the workers of one stream.
 *
 * <p>A process that joins a program that is under way starts up until it begins something: that is
 * drawn on the first of its lanes.
 */
final class StreamWorkers {

    private final RunWriter run;
    private final long pid;
    private final boolean isFirst;
    private final long helloNanos;
    private final boolean startsLater;
    private final Map<Long, WorkerLane> lanes = new HashMap<>();
    private final Set<Long> aux = new HashSet<>();
    private @Nullable WorkerLane first;
    private @Nullable WorkerLane process;
    private boolean isReady;

    StreamWorkers(RunWriter run, long pid, boolean isFirst, long helloNanos) {
        this.run = run;
        this.pid = pid;
        this.isFirst = isFirst;
        this.helloNanos = helloNanos;
        startsLater = !isFirst;
    }

    void add(Worker event, long nanoTime) {
        long id = event.worker();
        if (lanes.containsKey(id) || aux.contains(id) || !run.refer()) {
            return;
        }
        if (event.aux()) {
            aux.add(id);
            run.addHelper(RecordedText.name(event.name()), nanoTime);
            return;
        }
        WorkerLane lane =
                put(
                        id,
                        RecordedText.name(event.name()),
                        role(event.kind()),
                        Math.max(0, event.thread()),
                        nanoTime);
        if (event.kind().equals("process")) {
            process = lane;
            ready(nanoTime);
        }
    }

    private static Role role(String kind) {
        return switch (kind) {
            case "virtual-thread" -> Role.VIRTUAL_THREAD;
            case "process" -> Role.PROCESS;
            case "loop" -> Role.LOOP;
            default -> Role.THREAD;
        };
    }

    private @Nullable WorkerLane put(long id, String name, Role role, long thread, long nanoTime) {
        boolean startsHere = first == null && startsLater && !isReady && run.hasBegun();
        String shown = isFirst ? name : RecordingText.workerOf(pid, name);
        long since = startsHere ? Math.min(helloNanos, nanoTime) : nanoTime;
        WorkerLane lane = run.addWorker(shown, role, thread, since);
        if (lane == null) {
            run.release(1);
            return null;
        }
        lanes.put(id, lane);
        if (startsHere) {
            first = lane;
            run.recorder().starts(lane.index(), -1, since);
        }
        return lane;
    }

    /** Ends the start-up: the process begins something. */
    void ready(long nanoTime) {
        if (!isReady && first != null) {
            run.recorder().started(first.index(), nanoTime);
        }
        isReady = true;
    }

    /** Returns the lane of a worker, or null if it has none; an unknown worker gets one. */
    @Nullable WorkerLane lane(long id, long nanoTime) {
        if (id == ProtocolEvent.ABSENT || aux.contains(id)) {
            return null;
        }
        WorkerLane known = lanes.get(id);
        if (known == null && run.refer()) {
            return put(id, RecordingText.UNKNOWN_NAME, Role.THREAD, 0, nanoTime);
        }
        return known;
    }

    void end(WorkerEnd event, long nanoTime) {
        WorkerLane lane = lanes.get(event.worker());
        if (lane != null) {
            lane.end(nanoTime);
            use(lane, event.cpu());
        }
    }

    /** Tells the processor time of the process. */
    void use(long cpu) {
        if (process != null) {
            use(process, cpu);
        }
    }

    private void use(WorkerLane lane, long cpu) {
        if (lane == process && RecordingLimits.isDuration(cpu)) {
            run.recorder().used(lane.index(), cpu);
        }
    }

    void close(long nanoTime) {
        lanes.values().forEach(lane -> lane.end(nanoTime));
        run.release(lanes.size() + aux.size());
        lanes.clear();
        aux.clear();
    }
}
