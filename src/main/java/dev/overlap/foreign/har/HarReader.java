package dev.overlap.foreign.har;

import dev.overlap.foreign.JsonFile;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.session.Origin;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.session.UnreadableFileException;
import dev.overlap.text.interchange.ArchiveText;
import dev.overlap.trace.Trace;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads an HTTP archive as a run: a task per entry, in the order of their begins, with the phases
 * that the file tells. There is no worker, as nothing is known of any, and the plan is empty: what
 * was asked for is not a list of ours.
 *
 * <p>Threads: any. Reads the file as a stream; a file of 100 MB takes about a second.
 */
public final class HarReader {

    private static final long MAX_NANOS = 365L * 24 * 3_600 * 1_000_000_000;

    private final List<HarEntry> entries = new ArrayList<>();
    private int withoutStart;

    private HarReader() {}

    /**
     * Reads a file, plain or compressed with gzip; does not close the stream.
     *
     * @return the run, with a sentence per kind of thing that was left out
     * @throws UnreadableFileException with a sentence, if there is no request in it
     * @throws IOException if the stream fails for another reason than its content
     */
    public static Session read(InputStream file) throws IOException {
        HarReader reader = new HarReader();
        HarContent content = new HarContent(reader::take);
        JsonFile.End end = content.read(file);
        if (reader.entries.isEmpty()) {
            throw new UnreadableFileException(ArchiveText.EMPTY);
        }
        return reader.session(content, end);
    }

    private void take(HarEntryParser parsed, boolean zeroIsAbsent) {
        HarEntry entry = parsed.entry(zeroIsAbsent);
        if (entry == null) {
            withoutStart++;
        } else {
            entries.add(entry);
        }
    }

    private Session session(HarContent content, JsonFile.End end) {
        entries.sort(Comparator.comparingLong(HarEntry::startNanos));
        removeOutliers();
        HarConnections connections = new HarConnections(entries);
        Trace trace = HarTrace.of(entries, connections);
        String program = content.program().isEmpty() ? "HAR" : content.program();
        Plan plan = new Plan(SiteList.EMPTY, "", Settings.DEFAULT);
        long begun = entries.getFirst().startNanos();
        Instant zero = Instant.ofEpochSecond(begun / 1_000_000_000, begun % 1_000_000_000);
        return new Session(
                new RecordedRun(plan, program, zero, trace),
                Origin.of(program),
                notes(content, end, connections.withdrawn()));
    }

    /** Leaves out what began more than a year from most others: its start is not a time. */
    private void removeOutliers() {
        long median = entries.get(entries.size() / 2).startNanos();
        int before = entries.size();
        entries.removeIf(entry -> Math.abs(entry.startNanos() - median) > MAX_NANOS);
        withoutStart += before - entries.size();
    }

    private List<String> notes(HarContent content, JsonFile.End end, int unconnected) {
        List<String> notes = new ArrayList<>(endOf(content, end));
        notes.addAll(
                ArchiveText.notes(
                        new ArchiveText.FlawCounts(
                                content.withoutAddress(),
                                withoutStart,
                                content.tooMany(),
                                count(HarEntry.Flaws::odd),
                                count(HarEntry.Flaws::unequal),
                                count(HarEntry.Flaws::coarse),
                                unconnected)));
        return notes;
    }

    /** Returns the sentence on a file that is not whole. */
    static List<String> endOf(HarContent content, JsonFile.End end) {
        return switch (end) {
            case WHOLE -> List.of();
            case CUT -> List.of(ArchiveText.cut(content.read(), "request"));
            case TOO_LARGE -> List.of(ArchiveText.tooLarge(content.read(), "request"));
        };
    }

    private long count(Predicate<HarEntry.Flaws> flaw) {
        return entries.stream().map(HarEntry::flaws).filter(flaw).count();
    }
}
