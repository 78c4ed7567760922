package dev.overlap.session.history;

import dev.overlap.session.Recording;
import dev.overlap.session.Session;
import dev.overlap.session.history.HistoryFolder.EntryFile;
import dev.overlap.storage.IoErrorText;
import dev.overlap.text.history.HistoryText;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The kept runs and comparisons of a user.
 *
 * <p><b>What must not happen.</b> A program that is killed, a full disk, a second program or a
 * damaged file must cost no other run than the one that was being written.
 *
 * <p><b>How.</b> Every run has files of its own ({@link HistoryFolder}), each replaced as a whole.
 * A label that is missing is made anew from its session; so is one that is damaged, which is then
 * pinned, as it may have been. A session that cannot be read is left where it is. What is deleted
 * only says so in its label, so that it can be restored, until this history is closed or a day has
 * passed.
 *
 * <p>Rejected: one index of all runs, since two programs would overwrite each other's changes and
 * one damaged file would cost all names; a database, for fifty entries.
 *
 * <p>Threads: safe for any; all methods block on the disk. What cannot be done is an {@link
 * IOException} with a sentence for the user.
 */
public final class RunHistory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunHistory.class);
    private static final Duration DELETED_STAYS = Duration.ofDays(1);
    private static final int MAX_THUMBNAIL_BYTES = 1 << 20;

    /**
     * What the history holds.
     *
     * @param runs the newest first
     * @param problems a sentence per thing that is not as it should be
     */
    public record Contents(List<HistoryEntry> runs, List<String> problems) {
        public Contents {
            runs = List.copyOf(runs);
            problems = List.copyOf(problems);
        }
    }

    private final HistoryFolder folder;
    private final SessionCodec codec;
    private final ThumbnailPainter painter;
    private final RetentionRule retention;
    private final Clock clock;
    private final EntryIds ids;
    private final Set<String> unreadable = new HashSet<>();
    private final Set<String> deletedHere = new HashSet<>();

    /** Creates the history of a folder, which need not exist yet. */
    public RunHistory(Path folder, SessionCodec codec, ThumbnailPainter painter) {
        this(folder, codec, painter, RetentionRule.DEFAULT, Clock.systemUTC());
    }

    RunHistory(
            Path folder,
            SessionCodec codec,
            ThumbnailPainter painter,
            RetentionRule retention,
            Clock clock) {
        this.folder = new HistoryFolder(folder);
        this.codec = codec;
        this.painter = painter;
        this.retention = retention;
        this.clock = clock;
        ids = new EntryIds(clock);
    }

    /**
     * Returns what there is, and makes what is missing of it.
     *
     * @throws IOException if the folder cannot be listed
     */
    public synchronized Contents contents() throws IOException {
        List<HistoryEntry> runs = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (HistoryEntry run : all(problems)) {
            if (run.label().deleted() == null) {
                runs.addFirst(run);
            } else if (isOld(run.label().deleted())) {
                drop(run);
            }
        }
        return new Contents(runs, problems);
    }

    /** Deletes a run for good, if the system permits. */
    private void drop(HistoryEntry run) {
        try {
            folder.delete(run.id());
        } catch (IOException e) {
            LOG.warn("{} could not be deleted", folder.file(run.id(), EntryFile.SESSION), e);
        }
    }

    private boolean isOld(Instant deleted) {
        return deleted.isBefore(clock.instant().minus(DELETED_STAYS));
    }

    /** Returns all runs, also the deleted ones, the oldest first. */
    private List<HistoryEntry> all(List<String> problems) throws IOException {
        List<HistoryEntry> all = new ArrayList<>();
        try {
            for (String id : folder.sessions()) {
                EntryLabel label = labelOf(id, problems);
                if (label != null) {
                    all.add(new HistoryEntry(id, label, folder.size(id)));
                }
            }
        } catch (IOException e) {
            throw new IOException(HistoryText.notListed(folder.path(), IoErrorText.of(e)), e);
        }
        return all;
    }

    /** Returns a label; null if there is none and none can be made. */
    private @Nullable EntryLabel labelOf(String id, List<String> problems) {
        boolean damaged = false;
        try {
            EntryLabel label = readLabel(id);
            if (label != null) {
                return label;
            }
        } catch (IOException e) {
            damaged = true;
        }
        return unreadable.contains(id) ? null : remade(id, damaged, problems);
    }

    private @Nullable EntryLabel readLabel(String id) throws IOException {
        byte[] text = folder.read(id, EntryFile.LABEL, EntryLabelJson.MAX_BYTES);
        return text == null ? null : EntryLabelJson.read(text);
    }

    private @Nullable EntryLabel remade(String id, boolean damaged, List<String> problems) {
        try {
            Session session = readSession(id);
            EntryLabel label = RecordingLabel.of(session.recording()).withPinned(damaged);
            if (damaged) {
                problems.add(HistoryText.labelRemade(label.title()));
            }
            finish(id, label, session.recording());
            return label;
        } catch (NoSuchFileException gone) {
            return null;
        } catch (IOException | RuntimeException e) {
            LOG.debug("the kept run {} cannot be read", id, e);
            unreadable.add(id);
            problems.add(HistoryText.unreadable(folder.file(id, EntryFile.SESSION)));
            return null;
        }
    }

    /** Writes what belongs to a session; what cannot be written is made again next time. */
    private void finish(String id, EntryLabel label, Recording recording) {
        try {
            folder.write(id, EntryFile.LABEL, out -> out.write(EntryLabelJson.write(label)));
            for (EntryFile part : List.of(EntryFile.LIGHT, EntryFile.DARK)) {
                byte[] picture = painter.paint(recording, part == EntryFile.DARK);
                folder.write(id, part, out -> out.write(picture));
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            LOG.debug("a kept run has no label or no thumbnail", e);
        }
    }

    /**
     * Keeps a run or comparison, and deletes what is then too much.
     *
     * @return the id
     * @throws IOException if it could not be kept; all others are still there
     */
    public synchronized String keep(Recording recording) throws IOException {
        String id = ids.next();
        Session session = Session.of(recording);
        try {
            folder.write(
                    id,
                    EntryFile.SESSION,
                    out -> codec.write(session, new LimitedOutputStream(out, retention.bytes())));
        } catch (LimitedOutputStream.TooLargeException e) {
            throw new IOException(HistoryText.TOO_LARGE, e);
        } catch (IOException e) {
            throw new IOException(HistoryText.notKept(folder.path(), IoErrorText.of(e)), e);
        }
        finish(id, RecordingLabel.of(recording), recording);
        return trim(id);
    }

    private String trim(String kept) throws IOException {
        boolean stays = true;
        for (HistoryEntry run : retention.surplus(all(new ArrayList<>()), kept)) {
            drop(run);
            stays &= !run.id().equals(kept);
        }
        if (!stays) {
            throw new IOException(HistoryText.FULL_OF_PINNED);
        }
        return kept;
    }

    /**
     * Reads a session.
     *
     * @throws IOException if it is gone or damaged
     */
    public Session read(String id) throws IOException {
        try {
            return readSession(id);
        } catch (NoSuchFileException e) {
            throw new IOException(HistoryText.GONE, e);
        }
    }

    private Session readSession(String id) throws IOException {
        try (InputStream in = new BufferedInputStream(folder.open(id))) {
            return codec.read(in);
        }
    }

    /** Returns the file of a session, to copy it. */
    public Path file(String id) {
        return folder.file(id, EntryFile.SESSION);
    }

    /** Returns the thumbnail of a run, a PNG file; null if there is none. */
    public byte @Nullable [] thumbnail(String id, boolean dark) {
        try {
            return folder.read(id, dark ? EntryFile.DARK : EntryFile.LIGHT, MAX_THUMBNAIL_BYTES);
        } catch (IOException e) {
            return null; // decided here: a run is as good without a thumbnail
        }
    }

    /** Gives a run a name; an empty one takes its name away. */
    public void rename(String id, String name) throws IOException {
        change(id, label -> label.withName(name));
    }

    /** Makes a run stay until it is deleted, or no longer. */
    public void pin(String id, boolean pinned) throws IOException {
        change(id, label -> label.withPinned(pinned));
    }

    /** Deletes a run, so that it can still be restored. */
    public synchronized void delete(String id) throws IOException {
        Instant now = clock.instant();
        change(id, label -> label.withDeleted(now));
        deletedHere.add(id);
    }

    /** Restores a run that this history has deleted. */
    public synchronized void restore(String id) throws IOException {
        change(id, label -> label.withDeleted(null));
        deletedHere.remove(id);
    }

    private synchronized void change(String id, UnaryOperator<EntryLabel> change)
            throws IOException {
        EntryLabel label = readLabel(id);
        if (label == null || folder.size(id) == 0) {
            throw new IOException(HistoryText.GONE);
        }
        try {
            byte[] changed = EntryLabelJson.write(change.apply(label));
            folder.write(id, EntryFile.LABEL, out -> out.write(changed));
        } catch (IOException e) {
            throw new IOException(HistoryText.notChanged(folder.path(), IoErrorText.of(e)), e);
        }
    }

    /**
     * Deletes all runs for good, the pinned ones too.
     *
     * @throws IOException if one could not be deleted; all were tried
     */
    public synchronized void forgetAll() throws IOException {
        IOException first = null;
        for (String id : folder.sessions()) {
            try {
                folder.delete(id);
            } catch (IOException e) {
                first = e;
            }
        }
        if (first != null) {
            throw new IOException(
                    HistoryText.notForgotten(folder.path(), IoErrorText.of(first)), first);
        }
    }

    /** Deletes for good what was deleted here. */
    @Override
    public synchronized void close() throws IOException {
        for (String id : deletedHere) {
            folder.delete(id);
        }
        deletedHere.clear();
    }
}
