package dev.overlap.ui.history;

import dev.overlap.export.ThumbnailPng;
import dev.overlap.foreign.chrometrace.ChromeTraceReader;
import dev.overlap.foreign.har.HarReader;
import dev.overlap.foreign.har.HarSites;
import dev.overlap.session.Recording;
import dev.overlap.session.Recording.RecordedComparison;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
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
            return switch (FileKind.of(file)) {
                case SESSION -> withoutSites(file, SessionLogReader::read);
                case CHROME_TRACE -> withoutSites(file, ChromeTraceReader::read);
                case HAR -> archive(file);
            };
        } catch (NoSuchFileException e) {
            throw new IOException(HistoryText.NO_SUCH_FILE, e);
        } catch (FileSystemException e) {
            throw new IOException(IoErrorText.of(e), e);
        }
    }

    private interface Reader<T> {
        T read(InputStream in) throws IOException;
    }

    private static <T> T read(Path file, Reader<T> reader) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return reader.read(in);
        }
    }

    private static OpenedFile withoutSites(Path file, Reader<Session> reader) throws IOException {
        return new OpenedFile(read(file, reader), List.of(), List.of());
    }

    private static OpenedFile archive(Path file) throws IOException {
        Session session = read(file, HarReader::read);
        HarSites.Lines sites = read(file, HarSites::read);
        return new OpenedFile(session, sites.lines(), sites.notes());
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
