package dev.overlap.bench;

import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.session.log.SessionLogReader;
import dev.overlap.session.log.SessionWriter;
import dev.overlap.trace.Trace;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;

/**
 * How much processor time a session of a million phases takes to be written and read: the first
 * time, with no code loaded, as when a window opens one, and then again.
 */
final class SessionFiles implements Benchmark {

    private static final int TASKS = 100_000;
    private static final int ROUNDS = 5;
    private static final double MAX_SECONDS = 3;

    @Override
    public String name() {
        return "session";
    }

    @Override
    public void run() throws IOException, RequirementNotMet {
        System.out.printf("%s, load %s%n", MachineDescription.words(), MachineDescription.load());
        List<String> labels = LargeTrace.labels(TASKS);
        Plan plan =
                new Plan(SiteList.parse(String.join("\n", labels)), "event-loop", Settings.DEFAULT);
        Trace trace = LargeTrace.of(labels);
        Session session = Session.of(new RecordedRun(plan, "Event loop", Instant.now(), trace));
        int segments = TASKS * LargeTrace.SEGMENTS;

        long begin = cpuNanos();
        byte[] packed = packed(session);
        double written = seconds(begin);
        double first = readSeconds(packed, segments);
        double[] again = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            again[round] = readSeconds(packed, segments);
        }
        double then = new Quantiles(again).at(0.5);
        System.out.printf(
                "%,d segments: %,d bytes as text, %,d packed (%.1f : 1)%n",
                segments, plainBytes(session), packed.length, ratio(session, packed));
        System.out.printf(
                "written: %.2f s of processor time, %,.0f segments/s%n",
                written, segments / written);
        System.out.printf("read first: %.2f s, %,.0f segments/s%n", first, segments / first);
        System.out.printf(
                "read then: %.2f s in the median of %d, %,.0f segments/s%n",
                then, ROUNDS, segments / then);
        if (then > MAX_SECONDS) {
            throw new RequirementNotMet(
                    "A million segments take longer than %.0f s to be read."
                            .formatted(MAX_SECONDS));
        }
    }

    private static byte[] packed(Session session) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SessionWriter.writeCompressed(session, out);
        return out.toByteArray();
    }

    private static int plainBytes(Session session) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SessionWriter.write(session, out);
        return out.size();
    }

    private static double ratio(Session session, byte[] packed) throws IOException {
        return (double) plainBytes(session) / packed.length;
    }

    private static double readSeconds(byte[] packed, int segments) throws IOException {
        long begin = cpuNanos();
        Session read = SessionLogReader.read(new ByteArrayInputStream(packed));
        double seconds = seconds(begin);
        if (!(read.recording() instanceof RecordedRun run)
                || !read.notes().isEmpty()
                || run.trace().tasks().size() * run.trace().task(0).segments() != segments) {
            throw new IllegalStateException("the session was not read as it was written");
        }
        return seconds;
    }

    /** Processor time, so that what else this machine does is not measured. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double seconds(long begin) {
        return (cpuNanos() - begin) / 1e9;
    }
}
