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
 * A running worker process and the connection to it.
 *
 * <p>Threads: one thread connects and receives; any may send and {@link #close}.
 */
final class WorkerProcessHandle implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcessHandle.class);

    /** A process that has not ended this long after it was asked to is killed. */
    private static final long MAX_END_MILLIS = 700;

    private final WorkerProcessLauncher launcher;
    private final Process process;
    private final WorkerConnectionAcceptor acceptor;
    private volatile @Nullable SocketChannel channel;
    private volatile @Nullable MessageChannel<WorkerEvent, WorkerCommand> messageChannel;
    private volatile @Nullable String killReason;
    private volatile boolean disconnected;
    private ClockOffset clock = new ClockOffset(0, 0);

    private WorkerProcessHandle(WorkerProcessLauncher launcher, WorkerConnectionAcceptor acceptor) {
        this.launcher = launcher;
        this.acceptor = acceptor;
        process = launcher.process();
    }

    /** Starts a process, which is to be connected and prepared. */
    static WorkerProcessHandle start(String name) throws IOException {
        WorkerConnectionAcceptor acceptor = WorkerConnectionAcceptor.open();
        try {
            return new WorkerProcessHandle(
                    WorkerProcessLauncher.start(name, acceptor.credentials()), acceptor);
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
    void prepare(WorkerCommand.Prepare send, long zeroNanoTime) throws IOException {
        send(send);
        while (!(receive() instanceof WorkerEvent.Prepared)) {
            // it sends the events of its warm-up, too, which warms up that code
        }
        clock = ClockOffset.align(this::itsNanoTime);
        LOG.debug("process {}: {}", process.pid(), clock);
        send(new WorkerCommand.Begin(clock.there(zeroNanoTime)));
    }

    private long itsNanoTime() throws IOException {
        send(new WorkerCommand.Ping());
        while (true) {
            if (receive() instanceof WorkerEvent.Clock(long nanoTime)) {
                return nanoTime;
            }
        }
    }

    void send(WorkerCommand send) throws IOException {
        try {
            pipe().send(send);
        } catch (IOException e) {
            disconnected = true;
            throw e;
        }
    }

    /** Sends a command; ignores it if the process is gone. */
    void sendIfAlive(WorkerCommand send) {
        try {
            send(send);
        } catch (IOException e) {
            LOG.debug("process {} is gone; its reader will find out", process.pid(), e);
        }
    }

    WorkerEvent receive() throws IOException {
        try {
            return pipe().receive();
        } catch (IOException e) {
            disconnected = true;
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

    /** Converts a reading of the process's clock to this process's clock. */
    long here(long itsNanoTime) {
        return clock.here(itsNanoTime);
    }

    /**
     * Returns whether it can execute commands. The end of the connection is noticed before that of
     * the process.
     */
    boolean isAlive() {
        return !disconnected && process.isAlive();
    }

    /** Returns the CPU time of the process in nanoseconds, or -1 if it is not reported. */
    long cpuNanos() {
        return process.info().totalCpuDuration().map(cpu -> cpu.toNanos()).orElse(-1L);
    }

    /**
     * Describes how it ended, or why it cannot be used any more, and what it printed last.
     *
     * @param fault the exception here that showed it
     */
    String ending(Throwable fault) throws InterruptedException {
        OptionalInt code = launcher.exitCode();
        String how = killReason;
        if (how == null) {
            how = code.isPresent() ? "exit code " + code.getAsInt() : ExceptionText.of(fault);
        }
        String words = launcher.lastLines();
        return words.isEmpty() ? how : how + "; it said: " + words;
    }

    /** Asks the process to end, and does not wait; {@link #receive} then throws. */
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
        disconnected = true;
        if (closer.fault() != null) {
            LOG.warn("process {} could not be closed", process.pid(), closer.fault());
        }
    }

    /** Ends the process at once. */
    void kill() {
        disconnected = true; // the process itself may take a moment to end
        process.destroyForcibly();
    }

    /**
     * Ends the process at once.
     *
     * @param why described in place of the exit code
     */
    void kill(String why) {
        killReason = why;
        kill();
    }

    /** Waits until the process has ended. */
    void awaitEnd() throws InterruptedException {
        try {
            if (!process.waitFor(MAX_END_MILLIS, TimeUnit.MILLISECONDS)) {
                kill();
                process.waitFor();
            }
        } finally {
            end(new Closer());
        }
    }
}
