package dev.overlap.engine;

import dev.overlap.plan.SiteLine;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Failure;
import dev.overlap.trace.Limit;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Recorder;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * One task while a worker process carries it: the order, what the process reports of it, and its
 * end, be it that of the process.
 *
 * <p>Instants come from another clock. One that lies before the order was given, or the connection
 * was granted, or after the present, is off by the error of the alignment and is moved there.
 *
 * <p>Threads: the thread of the process's place.
 */
final class ProcessTask {

    private final ProcessCrew crew;
    private final ProcessLink process;
    private final int worker;
    private final Carry carry;
    private final Recorder recorder;
    private long earliest = System.nanoTime();
    private ProcessSlots.@Nullable Slot slot;

    /**
     * For a task that a process carries.
     *
     * @param worker the index of the process in the trace
     */
    ProcessTask(ProcessCrew crew, ProcessLink process, int worker, Carry carry) {
        this.crew = crew;
        this.process = process;
        this.worker = worker;
        this.carry = carry;
        this.recorder = carry.recorder();
    }

    /** Returns when the process is free of the task, or dead. */
    Outcome carryOut() throws InterruptedException {
        try {
            crew.start(carry, worker);
            carry.onStop(this::endIfStuck); // a process that reads nothing takes no order either
            String site = SiteLine.of(new SiteLine.Entry(carry.task().site(), 1, true)).text();
            process.order(new ProcessOrder.Carry(carry.index(), site));
            carry.onStop(this::stop); // after the order, so that it cannot overtake it
            return listen();
        } catch (IOException | RuntimeException | Error e) {
            Outcome outcome = died(e);
            carry.record(outcome); // before its connection is somebody else's
            return outcome;
        } finally {
            giveBackSlot();
        }
    }

    private Outcome listen() throws IOException, InterruptedException {
        while (true) {
            ProcessReport report = process.receive();
            record(report);
            if (report instanceof ProcessReport.Ended ended && ended.task() == carry.index()) {
                return ended.outcome();
            }
        }
    }

    private void record(ProcessReport report) throws IOException, InterruptedException {
        switch (report) {
            case ProcessReport.Entered(int task, Phase phase, long nanoTime) -> {
                recorder.enter(task, phase, here(nanoTime));
                if (!phase.holdsConnection()) {
                    giveBackSlot();
                }
            }
            case ProcessReport.Leasing(int task, var limit) -> recorder.leases(task, limit);
            case ProcessReport.Asking(int task, var limit) -> grant(task, limit);
            case ProcessReport.Exchanged(int task, var exchange) ->
                    recorder.note(task, inTheRun(exchange));
            case ProcessReport.Computed(int task, long cpuNanos) -> recorder.cpu(task, cpuNanos);
            case ProcessReport.Helped(String name) -> recorder.helper(name);
            case ProcessReport.Ended(int _, Outcome outcome, long nanoTime) ->
                    carry.record(outcome, here(nanoTime));
            case ProcessReport.Clock _, ProcessReport.Prepared _ -> {
                // of the start-up, which is over
            }
        }
    }

    /** Each process counts its connections from zero: only with its name they are told apart. */
    private Exchange inTheRun(Exchange exchange) {
        String own = exchange.connection();
        return own.isEmpty()
                ? exchange
                : exchange.on(crew.name(worker) + "/" + own, exchange.reused());
    }

    private long here(long itsNanoTime) {
        return Math.clamp(process.here(itsNanoTime), earliest, System.nanoTime());
    }

    private void grant(int task, Limit limit) throws IOException, InterruptedException {
        giveBackSlot();
        slot = crew.slots().take(limit, carry::isStopped);
        if (slot != null) {
            earliest = System.nanoTime();
            process.order(new ProcessOrder.Lease(task));
        }
    }

    private void giveBackSlot() {
        if (slot != null) {
            slot.close();
            slot = null;
        }
    }

    /** Asks the process to give the task up; one that does not is of no more use. */
    private boolean stop() {
        new Closer()
                .run(() -> process.orderIfAlive(new ProcessOrder.Stop(carry.index())))
                .run(this::endIfStuck)
                .rethrow();
        return true;
    }

    private boolean endIfStuck() {
        crew.unlessSoon(carry, process::kill);
        return true;
    }

    /** The process is dead, or has told what cannot be: then it cannot be relied upon any more. */
    private Outcome died(Throwable fault) throws InterruptedException {
        if (carry.isStopped()) {
            process.kill();
            return new Outcome.Cancelled(); // it has its outcome already
        }
        String ending = process.ending(fault);
        process.kill();
        return new Outcome.Failed(
                Failure.WORKER_DIED,
                "%s was not finished: the worker process that carried it has died (%s). A new one takes its place; run this task again."
                        .formatted(carry.task().label(), ending));
    }
}
