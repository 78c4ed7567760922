package dev.overlap.session.log;

import dev.overlap.session.Recording;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.session.UnreadableFileException;
import dev.overlap.text.session.SessionText;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipException;

/**
 * Reads event logs, plain or compressed, as {@link SessionWriter} writes them.
 *
 * <p>A log is read as a stream, event by event. Of one that is cut or damaged all is kept that
 * comes before, with a note; what a newer version has written is left out and counted. Reading runs
 * nothing and connects to nothing.
 *
 * <p>Threads: any; a million phases take about a second, so not the JavaFX thread.
 */
public final class SessionLogReader {

    private final Leftovers leftovers = new Leftovers();
    private final List<String> notes = new ArrayList<>();
    private final UnpackedStream file;
    private final LogParser parser;
    private @Nullable SessionBuilder builder;
    private boolean isWhole;

    private SessionLogReader(UnpackedStream file) {
        this.file = file;
        parser = new LogParser(file, leftovers);
    }

    /**
     * Returns whether a file is an event log.
     *
     * @param field the first field of its first object
     * @param value the text in that field, or null if it holds none
     */
    public static boolean recognizes(String field, @Nullable String value) {
        return field.equals(FieldName.EVENT) && EventName.HELLO.equals(value);
    }

    /**
     * Reads a log.
     *
     * @param in plain or compressed; read to its end or to where it is damaged, not closed
     * @throws UnreadableFileException with a sentence, if there is no run in it
     * @throws IOException as thrown by the stream
     */
    public static Session read(InputStream in) throws IOException {
        try {
            SessionLogReader reader = new SessionLogReader(UnpackedStream.of(in));
            reader.readAll();
            return reader.session();
        } catch (OutOfMemoryError e) {
            throw new UnreadableFileException(SessionText.TOO_LARGE_FOR_MEMORY);
        } catch (ZipException | EOFException e) {
            throw new UnreadableFileException(SessionText.NO_LOG);
        }
    }

    private void readAll() throws IOException {
        try {
            readHello();
            while (parser.next()) {
                add(parser.event());
            }
            if (!isWhole) {
                notes.add(SessionText.cutAt(parser.line()));
            }
        } catch (JacksonIOException e) {
            notes.add(sentence(Objects.requireNonNull(e.getCause(), "the cause")));
        } catch (UnexpectedEndOfInputException e) {
            notes.add(SessionText.cutAt(parser.line()));
        } catch (JacksonException e) {
            boolean isCut = file.isAtEnd(); // in the middle of a word or a number
            notes.add(
                    isCut ? SessionText.cutAt(parser.line()) : SessionText.brokenAt(parser.line()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            notes.add(SessionText.brokenAt(parser.lineOfToken()));
        }
    }

    private void readHello() {
        if (parser.next() && parser.event().name().equals(EventName.HELLO)) {
            builder = new SessionBuilder(parser.event(), leftovers);
        }
    }

    private void add(LogEvent event) {
        if (isWhole || builder == null) {
            throw new IllegalArgumentException("events are between hello and bye");
        }
        if (event.name().equals(EventName.BYE)) {
            isWhole = true;
        } else {
            builder.add(event);
        }
    }

    /** Returns the sentence on what a stream threw, if it is about its content. */
    private String sentence(IOException fault) throws IOException {
        return switch (fault) {
            case UnpackedStream.TooLargeException _ -> SessionText.tooLarge(parser.line());
            case EOFException _ -> SessionText.cutAt(parser.line());
            case ZipException _ -> SessionText.unpackableAt(parser.line());
            case CharConversionException _ -> SessionText.brokenAt(parser.line());
            default -> throw fault;
        };
    }

    private Session session() throws UnreadableFileException {
        if (builder == null) {
            throw new UnreadableFileException(SessionText.NO_LOG);
        }
        Recording recording = recording(builder);
        if (isWhole && recording instanceof RecordedRun run && !run.trace().isFinished()) {
            notes.add(SessionText.UNFINISHED);
        }
        notes.addAll(leftovers.sentences());
        return new Session(recording, builder.origin(), notes);
    }

    private Recording recording(SessionBuilder collected) throws UnreadableFileException {
        try {
            Recording recording = collected.build(isWhole, notes);
            if (recording != null) {
                return recording;
            }
        } catch (IllegalArgumentException e) {
            // of a comparison that cannot be: nothing else is in the file
        }
        throw new UnreadableFileException(SessionText.NO_RUN);
    }
}
