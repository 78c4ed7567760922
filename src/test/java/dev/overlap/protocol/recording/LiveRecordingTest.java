package dev.overlap.protocol.recording;

import static dev.overlap.protocol.recording.Told.hello;
import static dev.overlap.protocol.recording.Told.lane;
import static dev.overlap.protocol.recording.Told.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.protocol.ProtocolEvent.Clock;
import dev.overlap.text.protocol.RecordingText;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;
import dev.overlap.trace.WorkerStartup;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Several processes, live: clocks, the window in which they are sorted, ends and limits. */
class LiveRecordingTest {

    private static final long MILLI = 1_000_000;

    /** The clock of this process and the clock on the wall, at the same instant. */
    private static final long NOW = 5_000_000 * MILLI;

    private static final long WALL = 1_700_000_000_000L * MILLI;

    private final TraceRecorder recorder = new TraceRecorder(Trace.ofWatchedProgram(2));
    private final Trace trace = recorder.trace();
    private final LiveRecording recording = new LiveRecording(recorder, () -> WALL);

    /** Opens a stream whose clock is so far from that of this process. */
    private RecordingStream open(long pid, long offset, long bornNanos, long wall) {
        return recording.open(
                hello(
                        "{'e':'hello','v':1,'t':%d,'wall':%d,'pid':%d,'sees':[]}"
                                .formatted(bornNanos + offset, wall, pid)),
                NOW);
    }

    private RecordingStream open(long pid) {
        return open(pid, 0, NOW - MILLI, WALL);
    }

    private static void tell(RecordingStream to, long millis, String line) {
        long t = NOW + millis * MILLI;
        to.line(Told.line(line.replace("@", "'t':" + t)), t + 20 * MILLI);
    }

    private void finish() {
        recording.finish(NOW + 1_000 * MILLI);
    }

    @Test
    void nothingIsWrittenBeforeItCanBeInOrder() {
        RecordingStream stream = open(7);
        tell(stream, 10, "{'e':'task',@,'k':1,'name':'a'}");

        recording.tick(NOW + 39 * MILLI);
        assertThat(trace.tasks()).isEmpty();
        assertThat(trace.hasBegun()).isFalse();

        recording.tick(NOW + 40 * MILLI);
        assertThat(trace.tasks()).hasSize(1);
        assertThat(recorder.zeroNanoTime()).isEqualTo(NOW + 10 * MILLI);
        assertThat(recording.startUpNanos()).isEqualTo(11 * MILLI);
        assertThat(recording.lastEventNanos()).isEqualTo(NOW + 30 * MILLI);
    }

    @Test
    void anEventIsWrittenAsSoonAsEveryProcessHasToldAllBeforeIt() {
        RecordingStream parent = open(7);
        RecordingStream child = open(8);
        tell(parent, -9, "{'e':'watermark',@}");
        tell(child, -8, "{'e':'watermark',@}");
        tell(parent, 10, "{'e':'task',@,'k':1,'name':'a'}");
        tell(parent, 12, "{'e':'watermark',@}");
        recording.tick(NOW + 32 * MILLI);
        assertThat(trace.tasks()).isEmpty();

        tell(child, 9, "{'e':'task',@,'k':1,'name':'b'}");
        tell(child, 13, "{'e':'watermark',@}");
        tell(child, 13, "{'e':'task',@,'k':2,'name':'later'}");
        recording.tick(NOW + 33 * MILLI);
        assertThat(trace.tasks()).extracting(it -> it.label()).containsExactly("b", "a");

        child.closed(NOW + 34 * MILLI);
        tell(parent, 20, "{'e':'watermark',@}");
        recording.tick(NOW + 40 * MILLI);
        assertThat(trace.tasks()).hasSize(3);
    }

    @Test
    void aProcessThatIsLateIsWaitedForButNotForLong() {
        RecordingStream stream = open(7);
        tell(stream, 0, "{'e':'watermark',@}");
        tell(stream, 10, "{'e':'task',@,'k':1,'name':'a'}");
        recording.tick(NOW + 59 * MILLI);
        assertThat(trace.tasks()).isEmpty();

        recording.tick(NOW + 60 * MILLI);
        assertThat(trace.tasks()).hasSize(1);
        assertThat(recording.lastEventNanos()).isEqualTo(NOW + 30 * MILLI);
    }

    @Test
    void whatHappensWhileItIsToldWaitsForOthersOfTheSameInstant() {
        RecordingStream stream = open(7);
        stream.line(Told.line("{'e':'task','t':%d,'k':1,'name':'a'}".formatted(NOW)), NOW + MILLI);
        stream.line(Told.line("{'e':'watermark','t':%d}".formatted(NOW + MILLI)), NOW + MILLI);
        recording.tick(NOW + 4 * MILLI);
        assertThat(trace.tasks()).isEmpty();

        recording.tick(NOW + 5 * MILLI);
        assertThat(trace.tasks()).hasSize(1);
    }

    @Test
    void aProgramThatTellsNothingButTheTimeIsSilent() {
        RecordingStream stream = open(7);
        tell(stream, 10, "{'e':'task',@,'k':1,'name':'a'}");
        long last = recording.lastEventNanos();
        tell(stream, 9_000, "{'e':'clock',@,'wall':%d}".formatted(WALL + 9_000 * MILLI));

        assertThat(recording.lastEventNanos()).isEqualTo(last);
        tell(stream, 9_500, "{'e':'phase',@,'k':1,'p':'COMPUTE'}");
        assertThat(recording.lastEventNanos()).isGreaterThan(last);
    }

    @Test
    void processesThatTellAtDifferentTimesAreSortedTogether() {
        RecordingStream parent = open(7);
        RecordingStream child = open(8);
        tell(parent, 30, "{'e':'phase',@,'k':1,'p':'COMPUTE'}");
        tell(child, 25, "{'e':'task',@,'k':1,'name':'b'}");
        tell(parent, 20, "{'e':'task',@,'k':1,'name':'a'}");
        recording.tick(NOW + 80 * MILLI);

        assertThat(trace.tasks()).extracting(it -> it.label()).containsExactly("a", "b");
        assertThat(recorder.zeroNanoTime()).isEqualTo(NOW + 20 * MILLI);
        assertThat(trace.task(0).begin(1)).isEqualTo(10 * MILLI);
    }

    @Test
    void aTaskThatTwoProcessesKnowIsOneTaskThatEndsOnce() {
        RecordingStream parent = open(7);
        RecordingStream child = open(8);
        tell(parent, 0, "{'e':'task',@,'k':1,'name':'job','kind':'job','id':'7.1'}");
        tell(child, 100, "{'e':'task',@,'k':5,'name':'job','id':'7.1','p':'COMPUTE'}");
        tell(child, 200, "{'e':'end',@,'k':5,'how':'ok'}");
        tell(parent, 210, "{'e':'end',@,'k':1,'how':'error','err':'E'}");
        tell(child, 211, "{'e':'bye',@}");
        tell(parent, 212, "{'e':'bye',@}");
        finish();

        assertThat(row(trace, 0)).isEqualTo("QUEUED@0 COMPUTE@100000000 computed@200000000");
        assertThat(trace.tasks()).hasSize(1);
        assertThat(trace.wallNanos()).isEqualTo(200 * MILLI);
    }

    @Test
    void anotherClockIsSetByTheTimeOfDay() {
        RecordingStream child = open(7, -4_000_000 * MILLI, NOW - 300 * MILLI, WALL - 300 * MILLI);
        child.line(
                Told.line(
                        "{'e':'task','t':%d,'k':1,'name':'a'}"
                                .formatted(NOW - 4_000_000 * MILLI - 100 * MILLI)),
                NOW);
        recording.tick(NOW + 100 * MILLI);

        assertThat(recorder.zeroNanoTime()).isEqualTo(NOW - 100 * MILLI);
        assertThat(trace.notes()).contains(RecordingText.ownClock(7));
    }

    @Test
    void theSameClockIsTakenAsItIsWhateverTheTimeOfDay() {
        RecordingStream child = open(7, 0, NOW - 300 * MILLI, 42);
        tell(child, 0, "{'e':'clock',@,'wall':77}");
        tell(child, 10, "{'e':'task',@,'k':1,'name':'a'}");
        recording.tick(NOW + 100 * MILLI);

        assertThat(recorder.zeroNanoTime()).isEqualTo(NOW + 10 * MILLI);
        assertThat(trace.notes()).doesNotContain(RecordingText.ownClock(7));
    }

    @Test
    void aClockThatStoodStillIsSetAgain() {
        StreamClock clock =
                StreamClock.of(hello("{'e':'hello','v':1,'t':0,'wall':0,'pid':1}"), NOW, 0);
        clock.adjust(new Clock(1_000 * MILLI, 1_001 * MILLI, -1));
        assertThat(clock.nanoTime(2_000 * MILLI)).isEqualTo(NOW + 2_000 * MILLI);

        clock.adjust(new Clock(2_000 * MILLI, 62_000 * MILLI, -1));
        assertThat(clock.nanoTime(2_000 * MILLI)).isEqualTo(NOW + 62_000 * MILLI);
    }

    @Test
    void nothingHappensAfterItWasTold() {
        RecordingStream stream = open(7);
        long read = NOW + 5 * MILLI;
        stream.line(
                Told.line("{'e':'task','t':%d,'k':1,'name':'a'}".formatted(NOW + 900 * MILLI)),
                read);
        stream.line(
                Told.line("{'e':'slice','t':%d,'w':1,'d':%d}".formatted(NOW, 1L << 60)),
                NOW + 9 * MILLI);
        recording.tick(NOW + 60 * MILLI);

        assertThat(recorder.zeroNanoTime()).isEqualTo(read);
        assertThat(lane(trace, 0)).isEqualTo("-@0-4000000");
    }

    @Test
    void aLongStepThatIsToldAtItsEndIsDrawnFromItsBegin() {
        RecordingStream stream = open(7);
        tell(stream, 0, "{'e':'worker',@,'w':1,'kind':'loop','name':'loop'}");
        tell(stream, 0, "{'e':'task',@,'k':1,'name':'a'}");
        recording.tick(NOW + 300 * MILLI);
        stream.line(
                Told.line(
                        "{'e':'slice','t':%d,'w':1,'k':1,'d':%d}"
                                .formatted(NOW + 10 * MILLI, 280 * MILLI)),
                NOW + 301 * MILLI);
        recording.tick(NOW + 400 * MILLI);

        assertThat(lane(trace, 0)).isEqualTo("a@10000000-290000000");
        assertThat(trace.task(0).begin(1)).isEqualTo(10 * MILLI);
        assertThat(trace.task(0).begin(2)).isEqualTo(290 * MILLI);
    }

    @Test
    void aProcessThatJoinsLaterStartsUpOnItsLane() {
        RecordingStream parent = open(7);
        tell(parent, 0, "{'e':'task',@,'k':1,'name':'main'}");
        tell(parent, 0, "{'e':'worker',@,'w':1,'kind':'thread','name':'MainThread'}");
        recording.tick(NOW + 80 * MILLI);
        RecordingStream child =
                recording.open(
                        hello(
                                "{'e':'hello','v':1,'t':%d,'wall':1,'pid':8}"
                                        .formatted(NOW + 100 * MILLI)),
                        NOW + 110 * MILLI);
        tell(child, 120, "{'e':'worker',@,'w':1,'kind':'thread','name':'MainThread'}");
        tell(child, 170, "{'e':'task',@,'k':1,'name':'job'}");
        finish();

        assertThat(trace.workers())
                .extracting(it -> it.name())
                .containsExactly("MainThread", "8: MainThread");
        assertThat(trace.worker(0).startUp()).isNull();
        assertThat(trace.worker(1).startUp())
                .isEqualTo(new WorkerStartup(100 * MILLI, 170 * MILLI, -1));
    }

    @Test
    void tasksOfAKilledProcessFailAndSayThatNoMoreIsKnown() {
        RecordingStream stream = open(7);
        tell(stream, 0, "{'e':'task',@,'k':1,'name':'a'}");
        tell(stream, 0, "{'e':'busy',@,'k':1,'w':1}");
        stream.closed(NOW + 400 * MILLI);
        stream.closed(NOW + 500 * MILLI);
        stream.line(Told.line("{'e':'task','t':1,'k':2,'name':'late'}"), NOW + 500 * MILLI);
        finish();

        assertThat(trace.task(0).outcome())
                .isEqualTo(new Outcome.Failed(FailureKind.WORKER_DIED, RecordingText.killed(7)));
        assertThat(trace.tasks()).hasSize(1);
        assertThat(trace.task(0).endNanos()).isEqualTo(400 * MILLI);
        assertThat(lane(trace, 0)).isEqualTo("a@0-400000000");
        assertThat(trace.notes()).anyMatch(note -> note.startsWith("1 process ended without"));
    }

    @Test
    void aProcessThatAnotherOneEndsDoesNotDieByAccident() {
        RecordingStream parent = open(7);
        RecordingStream child = open(8);
        tell(child, 0, "{'e':'task',@,'k':1,'name':'a'}");
        tell(parent, 300, "{'e':'kill',@,'pid':8}");
        child.closed(NOW + 400 * MILLI);
        tell(parent, 500, "{'e':'bye',@}");
        finish();

        assertThat(row(trace, 0)).isEqualTo("READY@0 cancelled@400000000");
        assertThat(trace.notes()).noneMatch(note -> note.contains("killed"));
    }

    @Test
    void aTaskOfAKilledProcessThatAnotherProcessKnowsGoesOn() {
        RecordingStream parent = open(7);
        RecordingStream child = open(8);
        tell(parent, 0, "{'e':'task',@,'k':1,'name':'job','kind':'job','id':'7.1'}");
        tell(child, 10, "{'e':'task',@,'k':5,'name':'job','id':'7.1','p':'COMPUTE'}");
        child.closed(NOW + 100 * MILLI);
        recording.tick(NOW + 300 * MILLI);
        assertThat(trace.task(0).outcome()).isNull();

        tell(parent, 400, "{'e':'end',@,'k':1,'how':'error','err':'BrokenProcessPool'}");
        finish();
        assertThat(trace.task(0).outcome())
                .isEqualTo(new Outcome.Failed(FailureKind.RAISED, "BrokenProcessPool"));
    }

    @Test
    void anyProcessMayTellThatTheResultOfATaskIsInHand() {
        RecordingStream parent = open(7);
        RecordingStream child = open(8);
        tell(child, 0, "{'e':'task',@,'k':5,'name':'job','id':'7.1'}");
        tell(child, 100, "{'e':'end',@,'k':5,'how':'ok'}");
        tell(parent, 300, "{'e':'collected',@,'id':'7.1'}");
        tell(parent, 350, "{'e':'collected',@,'id':'7.2'}");
        finish();

        assertThat(trace.tasks()).hasSize(1);
        assertThat(trace.task(0).collectedNanos()).isEqualTo(300 * MILLI);
    }

    @Test
    void tasksOfAProgramThatTheUserStopsAreCancelled() {
        RecordingStream stream = open(7);
        tell(stream, 0, "{'e':'task',@,'k':1,'name':'a'}");
        recording.stop();
        finish();

        assertThat(row(trace, 0)).isEqualTo("READY@0 cancelled@1000000000");
        assertThat(trace.notes()).noneMatch(note -> note.contains("killed"));
        assertThat(recording.processes()).isEmpty();
    }

    @Test
    void linesThatAreNoEventsAreCounted() {
        RecordingStream stream = open(7);
        tell(stream, 0, "{'e':'task',@,'k':1,'name':'a'}");
        tell(stream, 0, "Traceback (most recent call last):");
        tell(stream, 0, "{'e':'phase',@,'k':'one','p':'WAIT'}");
        finish();

        assertThat(trace.notes())
                .contains(
                        "2 lines were left out as no events. The first: The line is not a JSON"
                                + " object.");
    }

    @Test
    void whoTellsTooMuchIsNotHeardInFull() {
        RecordingStream stream = open(7);
        tell(stream, 0, "{'e':'task',@,'k':1,'name':'a'}");
        for (int i = 0; i < RecordingLimits.MAX_EVENTS_PER_SECOND; i++) {
            stream.line(Told.line("{'e':'busy','t':%d,'w':1}".formatted(NOW)), NOW);
        }
        tell(stream, 1, "{'e':'end',@,'k':1,'how':'ok'}");
        finish();

        assertThat(row(trace, 0)).isEqualTo("READY@0 done@1000000");
        assertThat(trace.notes())
                .contains("1 event was left out: there were too many.")
                .contains(RecordingText.unseen(List.of()).getFirst());
    }

    @Test
    void aRunWithoutTasksIsEmpty() {
        open(7);
        finish();

        assertThat(trace.isFinished()).isTrue();
        assertThat(trace.wallNanos()).isZero();
    }
}
