package dev.overlap.foreign.chrometrace;

import dev.overlap.foreign.JsonFile;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.session.Origin;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.session.UnreadableFileException;
import dev.overlap.text.interchange.ArchiveText;
import dev.overlap.text.interchange.TraceFileText;
import dev.overlap.trace.Trace;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a file of Chrome trace events as a run: a worker per thread, a task per outermost slice of
 * a thread and per outermost asynchronous operation. Files that Overlap wrote become the tasks and
 * workers that they were, those of a comparison in one run. The plan is empty: what was done is not
 * a list of ours.
 *
 * <p>Threads: any. Reads the file as a stream; a million events take a few seconds.
 */
public final class ChromeTraceReader {

    private ChromeTraceReader() {}

    /**
     * Reads a file, plain or compressed with gzip; does not close the stream.
     *
     * @return the run, with a sentence per kind of thing that was left out or is drawn otherwise
     * @throws UnreadableFileException with a sentence, if there is nothing in it to draw
     * @throws IOException if the stream fails for another reason than its content
     */
    public static Session read(InputStream file) throws IOException {
        TraceContent content = new TraceContent();
        TraceEventParser parser = new TraceEventParser(content::take);
        JsonFile.End end = JsonFile.read(file, parser::read);
        if (!parser.hasEvents()) {
            throw new UnreadableFileException(TraceFileText.NO_TRACE);
        }
        DrawnEvents drawn = new DrawnEvents(content);
        if (drawn.lanes().isEmpty() && drawn.rows().isEmpty()) {
            throw new UnreadableFileException(TraceFileText.EMPTY);
        }
        String program = program(parser.producer());
        Trace trace = EventTrace.of(content, drawn);
        Plan plan = new Plan(SiteList.EMPTY, "", Settings.DEFAULT);
        return new Session(
                new RecordedRun(plan, program, begun(parser.begun()), trace),
                Origin.of(program),
                notes(content, parser.isOpenArray() ? JsonFile.End.WHOLE : end));
    }

    private static String program(String producer) {
        return producer.isBlank() ? "Chrome trace" : EventText.visible(producer);
    }

    private static Instant begun(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            return Instant.EPOCH; // the clock of such files begins anywhere
        }
    }

    private static List<String> notes(TraceContent content, JsonFile.End end) {
        List<String> notes = new ArrayList<>();
        switch (end) {
            case WHOLE -> {}
            case CUT -> notes.add(ArchiveText.cut(content.read(), "event"));
            case TOO_LARGE -> notes.add(ArchiveText.tooLarge(content.read(), "event"));
        }
        if (content.hasForeign()) {
            notes.add(TraceFileText.PHASES);
        }
        notes.addAll(TraceFileText.notes(content.counts().told(content.hasForeign())));
        return notes;
    }
}
