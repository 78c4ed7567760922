package dev.overlap.engine;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * This program as a worker of another one: reads orders on standard input, and reports on standard
 * output, until the input ends. It ends when whoever started it does, however that ends: then there
 * is nobody left at the other end of the pipe.
 *
 * <p>Threads: the caller's reads the orders, and is never kept by one; see {@link ProcessDuty}.
 */
public final class WorkerProcess {

    /** The word on the command line that makes this program a worker. */
    public static final String WORD = "worker-process";

    private WorkerProcess() {}

    /** Serves until the input ends, and never returns. */
    public static void serve() {
        Pipe<ProcessOrder, ProcessReport> pipe =
                new Pipe<>(
                        ProcessOrder.class,
                        new FileInputStream(FileDescriptor.in),
                        ProcessReport.class,
                        new FileOutputStream(FileDescriptor.out));
        System.setOut(System.err); // what any library prints must not come into the pipe
        try {
            ProcessDuty duty = new ProcessDuty(report -> tell(pipe, report));
            while (true) {
                duty.accept(pipe.receive());
            }
        } catch (IOException e) {
            leave();
        }
    }

    private static void tell(Pipe<ProcessOrder, ProcessReport> pipe, ProcessReport report) {
        try {
            pipe.send(report);
        } catch (IOException e) {
            leave();
        }
    }

    /** At once: nobody is left to whom an orderly end would matter. */
    private static void leave() {
        Runtime.getRuntime().halt(0);
    }
}
