package dev.overlap.engine;

import static dev.overlap.engine.process.WorkerCredentials.LOOPBACK;

import dev.overlap.engine.process.MessageChannel;
import dev.overlap.engine.process.WorkerCommand;
import dev.overlap.engine.process.WorkerEvent;
import dev.overlap.engine.request.LabEndpoint;
import dev.overlap.engine.task.DaemonThread;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Runs what a worker process runs inside this process: the cache that the build makes for a quick
 * start remembers the classes of one process only, and worker processes are to start from it, too.
 *
 * <p>Threads: the caller plays the run and waits; a thread of its own plays the worker process.
 */
public final class InProcessWorker {

    private InProcessWorker() {}

    /**
     * Executes the tasks of a plan, one after another.
     *
     * @param lab where {@code lab:} sites are served
     * @throws IOException if the worker fails
     */
    public static void execute(Plan plan, URI lab) throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, LOOPBACK);
                Socket worker = new Socket(LOOPBACK, door.getLocalPort());
                Socket run = door.accept()) {
            DaemonThread.of(() -> serve(worker), "overlap-worker").start();
            execute(
                    plan,
                    lab,
                    new MessageChannel<>(
                            WorkerEvent.class,
                            run.getInputStream(),
                            WorkerCommand.class,
                            run.getOutputStream()));
        }
    }

    private static void serve(Socket connection) {
        try {
            WorkerProcessMain.serve(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(
            Plan plan, URI lab, MessageChannel<WorkerEvent, WorkerCommand> worker)
            throws IOException {
        worker.send(prepareCommand(plan, lab));
        await(worker, WorkerEvent.Prepared.class);
        worker.send(new WorkerCommand.Ping());
        await(worker, WorkerEvent.Clock.class);
        worker.send(new WorkerCommand.Begin(System.nanoTime()));
        for (Task task : plan.tasks()) {
            worker.send(new WorkerCommand.Execute(task.index(), task.steps()));
            await(worker, WorkerEvent.Ended.class);
        }
    }

    private static WorkerCommand prepareCommand(Plan plan, URI lab) {
        try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
            return new Warmup(LabEndpoint.plain(lab), timer)
                    .prepareCommand(plan.tasks(), plan.settings());
        }
    }

    private static void await(
            MessageChannel<WorkerEvent, WorkerCommand> worker, Class<? extends WorkerEvent> type)
            throws IOException {
        WorkerEvent event = worker.receive();
        while (!type.isInstance(event)) {
            if (event instanceof WorkerEvent.Asking(int task, _)) {
                worker.send(new WorkerCommand.Lease(task));
            }
            event = worker.receive();
        }
    }
}
