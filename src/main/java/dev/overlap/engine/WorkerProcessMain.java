package dev.overlap.engine;

import dev.overlap.engine.process.MessageChannel;
import dev.overlap.engine.process.WorkerCommand;
import dev.overlap.engine.process.WorkerCredentials;
import dev.overlap.engine.process.WorkerEvent;
import dev.overlap.engine.process.WorkerProcessLauncher;

import org.jspecify.annotations.Nullable;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.net.Socket;

/**
 * Main class of a worker process: reads from standard input where its parent listens, connects, and
 * then executes commands and reports events until the connection ends, as it does whenever the
 * parent ends. The parent reads what the process prints, and quotes it if the process dies.
 *
 * <p>Threads: the calling thread reads the commands and never blocks in one; see {@link
 * WorkerCommandLoop}.
 */
public final class WorkerProcessMain {

    /** The command line argument that makes this program a worker process. */
    public static final String ARGUMENT = WorkerProcessLauncher.ARGUMENT;

    private WorkerProcessMain() {}

    /** Serves until the connection ends, and never returns. */
    public static void serve() {
        try {
            WorkerCredentials credentials =
                    WorkerCredentials.read(new FileInputStream(FileDescriptor.in));
            if (credentials != null) {
                serve(credentials.connect());
            }
            halt();
        } catch (Throwable e) {
            haltOn(e);
        }
    }

    /** Serves until the connection ends. */
    static void serve(Socket connection) throws IOException {
        MessageChannel<WorkerCommand, WorkerEvent> channel =
                new MessageChannel<>(
                        WorkerCommand.class,
                        connection.getInputStream(),
                        WorkerEvent.class,
                        connection.getOutputStream());
        WorkerCommandLoop commandLoop =
                new WorkerCommandLoop(report -> tell(channel, report), WorkerProcessMain::haltOn);
        for (WorkerCommand next = next(channel); next != null; next = next(channel)) {
            commandLoop.accept(next);
        }
    }

    /** Waits for the next command; null if the parent is gone. */
    private static @Nullable WorkerCommand next(MessageChannel<WorkerCommand, WorkerEvent> channel)
            throws StreamCorruptedException {
        try {
            return channel.receive();
        } catch (StreamCorruptedException e) {
            throw e; // the parent is alive and is to see the error
        } catch (IOException e) {
            return null;
        }
    }

    private static void tell(
            MessageChannel<WorkerCommand, WorkerEvent> channel, WorkerEvent report) {
        try {
            channel.send(report);
        } catch (IOException e) {
            throw halt();
        }
    }

    /** Ends the process at once: no parent is left to which an orderly end would matter. */
    private static IllegalStateException halt() {
        Runtime.getRuntime().halt(0);
        return new IllegalStateException("the process was not halted");
    }

    /** Prints a fatal error, which the parent quotes, and ends the process. */
    static void haltOn(Throwable fault) {
        try {
            fault.printStackTrace();
        } finally { // even if printing runs out of memory
            Runtime.getRuntime().halt(1);
        }
    }
}
