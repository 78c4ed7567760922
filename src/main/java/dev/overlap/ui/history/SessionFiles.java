package dev.overlap.ui.history;

import dev.overlap.export.ThumbnailPng;
import dev.overlap.foreign.har.HarSites;
import dev.overlap.session.Recording;
import dev.overlap.session.Recording.RecordedComparison;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.session.file.RunFileType;
import dev.overlap.session.file.SessionReader;
import dev.overlap.session.history.RunHistory;
import dev.overlap.session.history.SessionCodec;
import dev.overlap.session.log.SessionLogReader;
import dev.overlap.session.log.SessionWriter;
import dev.overlap.storage.IoErrorText;
import dev.overlap.text.history.HistoryText;
import dev.overlap.trace.Trace;
import dev.overlap.ui.history.SessionFileReader.OpenedFile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Sessions as files: those that are kept, and those that are opened. Threads: any. */
public final class SessionFiles {

    private static final String FOLDER = "runs";

    private SessionFiles() {}

    /**
     * Returns the kept runs of a user.
     *
     * @param state the folder of what survives a restart
     */
    public static RunHistory history(Path state) {
        return new RunHistory(state.resolve(FOLDER), new LogCodec(), SessionFiles::thumbnail);
    }

    private static byte[] thumbnail(Recording recording, boolean dark) throws IOException {
        return ThumbnailPng.of(traces(recording), dark);
    }

    private static List<Trace> traces(Recording recording) {
        return switch (recording) {
            case RecordedRun run -> List.of(run.trace());
            case RecordedComparison it ->
                    it.comparison().entries().stream()
                            .map(entry -> entry.drawn())
                            .filter(Objects::nonNull)
                            .toList();
        };
    }

    /**
     * Reads a file that holds a run or a comparison.
     *
     * @throws IOException with a sentence or a clause, if there is none in it or it cannot be read
     */
    public static OpenedFile read(Path file) throws IOException {
        try {
            Session session = SessionReader.read(file);
            if (SessionReader.typeOf(file) != RunFileType.HAR) {
                return new OpenedFile(session, List.of(), List.of());
            }
            HarSites.Lines sites = sites(file);
            return new OpenedFile(session, sites.lines(), sites.notes());
        } catch (NoSuchFileException e) {
            throw new IOException(HistoryText.NO_SUCH_FILE, e);
        } catch (FileSystemException e) {
            throw new IOException(IoErrorText.of(e), e);
        }
    }

    private static HarSites.Lines sites(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return HarSites.read(in);
        }
    }

    private static final class LogCodec implements SessionCodec {

        @Override
        public void write(Session session, OutputStream out) throws IOException {
            SessionWriter.writeCompressed(session, out);
        }

        @Override
        public Session read(InputStream in) throws IOException {
            return SessionLogReader.read(in);
        }
    }
}
