package dev.overlap.protocol.file;

import dev.overlap.protocol.ProtocolEvent;
import dev.overlap.protocol.ProtocolEvent.Begin;
import dev.overlap.protocol.ProtocolEvent.Busy;
import dev.overlap.protocol.ProtocolEvent.Bye;
import dev.overlap.protocol.ProtocolEvent.Clock;
import dev.overlap.protocol.ProtocolEvent.Collected;
import dev.overlap.protocol.ProtocolEvent.ExchangeBegin;
import dev.overlap.protocol.ProtocolEvent.ExchangeEnd;
import dev.overlap.protocol.ProtocolEvent.Hello;
import dev.overlap.protocol.ProtocolEvent.Idle;
import dev.overlap.protocol.ProtocolEvent.Kill;
import dev.overlap.protocol.ProtocolEvent.Note;
import dev.overlap.protocol.ProtocolEvent.PhaseChange;
import dev.overlap.protocol.ProtocolEvent.Slice;
import dev.overlap.protocol.ProtocolEvent.Task;
import dev.overlap.protocol.ProtocolEvent.TaskEnd;
import dev.overlap.protocol.ProtocolEvent.Unknown;
import dev.overlap.protocol.ProtocolEvent.Watermark;
import dev.overlap.protocol.ProtocolEvent.Worker;
import dev.overlap.protocol.ProtocolEvent.WorkerEnd;
import dev.overlap.text.protocol.EventLogText;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What events introduce and what they are about. Since events are only nearly in order of time, the
 * two are compared at the end.
 */
final class EventReferences {

    /** As many ids are compared; a file with more is compared no further. */
    private static final int MAX_IDS = 1_000_000;

    private final IdSpace tasks = new IdSpace("task");
    private final IdSpace workers = new IdSpace("worker");
    private final IdSpace exchanges = new IdSpace("exchange");

    /** Something unknown, with the first line that is about it. */
    record UnknownReference(long line, String sentence) {}

    private static final class IdSpace {
        private final String noun;
        private final Set<Long> introduced = new HashSet<>();
        private final Map<Long, Long> firstLines = new HashMap<>();

        IdSpace(String noun) {
            this.noun = noun;
        }

        /** Returns whether it was not introduced before. */
        boolean introduce(long id) {
            firstLines.remove(id);
            return introduced.size() >= MAX_IDS || introduced.add(id);
        }

        void refer(long id, long line) {
            boolean isKnown = id == ProtocolEvent.ABSENT || introduced.contains(id);
            if (!isKnown && introduced.size() < MAX_IDS && firstLines.size() < MAX_IDS) {
                firstLines.putIfAbsent(id, line);
            }
        }

        void addTo(List<UnknownReference> unknown) {
            if (introduced.size() < MAX_IDS) {
                firstLines.forEach(
                        (id, line) ->
                                unknown.add(
                                        new UnknownReference(
                                                line, EventLogText.unknown(noun, id))));
            }
        }
    }

    /** Adds an event; returns false if it introduces a task that was introduced before. */
    boolean add(long line, ProtocolEvent event) {
        switch (event) {
            case Task task -> {
                tasks.refer(task.by(), line);
                return tasks.introduce(task.task());
            }
            case Worker worker -> {
                workers.refer(worker.on(), line);
                boolean _ = workers.introduce(worker.worker());
            }
            case WorkerEnd end -> workers.refer(end.worker(), line);
            case PhaseChange change -> {
                tasks.refer(change.task(), line);
                workers.refer(change.worker(), line);
                change.awaited().forEach(id -> tasks.refer(id, line));
            }
            case TaskEnd end -> tasks.refer(end.task(), line);
            case Busy busy -> refer(busy.worker(), busy.task(), line);
            case Slice slice -> refer(slice.worker(), slice.task(), line);
            case Idle idle -> workers.refer(idle.worker(), line);
            case ExchangeBegin begin -> {
                tasks.refer(begin.task(), line);
                boolean _ = exchanges.introduce(begin.exchange());
            }
            case ExchangeEnd end -> exchanges.refer(end.exchange(), line);
            case Collected _ -> {} // tasks of other processes, too
            case Hello _, Clock _, Begin _, Note _, Kill _, Watermark _, Bye _, Unknown _ -> {}
        }
        return true;
    }

    private void refer(long worker, long task, long line) {
        workers.refer(worker, line);
        tasks.refer(task, line);
    }

    /** Returns what no event introduces, in the order of the lines. */
    List<UnknownReference> unknown() {
        List<UnknownReference> unknown = new ArrayList<>();
        tasks.addTo(unknown);
        workers.addTo(unknown);
        exchanges.addTo(unknown);
        unknown.sort(Comparator.comparingLong(UnknownReference::line));
        return unknown;
    }
}
