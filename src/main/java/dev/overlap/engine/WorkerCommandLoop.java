package dev.overlap.engine;

import dev.overlap.engine.process.RemoteTraceRecorder;
import dev.overlap.engine.process.WorkerCommand;
import dev.overlap.engine.process.WorkerEvent;
import dev.overlap.engine.task.DaemonThread;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.plan.Site;
import dev.overlap.plan.Task;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/**
 * What a worker process does with its orders: it carries tasks out with the same clients, by the
 * same code, as a thread of the run would.
 *
 * <p>Threads: {@link #accept} is called by the one that reads orders and returns at once; a single
 * other one, {@code worker}, does what takes time.
 */
final class WorkerCommandLoop {

    private final RemoteTraceRecorder.Reports reports;
    private final Consumer<Throwable> die;
    private final ScheduledExecutorService timer;
    private final ExecutorService worker;
    private volatile @Nullable WorkerRuntime bench;
    private volatile @Nullable CurrentTask currentTask;
    private volatile long zero;

    /** The task that is carried, by its number in the run. */
    private record CurrentTask(int number, TaskExecution execution) {}

    /**
     * @param die ends the process, since of what it was told something has gone wrong
     */
    WorkerCommandLoop(RemoteTraceRecorder.Reports reports, Consumer<Throwable> die) {
        this.reports = reports;
        this.die = die;
        timer = Executors.newSingleThreadScheduledExecutor(task -> thread(task, "overlap-timer"));
        worker = Executors.newSingleThreadExecutor(task -> thread(task, "worker"));
    }

    private static Thread thread(Runnable task, String name) {
        return DaemonThread.of(task, name);
    }

    /**
     * Takes an order.
     *
     * @throws IllegalStateException if it comes before its time
     */
    void accept(WorkerCommand order) {
        switch (order) {
            case WorkerCommand.Prepare prepare -> worker.execute(orDie(() -> prepare(prepare)));
            case WorkerCommand.Ping _ -> reports.tell(new WorkerEvent.Clock(System.nanoTime()));
            case WorkerCommand.Begin(long zeroNanoTime) -> zero = zeroNanoTime;
            case WorkerCommand.Execute(int task, Site site) -> take(task, site);
            case WorkerCommand.Lease _ -> ready().gate().open();
            case WorkerCommand.Stop(int task) -> stop(task);
        }
    }

    private Runnable orDie(Runnable duty) {
        return () -> {
            try {
                duty.run();
            } catch (Throwable e) {
                die.accept(e);
            }
        };
    }

    private void prepare(WorkerCommand.Prepare order) {
        WorkerRuntime made = WorkerRuntime.of(order, timer, reports);
        made.rehearse();
        bench = made;
        reports.tell(new WorkerEvent.Prepared());
    }

    private WorkerRuntime ready() {
        WorkerRuntime now = bench;
        if (now == null) {
            throw new IllegalStateException("a task came before the process was prepared");
        }
        return now;
    }

    private void take(int number, Site site) {
        WorkerRuntime own = ready();
        Task task = new Task(0, site, 0);
        RemoteTraceRecorder recorder = new RemoteTraceRecorder(reports, number, task.label(), zero);
        RunWorkers workers = own.crew(recorder);
        TaskExecution execution = workers.begin(task);
        currentTask = new CurrentTask(number, execution);
        worker.execute(
                orDie(
                        () -> {
                            own.gate().standsBefore(number);
                            execution.end(workers.fetchBlocking(execution, 0));
                            report(number, recorder.trace().task(0));
                        }));
    }

    private void report(int number, TaskTrack ended) {
        Outcome outcome = ended.outcome();
        if (outcome == null) {
            throw new IllegalStateException("a task came back without an end");
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
