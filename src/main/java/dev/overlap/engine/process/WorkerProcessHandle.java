package dev.overlap.engine.process;

import dev.overlap.engine.request.ExceptionText;
import dev.overlap.engine.task.Closer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A worker process that lives, and the pipe to it.
 *
 * <p>Threads: one thread connects and receives; orders may be given, and {@link #close} called, by
 * any.
 */
final class WorkerProcessHandle implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcessHandle.class);

    /** A process that does not go when it is asked to is killed. */
    private static final long PATIENCE_MILLIS = 700;

    private final WorkerProcessLauncher launch;
    private final Process process;
    private final WorkerConnectionAcceptor acceptor;
    private volatile @Nullable SocketChannel channel;
    private volatile @Nullable MessageChannel<WorkerEvent, WorkerCommand> messageChannel;
    private volatile @Nullable String verdict;
    private volatile boolean cutOff;
    private ClockOffset clock = new ClockOffset(0, 0);

    private WorkerProcessHandle(WorkerProcessLauncher launch, WorkerConnectionAcceptor acceptor) {
        this.launch = launch;
        this.acceptor = acceptor;
        process = launch.process();
    }

    /** Starts a process; it knows nothing yet. */
    static WorkerProcessHandle start(String name) throws IOException {
        WorkerConnectionAcceptor acceptor = WorkerConnectionAcceptor.open();
        try {
            return new WorkerProcessHandle(
                    WorkerProcessLauncher.start(name, acceptor.ticket()), acceptor);
        } catch (IOException | RuntimeException | Error e) {
            acceptor.close();
            throw e;
        }
    }

    /** Waits until the process has connected. */
    void connect() throws IOException {
        SocketChannel connected = acceptor.accept(process::isAlive);
        channel = connected;
        messageChannel =
                new MessageChannel<>(
                        WorkerEvent.class,
                        Channels.newInputStream(connected),
                        WorkerCommand.class,
                        Channels.newOutputStream(connected));
    }

    /**
     * Waits until the process is ready, and its clock aligned.
     *
     * @param zeroNanoTime time zero of the run
     */
    void prepare(WorkerCommand.Prepare order, long zeroNanoTime) throws IOException {
        order(order);
        while (!(receive() instanceof WorkerEvent.Prepared)) {
            // it tells of its warm-up as it will of tasks, which loads that code, too
        }
        clock = ClockOffset.align(this::itsNanoTime);
        LOG.debug("process {}: {}", process.pid(), clock);
        order(new WorkerCommand.Begin(clock.there(zeroNanoTime)));
    }

    private long itsNanoTime() throws IOException {
        order(new WorkerCommand.Ping());
        while (true) {
            if (receive() instanceof WorkerEvent.Clock(long nanoTime)) {
                return nanoTime;
            }
        }
    }

    void order(WorkerCommand order) throws IOException {
        try {
            pipe().send(order);
        } catch (IOException e) {
            cutOff = true;
            throw e;
        }
    }

    /** The same, where a process that is gone needs no order any more. */
    void orderIfAlive(WorkerCommand order) {
        try {
            order(order);
        } catch (IOException e) {
            LOG.debug("process {} is gone; its reader will find out", process.pid(), e);
        }
    }

    WorkerEvent receive() throws IOException {
        try {
            return pipe().receive();
        } catch (IOException e) {
            cutOff = true;
            throw e;
        }
    }

    private MessageChannel<WorkerEvent, WorkerCommand> pipe() throws IOException {
        MessageChannel<WorkerEvent, WorkerCommand> now = messageChannel;
        if (now == null) {
            throw new IOException("the process has not connected");
        }
        return now;
    }

    /** A reading of the process's clock as this process would have read it. */
    long here(long itsNanoTime) {
        return clock.here(itsNanoTime);
    }

    /**
     * Whether it can take an order. The end of its pipe is seen sooner than that of the process.
     */
    boolean isAlive() {
        return !cutOff && process.isAlive();
    }

    /** Processor time that the process has used, in nanoseconds, or -1 where nobody tells. */
    long cpuNanos() {
        return process.info().totalCpuDuration().map(cpu -> cpu.toNanos()).orElse(-1L);
    }

    /**
     * How it ended, or why it is of no use any more, and what it said last, as a person may read
     * it.
     *
     * @param fault what was seen of that here
     */
    String ending(Throwable fault) throws InterruptedException {
        OptionalInt code = launch.exitCode();
        String how = verdict;
        if (how == null) {
            how = code.isPresent() ? "exit code " + code.getAsInt() : ExceptionText.of(fault);
        }
        String words = launch.lastWords();
        return words.isEmpty() ? how : how + "; it said: " + words;
    }

    /** Asks the process to go, and does not wait; whoever receives from it gets an exception. */
    @Override
    public void close() {
        end(new Closer().run(process::destroy));
    }

    private void end(Closer closer) {
        SocketChannel connected = channel;
        closer.run(acceptor::close);
        if (connected != null) {
            closer.run(connected::close);
        }
        cutOff = true;
        if (closer.fault() != null) {
            LOG.warn("process {} could not be let go of", process.pid(), closer.fault());
        }
    }

    /** Ends the process at once. */
    void kill() {
        cutOff = true; // the system may take a moment
        process.destroyForcibly();
    }

    /**
     * Ends the process at once.
     *
     * @param why is told in place of the exit code
     */
    void kill(String why) {
        verdict = why;
        kill();
    }

    /** Waits until the system has no such process any more. */
    void awaitEnd() throws InterruptedException {
        try {
            if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                kill();
                process.waitFor();
            }
        } finally {
            end(new Closer());
        }
    }
}
