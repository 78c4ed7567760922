package dev.overlap.engine;

import dev.overlap.engine.process.MessageChannel;
import dev.overlap.engine.process.WorkerCommand;
import dev.overlap.engine.process.WorkerCredentials;
import dev.overlap.engine.process.WorkerEvent;
import dev.overlap.engine.process.WorkerProcessLauncher;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.net.Socket;

/**
 * This program as a worker of another one: it is told on standard input where that listens,
 * connects, and then takes orders and reports, until the connection ends. That ends with whoever
 * started it, however that ends. What it prints is read by the other one, and quoted if it dies.
 *
 * <p>Threads: the caller's reads the orders, and is never kept by one; see {@link
 * WorkerCommandLoop}.
 */
public final class WorkerProcessMain {

    /** The word on the command line that makes this program a worker. */
    public static final String WORD = WorkerProcessLauncher.WORD;

    private WorkerProcessMain() {}

    /** Serves until the connection ends, and never returns. */
    public static void serve() {
        try {
            WorkerCredentials ticket =
                    WorkerCredentials.read(new FileInputStream(FileDescriptor.in));
            if (ticket == null) {
                leave();
            } else {
                serve(ticket.connect());
            }
        } catch (Throwable e) {
            dieOf(e);
        }
    }

    private static void serve(Socket connection) throws IOException {
        MessageChannel<WorkerCommand, WorkerEvent> channel =
                new MessageChannel<>(
                        WorkerCommand.class,
                        connection.getInputStream(),
                        WorkerEvent.class,
                        connection.getOutputStream());
        WorkerCommandLoop duty =
                new WorkerCommandLoop(report -> tell(channel, report), WorkerProcessMain::dieOf);
        while (true) {
            duty.accept(next(channel));
        }
    }

    private static WorkerCommand next(MessageChannel<WorkerCommand, WorkerEvent> channel)
            throws StreamCorruptedException {
        try {
            return channel.receive();
        } catch (StreamCorruptedException e) {
            throw e; // there is somebody, who has to be told
        } catch (IOException e) {
            throw leave();
        }
    }

    private static void tell(
            MessageChannel<WorkerCommand, WorkerEvent> channel, WorkerEvent report) {
        try {
            channel.send(report);
        } catch (IOException e) {
            throw leave();
        }
    }

    /** At once: nobody is left to whom an orderly end would matter. */
    private static IllegalStateException leave() {
        Runtime.getRuntime().halt(0);
        return new IllegalStateException("a process that was halted goes on");
    }

    /** A process that cannot do its duty is of no use: the run sees its end, and quotes this. */
    static void dieOf(Throwable fault) {
        try {
            fault.printStackTrace();
        } finally { // also where there is no memory left to print with
            Runtime.getRuntime().halt(1);
        }
    }
}
