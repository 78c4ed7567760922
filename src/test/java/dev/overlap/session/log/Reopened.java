package dev.overlap.session.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.session.Recording;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.text.session.SessionText;
import dev.overlap.trace.Trace;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Writes sessions into the memory and reads them again. */
final class Reopened {

    static final Instant BEGUN = Instant.parse("2024-02-29T12:34:56.123456789Z");

    private Reopened() {}

    /** Returns a run without a list. */
    static RecordedRun run(Trace trace) {
        return new RecordedRun(TraceBuilder.plan("threads"), "Threads", BEGUN, trace);
    }

    static byte[] written(Session session) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            SessionWriter.write(session, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the text of the log of a recording. */
    static String log(Recording recording) {
        return new String(written(Session.of(recording)), StandardCharsets.US_ASCII);
    }

    static byte[] compressed(Session session) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SessionWriter.writeCompressed(session, out);
        return out.toByteArray();
    }

    static Session read(byte[] file) throws IOException {
        return SessionLogReader.read(new ByteArrayInputStream(file));
    }

    static Session read(String log) throws IOException {
        return read(log.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a session that was written and read. */
    static Session of(Session session) {
        try {
            return read(written(session));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the trace of a run that was written and read. */
    static Trace trace(Trace trace) {
        Session reopened = of(Session.of(run(trace)));
        assertThat(reopened.notes())
                .isEqualTo(trace.isFinished() ? List.of() : List.of(SessionText.UNFINISHED));
        return ((RecordedRun) reopened.recording()).trace();
    }
}
