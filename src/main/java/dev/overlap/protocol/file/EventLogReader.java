package dev.overlap.protocol.file;

import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.protocol.InvalidEventException;
import dev.overlap.protocol.ProtocolEvent;
import dev.overlap.protocol.ProtocolEvent.Hello;
import dev.overlap.protocol.recording.FileRecording;
import dev.overlap.session.Origin;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.session.UnreadableFileException;
import dev.overlap.text.protocol.EventLogText;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Reads a file of Overlap events, which tells of one process, as a run. The plan is empty: what was
 * done is not a list of ours.
 *
 * <p>A line that is no event is left out and counted. Of a file that is cut or damaged all is kept
 * that comes before. Reading runs nothing and connects to nothing.
 *
 * <p>Threads: any; a million events take a second or two, so not the JavaFX thread.
 */
public final class EventLogReader {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final EventFile file;
    private final List<String> notes = new ArrayList<>();
    private @Nullable Hello hello;
    private @Nullable FileRecording recording;
    private @Nullable TraceRecorder recorder;
    private @Nullable String lastFault;

    private EventLogReader(EventFile file) {
        this.file = file;
    }

    /**
     * Reads a file, plain or compressed with gzip; does not close the stream.
     *
     * @return the run, with a sentence per kind of thing that was left out or is not known
     * @throws UnreadableFileException with a sentence, if there is no run in it
     * @throws IOException if the stream fails for another reason than its content
     */
    public static Session read(InputStream in) throws IOException {
        try {
            return new EventLogReader(EventFile.of(in)).read();
        } catch (OutOfMemoryError e) {
            throw new UnreadableFileException(EventLogText.TOO_LARGE_FOR_MEMORY);
        } catch (ZipException | EOFException e) {
            throw new UnreadableFileException(EventLogText.NO_HELLO);
        }
    }

    private Session read() throws IOException {
        EventFile.End end = file.read(new Taking());
        FileRecording made = recording;
        TraceRecorder writer = recorder;
        Hello first = hello;
        if (made == null || writer == null || first == null) {
            throw new UnreadableFileException(EventLogText.NO_HELLO);
        }
        boolean isCut = end != EventFile.End.WHOLE;
        if (lastFault != null && end != EventFile.End.CUT) {
            made.addFault(lastFault);
        }
        addNote(end);
        made.finish(isCut);
        return session(first, writer);
    }

    private void addNote(EventFile.End end) {
        switch (end) {
            case WHOLE -> {}
            case CUT -> notes.add(EventLogText.cutAt(file.line()));
            case UNPACKABLE -> notes.add(EventLogText.unpackableAt(file.line()));
            case TOO_LARGE -> notes.add(EventLogText.tooLarge(file.line()));
            case TOO_MANY_FAULTS -> notes.add(EventLogText.tooManyFaults(file.line()));
            case LEFT -> notes.add(EventLogText.anotherProcessAt(file.line()));
        }
    }

    private Session session(Hello first, TraceRecorder writer) throws UnreadableFileException {
        Trace trace = writer.trace();
        if (trace.tasks().isEmpty()) {
            throw new UnreadableFileException(EventLogText.NO_TASK);
        }
        notes.addAll(trace.notes());
        long wall = first.wall() + writer.zeroNanoTime() - first.t();
        Instant begun =
                Instant.ofEpochSecond(
                        Math.floorDiv(wall, NANOS_PER_SECOND),
                        Math.floorMod(wall, NANOS_PER_SECOND));
        Plan plan = new Plan(SiteList.EMPTY, "", Settings.DEFAULT);
        ProgramName program = ProgramName.of(first);
        return new Session(
                new RecordedRun(plan, program.script(), begun, trace),
                new Origin(program.runtime(), "", "", (int) Math.max(0, first.processors())),
                notes);
    }

    /** Takes the lines. */
    private final class Taking implements EventFile.Lines {

        @Override
        public boolean event(long line, ProtocolEvent event) {
            if (recording == null) {
                return event instanceof Hello first && begin(first);
            }
            addLastFault();
            if (event instanceof Hello) {
                return false;
            }
            recording.add(event);
            return true;
        }

        private boolean begin(Hello first) {
            hello = first;
            recorder =
                    new TraceRecorder(
                            Trace.ofWatchedProgram((int) Math.max(1, first.processors())));
            recording = new FileRecording(recorder, first);
            return true;
        }

        /** The last line is left to be judged: it may be cut. */
        @Override
        public void fault(long line, InvalidEventException fault) {
            addLastFault();
            lastFault = EventLogText.atLine(line, fault.sentence());
        }

        private void addLastFault() {
            if (lastFault != null && recording != null) {
                recording.addFault(lastFault);
            }
            lastFault = null;
        }
    }
}
