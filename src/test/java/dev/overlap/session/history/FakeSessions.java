package dev.overlap.session.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.session.Recording;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/**
 * Sessions of a few lines each: the model, when it began, and a last line that shows it is whole.
 */
final class FakeSessions implements SessionCodec {

    static final byte[] PICTURE = {1, 2, 3};

    private final int fillBytes;

    /**
     * @param fillBytes how many bytes a session has in its middle
     */
    FakeSessions(int fillBytes) {
        this.fillBytes = fillBytes;
    }

    /** Returns a run whose model has a name. */
    static Recording run(String name) {
        Trace trace = new Trace(List.of());
        TraceRecorder recorder = new TraceRecorder(trace);
        recorder.begin();
        recorder.finish();
        return new RecordedRun(
                new Plan(SiteList.EMPTY, "threads", Settings.DEFAULT), name, Instant.EPOCH, trace);
    }

    @Override
    public void write(Session session, OutputStream out) throws IOException {
        RecordedRun run = (RecordedRun) session.recording();
        out.write((run.modelName() + "\n").getBytes(UTF_8));
        out.write("x".repeat(fillBytes).getBytes(UTF_8));
        out.write("\nwhole\n".getBytes(UTF_8));
    }

    @Override
    public Session read(InputStream in) throws IOException {
        List<String> lines = new String(in.readAllBytes(), UTF_8).lines().toList();
        if (lines.size() != 3 || !lines.getLast().equals("whole")) {
            throw new IOException("This is no session.");
        }
        return Session.of(run(lines.getFirst()));
    }
}
