package dev.overlap.engine.process;

import dev.overlap.engine.resource.Claim;
import dev.overlap.engine.resource.GrantListener;
import dev.overlap.engine.resource.SharedResources;
import dev.overlap.engine.task.Closer;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.TraceRecorder;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/**
 * The execution of one task by a worker process: sends the command, records the events of the
 * process, and handles its death.
 *
 * <p>Instants come from another clock. Because of the alignment error, an instant may seem to lie
 * before the command was sent or the connection granted, or in the future; it is then clamped.
 *
 * <p>Threads: confined to the thread of the {@link PooledProcessWorker}.
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
     * Creates the execution of a task.
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

    /** Executes the task; returns when the process is free again, or dead. */
    Outcome execute() throws InterruptedException {
        try {
            shared.start(execution, worker);
            resources().begin(execution);
            execution.onStop(
                    this::killIfStuck); // a process that does not read cannot be told to stop
            process.send(new WorkerCommand.Execute(execution.index(), execution.task().steps()));
            execution.onStop(this::stop); // after the command, so that the stop cannot overtake it
            return listen();
        } catch (IOException | RuntimeException | Error e) {
            Outcome outcome = died(e);
            execution.record(outcome); // before its connection goes to another task
            return outcome;
        } finally {
            releaseReservation();
        }
    }

    private Outcome listen() throws IOException, InterruptedException {
        while (true) {
            WorkerEvent event = process.receive();
            record(event);
            if (event instanceof WorkerEvent.Ended ended && ended.task() == execution.index()) {
                return ended.outcome();
            }
        }
    }

    private void record(WorkerEvent event) throws IOException, InterruptedException {
        switch (event) {
            case WorkerEvent.Entered(int task, Phase phase, long nanoTime) -> {
                recorder.enter(task, phase, here(nanoTime));
                if (!phase.holdsConnection()) {
                    releaseReservation();
                }
            }
            case WorkerEvent.Leasing(int task, var limit) -> recorder.leases(task, limit);
            case WorkerEvent.Asking(int task, var limit) -> grant(task, limit);
            case WorkerEvent.Exchanged(int task, var exchange) ->
                    recorder.note(task, withUniqueConnection(exchange));
            case WorkerEvent.Attempted(int task, var attempt) ->
                    recorder.note(
                            task,
                            attempt.within(recorder.trace().sinceZero(earliest), recorder.now()));
            case WorkerEvent.Computed(int task, long cpuNanos) -> recorder.cpu(task, cpuNanos);
            case WorkerEvent.Helped(String name) -> recorder.helper(name);
            case WorkerEvent.Stepped stepped -> recordStep(stepped);
            case WorkerEvent.Claimed(int _, Claim claim, long nanoTime) ->
                    claim(claim, here(nanoTime));
            case WorkerEvent.Released(int _, String resource) ->
                    resources().release(execution, resource);
            case WorkerEvent.Accessed(
                            int task,
                            String counter,
                            boolean isWrite,
                            long value,
                            long nanoTime) ->
                    recorder.accessed(
                            resources().index(counter), task, isWrite, value, here(nanoTime));
            case WorkerEvent.Counted(int _, String counter, long increments, long value) ->
                    recorder.counted(
                            resources().index(counter),
                            new ResourceTrack.Copy(worker, increments, value));
            case WorkerEvent.Ended(int _, Outcome outcome, long nanoTime) ->
                    execution.record(outcome, here(nanoTime));
            case WorkerEvent.Clock _, WorkerEvent.Prepared _ -> {
                // part of the start-up, which is over
            }
        }
    }

    private void recordStep(WorkerEvent.Stepped stepped) {
        long nanoTime = here(stepped.nanoTime());
        if (stepped.ends()) {
            recorder.endStep(stepped.task(), stepped.step(), nanoTime);
        } else {
            recorder.beginStep(stepped.task(), stepped.step(), nanoTime);
        }
    }

    private SharedResources resources() {
        return shared.resources();
    }

    private void claim(Claim claim, long askedNanoTime) throws IOException {
        if (resources().request(execution, claim, new RemoteGrant(), askedNanoTime)) {
            process.send(new WorkerCommand.Grant(execution.index()));
        }
    }

    /** Sends a grant to the process, which records the phases of its task itself. */
    private final class RemoteGrant implements GrantListener {

        @Override
        public void granted() {
            process.sendIfAlive(new WorkerCommand.Grant(execution.index()));
        }

        @Override
        public boolean isRemote() {
            return true;
        }
    }

    /**
     * Makes the connection unique within the run: each process counts its connections from zero.
     */
    private Exchange withUniqueConnection(Exchange exchange) {
        String own = exchange.connection();
        return own.isEmpty()
                ? exchange
                : exchange.on(shared.name(worker) + "/" + own, exchange.reused());
    }

    private long here(long itsNanoTime) {
        return Math.clamp(process.here(itsNanoTime), earliest, System.nanoTime());
    }

    private void grant(int task, ConnectionLimit limit) throws IOException, InterruptedException {
        releaseReservation();
        reservation = shared.slots().reserve(limit, execution::isStopped);
        if (reservation != null) {
            earliest = System.nanoTime();
            process.send(new WorkerCommand.Lease(task));
        }
    }

    private void releaseReservation() {
        if (reservation != null) {
            reservation.close();
            reservation = null;
        }
    }

    /** Asks the process to stop the task, and kills the process if it does not. */
    private boolean stop() {
        new Closer()
                .run(() -> resources().withdraw(execution))
                .run(() -> process.sendIfAlive(new WorkerCommand.Stop(execution.index())))
                .run(this::killIfStuck)
                .rethrow();
        return true;
    }

    private boolean killIfStuck() {
        shared.unlessSoon(execution, process::kill);
        return true;
    }

    /** Handles a process that is dead or has sent an invalid message; it is not used any more. */
    private Outcome died(Throwable fault) throws InterruptedException {
        if (execution.isStopped()) {
            process.kill();
            return new Outcome.Cancelled(); // the outcome is recorded already
        }
        String ending = process.ending(fault);
        process.kill();
        return new Outcome.Failed(
                FailureKind.WORKER_DIED,
                "%s was not finished: its worker process died (%s).%s A new one takes its place; run this task again."
                        .formatted(execution.task().label(), ending, givenBack()));
    }

    private String givenBack() {
        List<String> held = resources().heldBy(execution);
        return held.isEmpty() ? "" : " It gave back " + String.join(" and ", held) + ".";
    }
}
