package dev.overlap.protocol.recording;

import dev.overlap.protocol.ProtocolEvent.Hello;
import dev.overlap.text.protocol.RecordingText;
import dev.overlap.trace.TraceRecorder;

import java.util.LinkedHashSet;
import java.util.Set;

/** Collects what is to be told about the record of a run, and tells it when the run is over. */
final class RunNotes {

    private final TraceRecorder recorder;
    private final Set<String> told = new LinkedHashSet<>();
    private final Set<String> unknownPhases = new LinkedHashSet<>();
    private String firstFault = "";
    private long lost;
    boolean leavesOutOthers;
    long invalid;
    long unknown;
    long aux;
    long tooMany;
    long tooManyTasks;
    long tooManyStreams;
    long misplaced;
    long killed;

    RunNotes(TraceRecorder recorder) {
        this.recorder = recorder;
    }

    /** Tells something at once. */
    void add(String sentence) {
        if (told.size() < RecordingLimits.MAX_NOTES && told.add(sentence)) {
            recorder.addNote(sentence);
        }
    }

    /** Tells what a process says of its emitter. */
    void addHello(Hello hello) {
        if (hello.version() > 1) {
            add(RecordingText.newerVersion(hello.version()));
        }
        if (hello.sees() == null) {
            add(RecordingText.SEES_UNKNOWN);
        } else {
            RecordingText.unseen(hello.sees()).forEach(this::add);
        }
    }

    /** Tells that a task is drawn as computing because a worker runs it. */
    void addDerived() {
        add(RecordingText.STEPS);
    }

    void addFault(String sentence) {
        invalid++;
        firstFault = firstFault.isEmpty() ? sentence : firstFault;
    }

    /** Adds what an emitter has left out, whatever number it tells. */
    void addLost(long events) {
        lost = Math.min(Long.MAX_VALUE - events, lost) + events;
    }

    void addUnknownPhase(String name) {
        if (unknownPhases.size() < RecordingLimits.MAX_NOTES) {
            unknownPhases.add(name);
        }
    }

    /** Tells what was counted. */
    void finish() {
        if (!unknownPhases.isEmpty()) {
            recorder.addNote(RecordingText.unknownPhases(unknownPhases));
        }
        RecordingText.notes(
                        new RecordingText.LeftOutEvents(
                                invalid,
                                firstFault,
                                unknown,
                                leavesOutOthers ? 0 : aux,
                                lost,
                                tooMany,
                                leavesOutOthers ? 0 : tooManyTasks,
                                tooManyStreams,
                                misplaced,
                                killed))
                .forEach(recorder::addNote);
    }
}
