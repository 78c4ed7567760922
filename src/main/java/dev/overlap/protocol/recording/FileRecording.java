package dev.overlap.protocol.recording;

import dev.overlap.protocol.ProtocolEvent;
import dev.overlap.protocol.ProtocolEvent.Hello;
import dev.overlap.text.protocol.RecordingText;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TraceRecorder;

/**
 * Records what a process has told into a file. Its events are put into order of time, as far as no
 * more than {@value RecordingLimits#MAX_WAITING} of them are between where an event stands and
 * where it belongs: so the memory is that of the trace, however large the file is.
 *
 * <p>Threads: one at a time.
 */
public final class FileRecording {

    private final Hello hello;
    private final RunWriter run;
    private final EventOrder order = new EventOrder();
    private final StreamWriter stream;

    /**
     * Begins the record.
     *
     * @param recorder whose trace has neither tasks nor begun; its instants are those of the file
     */
    public FileRecording(TraceRecorder recorder, Hello hello) {
        this.hello = hello;
        run = new RunWriter(recorder);
        stream = new StreamWriter(run, order, hello, hello.t());
    }

    /** Adds an event. */
    public void add(ProtocolEvent event) {
        long t = event.t();
        if (Math.abs(t - hello.t()) > RecordingLimits.MAX_NANOS) {
            run.notes().misplaced++;
            return;
        }
        order.add(t, () -> stream.write(event, t));
        while (order.size() > RecordingLimits.MAX_WAITING) {
            order.runFirst();
        }
    }

    /** Counts a line that is no event. */
    public void addFault(String sentence) {
        run.notes().addFault(sentence);
    }

    /**
     * Ends the trace.
     *
     * @param isCut whether the end of the file is missing, so that it does not tell how the process
     *     ended
     */
    public void finish(boolean isCut) {
        order.runUntil(Long.MAX_VALUE);
        boolean isExpected = stream.hasSaidBye() || isCut;
        Outcome ending =
                isExpected
                        ? new Outcome.Cancelled()
                        : new Outcome.Failed(FailureKind.WORKER_DIED, RecordingText.LOG_ENDS);
        stream.close(ending, stream.latestNanos());
        run.notes().killed += isExpected ? 0 : 1;
        run.finish(stream.latestNanos());
    }
}
