package dev.overlap.session.log;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Measurement;
import dev.overlap.comparison.VariantResult;
import dev.overlap.session.Origin;
import dev.overlap.session.Recording;
import dev.overlap.session.Recording.RecordedComparison;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.trace.Trace;

import tools.jackson.core.exc.JacksonIOException;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Writes sessions as event logs: all that is known of a run or a comparison, except user names and
 * passwords. {@link EventName} describes the form.
 *
 * <p>Threads: any; a million phases take about a second, so not the JavaFX thread. A run may be
 * written while it goes on.
 */
public final class SessionWriter {

    private static final int BUFFER = 1 << 16;

    private final LogLines lines;
    private int plans;

    private SessionWriter(OutputStream out) {
        lines = new LogLines(out);
    }

    /**
     * Writes a session as plain text; flushes the stream but does not close it.
     *
     * @throws IOException as thrown by the stream
     */
    public static void write(Session session, OutputStream out) throws IOException {
        try {
            new SessionWriter(out).write(session);
        } catch (JacksonIOException e) {
            throw Objects.requireNonNull(e.getCause()); // it wraps what the stream threw
        }
    }

    /**
     * Writes a session compressed by gzip; flushes the stream but does not close it.
     *
     * @throws IOException as thrown by the stream
     */
    public static void writeCompressed(Session session, OutputStream out) throws IOException {
        GZIPOutputStream zip = new GZIPOutputStream(out, BUFFER);
        write(session, zip);
        zip.finish();
        out.flush();
    }

    private void write(Session session) {
        writeHello(session.origin(), session.recording().begun());
        switch (session.recording()) {
            case RecordedRun run -> write(run);
            case RecordedComparison comparison -> write(comparison);
        }
        lines.event(EventName.BYE, 0);
        lines.end();
    }

    private void writeHello(Origin origin, Instant begun) {
        lines.event(EventName.HELLO, 0)
                .put(FieldName.VERSION, LogFormat.VERSION)
                .put(FieldName.WALL, unixNanos(begun))
                .put(FieldName.PROGRAM, origin.program())
                .putUnlessEmpty(FieldName.SYSTEM, origin.system())
                .putUnlessEmpty(FieldName.JAVA, origin.java())
                .putUnless(0, FieldName.PROCESSORS, origin.processors());
    }

    /** Returns the nanoseconds since 1970; the nearest ones that can be written. */
    private static long unixNanos(Instant instant) {
        try {
            return Math.addExact(
                    Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L),
                    instant.getNano());
        } catch (ArithmeticException e) {
            return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    private void write(RecordedRun run) {
        new PlanCodec(lines).write(run.plan(), run.modelName());
        beginRun(0, run.trace())
                .putUnless(Recording.NO_GUESS, FieldName.GUESS, run.guessNanos())
                .put(FieldName.SPEED_UP, run.measuredSpeedUp());
        new TraceLogWriter(run.trace(), lines).write();
    }

    private LogLines beginRun(int plan, Trace trace) {
        return lines.event(EventName.RUN, 0)
                .put(FieldName.PLAN, plan)
                .put(FieldName.PROCESSORS, trace.processors());
    }

    private void write(RecordedComparison recorded) {
        Comparison comparison = recorded.comparison();
        lines.event(EventName.COMPARISON, 0)
                .put(FieldName.RUNS, comparison.plan().runs())
                .put(FieldName.ORDER, EnumCodes.of(recorded.order()))
                .put(FieldName.FINISHED, comparison.finished());
        new TreeMap<>(recorded.guesses().nanos())
                .forEach(
                        (model, nanos) ->
                                lines.event(EventName.GUESS, 0)
                                        .put(FieldName.MODEL, model)
                                        .put(FieldName.NANOS, nanos));
        PlanCodec plan = new PlanCodec(lines);
        List<VariantResult> entries = List.copyOf(comparison.entries());
        entries.forEach(entry -> plan.write(entry.variant().plan(), entry.variant().name()));
        entries.forEach(this::writeRuns);
    }

    private void writeRuns(VariantResult entry) {
        int plan = plans++;
        for (Measurement measurement : entry.samples()) {
            beginRun(plan, measurement.trace())
                    .putUnless(-1, FieldName.CPU, measurement.cpuNanos())
                    .putUnless(0, FieldName.LEFT_OUT, measurement.leftOutNanos());
            new TraceLogWriter(measurement.trace(), lines).write();
        }
        Trace live = entry.live();
        if (live != null) {
            beginRun(plan, live).put(FieldName.LIVE, true);
            new TraceLogWriter(live, lines).write();
        }
    }
}
