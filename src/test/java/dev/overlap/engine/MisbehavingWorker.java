package dev.overlap.engine;

import dev.overlap.engine.process.MessageChannel;
import dev.overlap.engine.process.WorkerCommand;
import dev.overlap.engine.process.WorkerCredentials;
import dev.overlap.engine.process.WorkerEvent;
import dev.overlap.trace.Phase;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A worker process that violates the protocol. */
final class MisbehavingWorker {

    /** The violations. */
    enum Habit {
        /** Connects and sends a wrong token. */
        SAYS_ANOTHER_TOKEN,
        /** Connects and ends within its token. */
        ENDS_IN_ITS_TOKEN,
        /** Sends its token, then announces a record of two gigabytes. */
        CLAIMS_A_HUGE_RECORD,
        /** Sends its token, then bytes that are not a record. */
        SENDS_RUBBISH,
        /** Sends an event of a task that does not exist. */
        REPORTS_OF_ANOTHER_TASK,
        /** Gets ready, and ends when it receives a task. */
        DIES_OF_A_TASK
    }

    private MisbehavingWorker() {}

    /** Runs the violation that the arguments name. */
    public static void main(String[] words) throws IOException {
        WorkerCredentials credentials = WorkerCredentials.read(System.in);
        switch (Habit.valueOf(words[0])) {
            case SAYS_ANOTHER_TOKEN -> say(credentials, "0".repeat(32), 5);
            case ENDS_IN_ITS_TOKEN -> say(credentials, credentials.token().substring(1), 6);
            case CLAIMS_A_HUGE_RECORD -> send(credentials, Integer.MAX_VALUE);
            case SENDS_RUBBISH -> send(credentials, 4, 0xFFFFFFFF);
            case REPORTS_OF_ANOTHER_TASK ->
                    serve(credentials, new WorkerEvent.Entered(9_999, Phase.WAIT, 0));
            case DIES_OF_A_TASK -> serve(credentials, null);
        }
    }

    /** Ends with an exit code once it is disconnected. */
    private static void say(WorkerCredentials credentials, String token, int code)
            throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(WorkerCredentials.LOOPBACK, credentials.port()));
            socket.getOutputStream().write(token.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            int _ = socket.getInputStream().read();
        } finally {
            System.out.println("nobody knows me");
            System.exit(code);
        }
    }

    /** Sends bytes and then waits to be ended. */
    private static void send(WorkerCredentials credentials, int... words) throws IOException {
        Socket socket = credentials.connect();
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        for (int word : words) {
            out.writeInt(word);
        }
        System.in.transferTo(System.out);
        while (socket.getInputStream().read() >= 0) {
            // until the run closes it
        }
    }

    private static void serve(WorkerCredentials credentials, WorkerEvent answer)
            throws IOException {
        Socket socket = credentials.connect();
        var channel =
                new MessageChannel<>(
                        WorkerCommand.class,
                        socket.getInputStream(),
                        WorkerEvent.class,
                        socket.getOutputStream());
        while (true) {
            switch (channel.receive()) {
                case WorkerCommand.Prepare _ -> channel.send(new WorkerEvent.Prepared());
                case WorkerCommand.Ping _ -> channel.send(new WorkerEvent.Clock(System.nanoTime()));
                case WorkerCommand.Execute _ when answer == null -> {
                    System.err.println("no thank you");
                    System.exit(7);
                }
                case WorkerCommand.Execute _ -> channel.send(answer);
                default -> {}
            }
        }
    }
}
