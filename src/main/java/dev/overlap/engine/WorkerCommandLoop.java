package dev.overlap.engine;

import dev.overlap.engine.process.RemoteTraceRecorder;
import dev.overlap.engine.process.WorkerCommand;
import dev.overlap.engine.process.WorkerEvent;
import dev.overlap.engine.task.DaemonThread;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.Task;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/**
 * Executes the commands of the parent in a worker process: runs tasks with the same clients and
 * code as a thread of the run would.
 *
 * <p>Threads: {@link #accept} is called by the reader and returns at once; a single other thread,
 * {@code worker}, does what takes time.
 */
final class WorkerCommandLoop {

    private final RemoteTraceRecorder.Reports reports;
    private final Consumer<Throwable> onFatal;
    private final ScheduledExecutorService timer;
    private final ExecutorService worker;
    private volatile @Nullable WorkerRuntime runtime;
    private volatile @Nullable CurrentTask currentTask;
    private volatile long zero;

    /** The task in execution; {@code number} is its index in the run. */
    private record CurrentTask(int number, TaskExecution execution) {}

    /**
     * @param onFatal ends the process after a fatal error
     */
    WorkerCommandLoop(RemoteTraceRecorder.Reports reports, Consumer<Throwable> onFatal) {
        this.reports = reports;
        this.onFatal = onFatal;
        timer = Executors.newSingleThreadScheduledExecutor(task -> thread(task, "overlap-timer"));
        worker = Executors.newSingleThreadExecutor(task -> thread(task, "worker"));
    }

    private static Thread thread(Runnable task, String name) {
        return DaemonThread.of(task, name);
    }

    /**
     * Executes a command.
     *
     * @throws IllegalStateException if it comes before the process is prepared
     */
    void accept(WorkerCommand command) {
        switch (command) {
            case WorkerCommand.Prepare prepare -> worker.execute(orFail(() -> prepare(prepare)));
            case WorkerCommand.Ping _ -> reports.tell(new WorkerEvent.Clock(System.nanoTime()));
            case WorkerCommand.Begin(long zeroNanoTime) -> zero = zeroNanoTime;
            case WorkerCommand.Execute(int task, StepSequence steps) -> execute(task, steps);
            case WorkerCommand.Lease _ -> ready().gate().open();
            case WorkerCommand.Grant(int task) -> ready().resources().granted(task);
            case WorkerCommand.Stop(int task) -> stop(task);
        }
    }

    private Runnable orFail(Runnable step) {
        return () -> {
            try {
                step.run();
            } catch (Throwable e) {
                onFatal.accept(e);
            }
        };
    }

    private void prepare(WorkerCommand.Prepare command) {
        WorkerRuntime prepared = WorkerRuntime.of(command, timer, reports);
        prepared.warmUp();
        runtime = prepared;
        reports.tell(new WorkerEvent.Prepared());
    }

    private WorkerRuntime ready() {
        WorkerRuntime now = runtime;
        if (now == null) {
            throw new IllegalStateException("a task came before the process was prepared");
        }
        return now;
    }

    private void execute(int number, StepSequence steps) {
        WorkerRuntime runtime = ready();
        Task task = new Task(0, steps, 0);
        RemoteTraceRecorder recorder = new RemoteTraceRecorder(reports, number, task.label(), zero);
        RunWorkers workers = runtime.newWorkers(recorder);
        TaskExecution execution = workers.begin(task);
        currentTask = new CurrentTask(number, execution);
        worker.execute(
                orFail(
                        () -> {
                            runtime.gate().setTask(number);
                            runtime.resources().setTask(number);
                            execution.end(workers.fetchBlocking(execution, 0));
                            report(number, recorder.trace().task(0));
                        }));
    }

    private void report(int number, TaskTrack ended) {
        Outcome outcome = ended.outcome();
        if (outcome == null) {
            throw new IllegalStateException("a task was executed but has no outcome");
        }
        currentTask = null;
        reports.tell(new WorkerEvent.Ended(number, outcome, zero + ended.endNanos()));
    }

    private void stop(int number) {
        CurrentTask now = currentTask;
        if (now != null && now.number == number) {
            now.execution.stop(new Outcome.Cancelled());
        }
    }
}
