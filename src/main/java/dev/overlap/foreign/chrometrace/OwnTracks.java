package dev.overlap.foreign.chrometrace;

import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tracks of a file that Overlap wrote: tasks with all their phases, and which worker was busy
 * with which task. The categories of the events tell them.
 */
final class OwnTracks {

    private static final String TASK = "overlap.task";
    private static final String PHASE = "overlap.phase";
    private static final String WORKER = "overlap.worker";
    private static final String START_UP = "overlap.start-up";

    private static final Map<String, Phase> PHASES =
            Stream.of(Phase.values()).collect(Collectors.toMap(Phase::id, phase -> phase));

    private final Map<String, OwnTask> tasks = new LinkedHashMap<>();
    private final Map<String, List<Row.PhaseBegin>> phases = new HashMap<>();
    private final Map<String, List<OwnSlice>> slices = new HashMap<>();
    private final Map<String, Span> startUps = new HashMap<>();

    /** A task; what its number is unique within is the process. */
    private record OwnTask(
            String process, String number, String label, long endNanos, @Nullable Outcome outcome) {
        String key() {
            return process + " " + number;
        }
    }

    /**
     * A slice of a worker.
     *
     * @param task the number of the task, empty for none
     */
    record OwnSlice(long beginNanos, long endNanos, String task) {}

    /** Returns whether an event with a time is one of ours; it is then kept. */
    boolean takes(TraceEvent event) {
        boolean isPossible =
                event.kind == 'X'
                        && event.category.startsWith("overlap.")
                        && isInstant(event.time)
                        && isInstant(event.duration);
        if (!isPossible) {
            return false;
        }
        String track = EventText.track(event.process, event.thread);
        long end = event.time + event.duration;
        String task = event.arguments.getOrDefault("task", "");
        switch (event.category) {
            case TASK -> tasks.put(track, task(event, task, end));
            case PHASE -> addPhase(track, event);
            case WORKER ->
                    slices.computeIfAbsent(track, _ -> new ArrayList<>())
                            .add(new OwnSlice(event.time, end, task));
            case START_UP -> startUps.put(track, Span.of(event.time, end, 0));
            default -> {
                return false; // a category of a newer version
            }
        }
        return true;
    }

    private static boolean isInstant(long nanos) {
        return nanos >= 0 && nanos <= Span.MAX_NANOS;
    }

    private void addPhase(String track, TraceEvent event) {
        Phase phase = PHASES.get(event.name);
        if (phase != null) {
            phases.computeIfAbsent(track, _ -> new ArrayList<>())
                    .add(new Row.PhaseBegin(phase, event.time));
        }
    }

    private static OwnTask task(TraceEvent event, String number, long end) {
        String label = event.arguments.getOrDefault("label", event.name);
        return new OwnTask(
                event.process, number, EventText.visible(label), end, outcome(event.arguments));
    }

    private static @Nullable Outcome outcome(Map<String, String> told) {
        return switch (told.getOrDefault("outcome", "")) {
            case "answered" ->
                    new Outcome.Answered((int) number(told, "status"), number(told, "bytes"));
            case "computed" -> new Outcome.Computed();
            case "failed" ->
                    new Outcome.Failed(
                            FailureKind.OTHER, EventText.visible(told.getOrDefault("error", "")));
            case "cancelled" -> new Outcome.Cancelled();
            case "running" -> null;
            default -> new Outcome.Done();
        };
    }

    private static long number(Map<String, String> told, String name) {
        try {
            return Math.max(0, Integer.parseInt(told.getOrDefault(name, "")));
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    boolean isEmpty() {
        return tasks.isEmpty() && slices.isEmpty() && startUps.isEmpty();
    }

    /**
     * Returns the tasks as rows, by their keys, in the order of the file.
     *
     * @param lanes all lanes of the file; the first one that was busy with a task is its worker
     */
    Map<String, Row> rows(Collection<Lane> lanes) {
        Map<String, Lane> workers = new HashMap<>();
        for (Lane lane : lanes) {
            slices(lane).forEach(it -> workers.putIfAbsent(key(lane, it), lane));
        }
        Map<String, Row> rows = new LinkedHashMap<>();
        tasks.forEach((track, task) -> rows.put(task.key(), row(track, task, workers)));
        return rows;
    }

    private Row row(String track, OwnTask task, Map<String, Lane> workers) {
        List<Row.PhaseBegin> begins = phases.getOrDefault(track, List.of());
        begins = new ArrayList<>(begins);
        begins.sort(Comparator.comparingLong(Row.PhaseBegin::nanos));
        if (begins.isEmpty()) {
            begins.add(new Row.PhaseBegin(Phase.QUEUED, task.endNanos));
        }
        Lane lane = workers.get(task.key());
        return new Row(task.label, lane, begins, task.endNanos, task.outcome);
    }

    /** Returns the key of the task of a slice: their process follows that of the workers. */
    static String key(Lane lane, OwnSlice slice) {
        try {
            return Math.addExact(Integer.parseInt(lane.process()), 1) + " " + slice.task;
        } catch (NumberFormatException | ArithmeticException _) {
            return "";
        }
    }

    List<OwnSlice> slices(Lane lane) {
        List<OwnSlice> busy = new ArrayList<>(slices.getOrDefault(lane.track(), List.of()));
        busy.sort(Comparator.comparingLong(OwnSlice::beginNanos));
        return busy;
    }

    @Nullable Span startUp(Lane lane) {
        return startUps.get(lane.track());
    }
}
