package dev.overlap.bench;

import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;
import dev.overlap.trace.WorkerTrack;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Traces of any length whose visible rows look alike: every task has the same phases, each begins
 * within the first second and takes a second, and so the run takes two. One event loop carries all
 * of them. Every task has an exchange on a connection of its own, as in a run that opens one for
 * each.
 */
final class LargeTrace {

    /** The phases of a task, the one of its creation included. */
    static final int SEGMENTS = 10;

    private static final List<Phase> PHASES =
            List.of(
                    Phase.READY,
                    Phase.LEASE,
                    Phase.DNS,
                    Phase.CONNECT,
                    Phase.TLS,
                    Phase.SEND,
                    Phase.WAIT,
                    Phase.RECEIVE,
                    Phase.COMPUTE);

    private static final long SECOND = 1_000_000_000;
    private static final String HOST = "example.org:443";
    private static final ConnectionLimit LIMIT =
            new ConnectionLimit(HOST, 6, ConnectionLimit.Origin.PLAN, 0);

    private final TraceRecorder recorder;
    private final int tasks;

    private LargeTrace(List<String> labels) {
        this.recorder = new TraceRecorder(new Trace(labels));
        this.tasks = labels.size();
        recorder.begin();
    }

    static List<String> labels(int tasks) {
        return IntStream.range(0, tasks).mapToObj(task -> "lab:/delay/1000?" + task).toList();
    }

    /** Returns a finished run of tasks with {@value #SEGMENTS} segments each. */
    static Trace of(List<String> labels) {
        LargeTrace large = new LargeTrace(labels);
        large.record();
        return large.recorder.trace();
    }

    private void record() {
        int loop = recorder.addWorker("loop-1", WorkerTrack.Role.LOOP, recorder.zeroNanoTime());
        for (int task = 0; task < tasks; task++) {
            record(task, loop);
        }
        slices(loop);
        recorder.finish();
    }

    private void record(int task, int loop) {
        // a hundred instants in the first second, a few nanoseconds apart from one another
        long begin = recorder.zeroNanoTime() + task % 100 * (SECOND / 100) + task * 7L + 1;
        recorder.setWorker(task, loop);
        recorder.leases(task, LIMIT);
        for (int phase = 0; phase < PHASES.size(); phase++) {
            recorder.enter(task, PHASES.get(phase), begin + phase * SECOND / PHASES.size());
        }
        Exchange exchange = Exchange.begin(0, begin - recorder.zeroNanoTime(), "/");
        recorder.note(task, exchange.on("c-" + task, false).received(1_000));
        recorder.end(task, new Outcome.Answered(200, 1_000), begin + SECOND);
    }

    /** The loop runs a step of each task, half of the time. */
    private void slices(int loop) {
        long step = 2 * SECOND / tasks;
        for (int task = 0; task < tasks; task++) {
            long begin = recorder.zeroNanoTime() + task * step;
            recorder.busy(loop, task, begin);
            recorder.idle(loop, begin + step / 2);
        }
    }
}
