package dev.overlap.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * A worker process that lives, and the pipe to it.
 *
 * <p>Threads: one thread receives; orders may be given, and {@link #close} called, by any.
 */
final class ProcessLink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessLink.class);

    /** A process that does not go when it is asked to is killed. */
    private static final long PATIENCE_MILLIS = 700;

    private final ProcessLaunch launch;
    private final Process process;
    private final Pipe<ProcessReport, ProcessOrder> pipe;
    private volatile boolean cutOff;
    private PipeClock clock = new PipeClock(0, 0);

    private ProcessLink(ProcessLaunch launch) {
        this.launch = launch;
        process = launch.process();
        pipe =
                new Pipe<>(
                        ProcessReport.class,
                        process.getInputStream(),
                        ProcessOrder.class,
                        process.getOutputStream());
    }

    /** Starts a process; it knows nothing yet. */
    static ProcessLink start(String name) throws IOException {
        return new ProcessLink(ProcessLaunch.start(name));
    }

    /**
     * Waits until the process is ready, and its clock aligned.
     *
     * @param zeroNanoTime time zero of the run
     */
    void prepare(ProcessOrder.Prepare order, long zeroNanoTime) throws IOException {
        order(order);
        while (!(receive() instanceof ProcessReport.Prepared)) {
            // it tells of its rehearsal as it will of tasks, which loads that code, too
        }
        clock = PipeClock.align(this::itsNanoTime);
        LOG.debug("process {}: {}", process.pid(), clock);
        order(new ProcessOrder.Begin(clock.there(zeroNanoTime)));
    }

    private long itsNanoTime() throws IOException {
        order(new ProcessOrder.Ping());
        while (true) {
            if (receive() instanceof ProcessReport.Clock(long nanoTime)) {
                return nanoTime;
            }
        }
    }

    void order(ProcessOrder order) throws IOException {
        try {
            pipe.send(order);
        } catch (IOException e) {
            cutOff = true;
            throw e;
        }
    }

    /** The same, where a process that is gone needs no order any more. */
    void orderIfAlive(ProcessOrder order) {
        try {
            order(order);
        } catch (IOException e) {
            LOG.debug("process {} is gone; its reader will find out", process.pid(), e);
        }
    }

    ProcessReport receive() throws IOException {
        try {
            return pipe.receive();
        } catch (IOException e) {
            cutOff = true;
            throw e;
        }
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

    String ending() throws InterruptedException {
        return launch.ending();
    }

    /** Asks the process to go, and does not wait; whoever receives from it gets an exception. */
    @Override
    public void close() {
        process.destroy();
        // to close its output here could wait for the one who reads it; its end ends that, too
    }

    /** Ends the process at once. */
    void kill() {
        process.destroyForcibly();
    }

    /** Waits until the system has no such process any more. */
    void awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
            kill();
            process.waitFor();
        }
    }
}
