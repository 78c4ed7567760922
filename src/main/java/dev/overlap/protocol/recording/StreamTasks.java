package dev.overlap.protocol.recording;

import dev.overlap.protocol.ProtocolEvent;
import dev.overlap.protocol.ProtocolEvent.PhaseChange;
import dev.overlap.protocol.ProtocolEvent.Task;
import dev.overlap.protocol.ProtocolEvent.TaskEnd;
import dev.overlap.text.protocol.RecordingText;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.WaitDetail;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the tasks of one stream. Those of libraries have no rows. */
final class StreamTasks {

    private static final Map<String, Phase> PHASES =
            Arrays.stream(Phase.values())
                    .collect(Collectors.toUnmodifiableMap(Phase::name, Function.identity()));

    private final RunWriter run;
    private final Map<Long, TaskRow> rows = new HashMap<>();
    private final Set<Long> aux = new HashSet<>();

    StreamTasks(RunWriter run) {
        this.run = run;
    }

    /** Adds a task; returns whether it has a row. */
    boolean add(Task event, long nanoTime) {
        long id = event.task();
        if (rows.containsKey(id) || aux.contains(id)) {
            return rows.containsKey(id);
        }
        if (event.aux()) {
            run.notes().aux++;
            if (run.refer()) {
                aux.add(id);
            }
            return false;
        }
        TaskRow row = rowOf(event, nanoTime);
        return row != null && put(id, row);
    }

    private @Nullable TaskRow rowOf(Task event, long nanoTime) {
        TaskRow known = event.id().isEmpty() ? null : run.shared(event.id());
        if (known != null) {
            if (!event.phase().isEmpty()) {
                known.enter(phase(event.phase()), WaitDetail.NONE, nanoTime);
            }
            return known;
        }
        Phase begin = event.kind().equals("job") ? Phase.QUEUED : Phase.READY;
        TaskRow row =
                run.addTask(
                        RecordedText.name(event.name()),
                        RecordedText.sentence(event.at()),
                        event.phase().isEmpty() ? begin : phase(event.phase()),
                        nanoTime);
        if (row != null && !event.id().isEmpty()) {
            run.share(event.id(), row);
        }
        return row;
    }

    private boolean put(long id, TaskRow row) {
        if (!run.refer()) {
            return false;
        }
        row.shared();
        rows.put(id, row);
        return true;
    }

    private Phase phase(String name) {
        Phase known = PHASES.get(name);
        if (known == null) {
            run.notes().addUnknownPhase(RecordedText.name(name));
        }
        return Objects.requireNonNullElse(known, Phase.BLOCKED);
    }

    /** Returns the row of a task, or null if it has none; an unknown task gets one. */
    @Nullable TaskRow row(long id, long nanoTime) {
        return row(id, Phase.READY, nanoTime);
    }

    private @Nullable TaskRow row(long id, Phase phase, long nanoTime) {
        if (id == ProtocolEvent.ABSENT || aux.contains(id)) {
            return null;
        }
        TaskRow known = rows.get(id);
        if (known != null || !run.hasRoomForTask()) {
            return known;
        }
        TaskRow made = run.addTask(RecordingText.UNKNOWN_NAME, "", phase, nanoTime);
        return made != null && put(id, made) ? made : null;
    }

    /** Enters a phase; returns the row if there is one. */
    @Nullable TaskRow enter(PhaseChange event, long nanoTime) {
        Phase phase = phase(event.phase());
        TaskRow row = row(event.task(), phase, nanoTime);
        if (row != null && !row.hasEnded()) {
            row.enter(phase, detail(event), nanoTime);
        }
        return row;
    }

    private WaitDetail detail(PhaseChange event) {
        boolean isUnknown = !PHASES.containsKey(event.phase());
        String what = event.on().isEmpty() ? event.host() : event.on();
        String on = what.isEmpty() && isUnknown ? event.phase() : what;
        if (on.isEmpty() && event.awaited().isEmpty()) {
            return WaitDetail.NONE;
        }
        List<Integer> awaited =
                event.awaited().stream()
                        .map(rows::get)
                        .filter(Objects::nonNull)
                        .map(TaskRow::index)
                        .distinct()
                        .limit(RecordingLimits.MAX_AWAITED)
                        .toList();
        return new WaitDetail(RecordedText.name(on), awaited);
    }

    void end(TaskEnd event, long nanoTime) {
        if (aux.remove(event.task())) {
            run.release(1);
            return;
        }
        TaskRow row = row(event.task(), nanoTime);
        if (row != null) {
            row.end(outcome(event, row), nanoTime);
        }
    }

    private static Outcome outcome(TaskEnd event, TaskRow row) {
        return switch (event.how()) {
            case OK -> row.success();
            case CANCELLED -> new Outcome.Cancelled();
            case ERROR ->
                    new Outcome.Failed(
                            FailureKind.RAISED,
                            RecordingText.raised(
                                    RecordedText.name(event.error()),
                                    RecordedText.sentence(event.text())));
        };
    }

    /** Ends the tasks of which no other stream can tell. */
    void close(Outcome outcome, long nanoTime) {
        for (TaskRow row : rows.values()) {
            if (row.unshared() && !row.hasEnded()) {
                row.end(outcome, nanoTime);
            }
        }
        run.release(rows.size() + aux.size());
        rows.clear();
        aux.clear();
    }
}
