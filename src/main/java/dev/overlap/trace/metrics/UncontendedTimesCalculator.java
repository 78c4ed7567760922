package dev.overlap.trace.metrics;

import dev.overlap.trace.Exchange;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.util.List;
import java.util.stream.Stream;

/**
 * Computes the {@link UncontendedTimes} of one run. Used once; the arrays do not change afterwards.
 */
final class UncontendedTimesCalculator {

    /** Up to this size the transfer time of a reply is negligible. */
    static final long SMALL_REPLY_BYTES = 65_536;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final long NOT_DECLARED = -1;

    /** Whether the time of a task can be used. */
    enum Ending {
        /** Succeeded, or still running. */
        DONE,
        FAILED,
        CANCELLED,
        /** Another program recorded it: with whom it competed is not known. */
        UNKNOWN
    }

    private final Trace trace;
    private final List<TaskTrack> tasks;
    private final long until;
    private final ContentionIntervals contention;
    private final LockHolds lockHolds;
    private final ResourceDemand shared;
    private final long[] alone;
    private final long[] contended;
    private final long[] worked;
    private final Ending[] endings;
    private final int[] declaredExchanges;
    private long overhead = Long.MAX_VALUE;

    UncontendedTimesCalculator(Trace trace, long untilNanos) {
        this.trace = trace;
        this.tasks = trace.tasksSoFar(); // first: what follows may know more of them
        this.until = untilNanos;
        this.contention = new ContentionIntervals(trace, untilNanos);
        this.lockHolds = new LockHolds(trace, untilNanos);
        this.shared = new ResourceDemand(trace);
        this.alone = new long[tasks.size()];
        this.contended = new long[tasks.size()];
        this.worked = new long[tasks.size()];
        this.endings = new Ending[tasks.size()];
        this.declaredExchanges = new int[tasks.size()];
    }

    void calculate() {
        tasks.forEach(this::read);
        for (TaskTrack task : tasks) {
            settle(task);
        }
    }

    long[] alone() {
        return alone;
    }

    long[] contended() {
        return contended;
    }

    Ending[] endings() {
        return endings;
    }

    ResourceDemand shared() {
        return shared;
    }

    /** Adds the overhead, which is known only after all tasks were read. */
    private void settle(TaskTrack task) {
        int t = task.index();
        if (declaredExchanges[t] > 0) {
            alone[t] += declaredExchanges[t] * overhead;
        }
        alone[t] = Math.min(alone[t], worked[t]);
        List<LockHold> own = lockHolds.of(t);
        if (!own.isEmpty()) {
            own.forEach(lockHold -> lockHold.settle(overhead));
            shared.setHeld(t, own);
        }
        endings[t] = ending(task);
        if (endings[t] != Ending.DONE) {
            alone[t] = 0;
            contended[t] = worked[t];
        }
    }

    private Ending ending(TaskTrack task) {
        if (trace.isForeign()) {
            return Ending.UNKNOWN;
        }
        Outcome outcome = task.endNanos() <= until ? task.outcome() : null;
        return switch (outcome) {
            case null -> Ending.DONE;
            case Outcome.Answered _, Outcome.Computed _, Outcome.Done _ -> Ending.DONE;
            case Outcome.Failed _ -> Ending.FAILED;
            case Outcome.Cancelled _ -> Ending.CANCELLED;
        };
    }

    private void read(TaskTrack task) {
        Net net = new Net(task);
        long computed = 0;
        for (int s = 0, n = task.segments(); s < n && task.begin(s) < until; s++) {
            long begin = task.begin(s);
            long end = Math.min(task.end(s), until);
            Phase phase = task.phase(s);
            if (phase == Phase.LEASE) {
                net.next();
            } else if (phase.holdsConnection()) {
                net.add(begin, end);
            } else if (phase.usesCpu()) {
                computed += end - begin;
                computed(task, begin, end);
            } else if (phase.isWork()) {
                slept(task.index(), begin, end);
            }
        }
        net.next();
        countCpu(task, computed);
    }

    private void slept(int t, long begin, long end) {
        worked[t] += end - begin;
        alone[t] += end - begin;
        for (LockHold lockHold : lockHolds.of(t)) {
            lockHold.add(lockHold.clippedEnd(begin, end) - lockHold.clippedBegin(begin));
        }
    }

    private void computed(TaskTrack task, long begin, long end) {
        boolean clocked = task.cpuNanos() >= 0;
        if (!clocked) {
            long competing = contention.ofComputing(begin, end);
            worked[task.index()] += end - begin;
            alone[task.index()] += end - begin - competing;
            contended[task.index()] += competing;
        }
        for (LockHold lockHold : lockHolds.of(task.index())) {
            long from = lockHold.clippedBegin(begin);
            long to = lockHold.clippedEnd(begin, end);
            if (clocked) {
                lockHold.addComputed(to - from);
            } else {
                lockHold.add(to - from - contention.ofComputing(from, to));
            }
        }
    }

    /** Adds the CPU time of a task that was computing for this long. */
    private void countCpu(TaskTrack task, long computed) {
        long cpu = task.cpuNanos(until);
        if (cpu >= 0) {
            worked[task.index()] += cpu;
            alone[task.index()] += cpu;
            shared.setCpu(task.index(), cpu);
            lockHolds.of(task.index()).forEach(lockHold -> lockHold.addCpu(cpu, computed));
        }
    }

    /** Accumulates the exchanges of one task, one after another. */
    private final class Net {

        private final TaskTrack task;
        private final int t;
        private final List<Exchange> exchanges;
        private long ownOnLoop;
        private int number = -1;
        private long begin;
        private long end;
        private long own;
        private long byLoop;
        private long byProcessors;

        Net(TaskTrack task) {
            this.task = task;
            this.t = task.index();
            this.exchanges = task.exchanges();
            this.ownOnLoop = contention.ownOnLoop(task);
        }

        void add(long from, long to) {
            begin = own == 0 ? from : begin;
            end = to;
            own += to - from;
            byLoop += contention.ofLoop(task, from, to);
            byProcessors += contention.ofProcessors(from, to);
        }

        /** Counts the finished exchange and begins the next one. */
        void next() {
            if (own > 0) {
                count();
            }
            number++;
            own = 0;
            byLoop = 0;
            byProcessors = 0;
        }

        private void count() {
            long ownSteps = Math.min(ownOnLoop, byLoop);
            ownOnLoop -= ownSteps;
            long held = Math.min(own, Math.max(byLoop - ownSteps, byProcessors));
            long declared = declaredNanos();
            worked[t] += own;
            if (declared == NOT_DECLARED) {
                alone[t] += own - held;
                contended[t] += held;
                around().forEach(lockHold -> lockHold.add(own - held));
            } else {
                alone[t] += declared;
                declaredExchanges[t]++;
                around().forEach(lockHold -> lockHold.addDeclared(declared));
                overhead = Math.min(overhead, Math.max(0, own - held - declared));
            }
        }

        /** Returns the holds within which the exchange lies. */
        private Stream<LockHold> around() {
            long middle = begin + (end - begin) / 2; // instants of two processes may be a bit off
            return lockHolds.of(t).stream().filter(lockHold -> lockHold.includes(middle));
        }

        /** Returns the declared time of the exchange, if its reply is small. */
        private long declaredNanos() {
            for (Exchange exchange : exchanges) {
                if (exchange.number() == number) {
                    return Double.isNaN(exchange.declaredMillis())
                                    || exchange.bytes() > SMALL_REPLY_BYTES
                            ? NOT_DECLARED
                            : Math.round(exchange.declaredMillis() * NANOS_PER_MILLI);
                }
            }
            return NOT_DECLARED;
        }
    }
}
