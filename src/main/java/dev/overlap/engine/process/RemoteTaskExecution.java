package dev.overlap.engine.process;

import dev.overlap.engine.task.Closer;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TraceRecorder;

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
final class RemoteTaskExecution {

    private final SharedProcessState shared;
    private final WorkerProcessHandle process;
    private final int worker;
    private final TaskExecution execution;
    private final TraceRecorder recorder;
    private long earliest = System.nanoTime();
    private SharedConnectionLimits.@Nullable Reservation reservation;

    /**
     * For a task that a process carries.
     *
     * @param worker the index of the process in the trace
     */
    RemoteTaskExecution(
            SharedProcessState shared,
            WorkerProcessHandle process,
            int worker,
            TaskExecution execution) {
        this.shared = shared;
        this.process = process;
        this.worker = worker;
        this.execution = execution;
        this.recorder = execution.recorder();
    }

    /** Returns when the process is free of the task, or dead. */
    Outcome execute() throws InterruptedException {
        try {
            shared.start(execution, worker);
            execution.onStop(
                    this::endIfStuck); // a process that reads nothing takes no order either
            process.order(new WorkerCommand.Execute(execution.index(), execution.task().site()));
            execution.onStop(this::stop); // after the order, so that it cannot overtake it
            return listen();
        } catch (IOException | RuntimeException | Error e) {
            Outcome outcome = died(e);
            execution.record(outcome); // before its connection is somebody else's
            return outcome;
        } finally {
            giveBackSlot();
        }
    }

    private Outcome listen() throws IOException, InterruptedException {
        while (true) {
            WorkerEvent report = process.receive();
            record(report);
            if (report instanceof WorkerEvent.Ended ended && ended.task() == execution.index()) {
                return ended.outcome();
            }
        }
    }

    private void record(WorkerEvent report) throws IOException, InterruptedException {
        switch (report) {
            case WorkerEvent.Entered(int task, Phase phase, long nanoTime) -> {
                recorder.enter(task, phase, here(nanoTime));
                if (!phase.holdsConnection()) {
                    giveBackSlot();
                }
            }
            case WorkerEvent.Leasing(int task, var limit) -> recorder.leases(task, limit);
            case WorkerEvent.Asking(int task, var limit) -> grant(task, limit);
            case WorkerEvent.Exchanged(int task, var exchange) ->
                    recorder.note(task, inTheRun(exchange));
            case WorkerEvent.Attempted(int task, var attempt) ->
                    recorder.note(
                            task,
                            attempt.within(recorder.trace().sinceZero(earliest), recorder.now()));
            case WorkerEvent.Computed(int task, long cpuNanos) -> recorder.cpu(task, cpuNanos);
            case WorkerEvent.Helped(String name) -> recorder.helper(name);
            case WorkerEvent.Ended(int _, Outcome outcome, long nanoTime) ->
                    execution.record(outcome, here(nanoTime));
            case WorkerEvent.Clock _, WorkerEvent.Prepared _ -> {
                // of the start-up, which is over
            }
        }
    }

    /** Each process counts its connections from zero: only with its name they are told apart. */
    private Exchange inTheRun(Exchange exchange) {
        String own = exchange.connection();
        return own.isEmpty()
                ? exchange
                : exchange.on(shared.name(worker) + "/" + own, exchange.reused());
    }

    private long here(long itsNanoTime) {
        return Math.clamp(process.here(itsNanoTime), earliest, System.nanoTime());
    }

    private void grant(int task, ConnectionLimit limit) throws IOException, InterruptedException {
        giveBackSlot();
        reservation = shared.slots().take(limit, execution::isStopped);
        if (reservation != null) {
            earliest = System.nanoTime();
            process.order(new WorkerCommand.Lease(task));
        }
    }

    private void giveBackSlot() {
        if (reservation != null) {
            reservation.close();
            reservation = null;
        }
    }

    /** Asks the process to give the task up; one that does not is of no more use. */
    private boolean stop() {
        new Closer()
                .run(() -> process.orderIfAlive(new WorkerCommand.Stop(execution.index())))
                .run(this::endIfStuck)
                .rethrow();
        return true;
    }

    private boolean endIfStuck() {
        shared.unlessSoon(execution, process::kill);
        return true;
    }

    /** The process is dead, or has told what cannot be: then it cannot be relied upon any more. */
    private Outcome died(Throwable fault) throws InterruptedException {
        if (execution.isStopped()) {
            process.kill();
            return new Outcome.Cancelled(); // it has its outcome already
        }
        String ending = process.ending(fault);
        process.kill();
        return new Outcome.Failed(
                FailureKind.WORKER_DIED,
                "%s was not finished: its worker process died (%s). A new one takes its place; run this task again."
                        .formatted(execution.task().label(), ending));
    }
}
