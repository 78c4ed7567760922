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

/** A worker process that does not do as it should. */
final class MisbehavingWorker {

    /** What it does in place of its duty. */
    enum Habit {
        /** Connects, and says something else than its token. */
        SAYS_ANOTHER_TOKEN,
        /** Connects, and ends in the middle of its token. */
        ENDS_IN_ITS_TOKEN,
        /** Says its token and then that a record of two gigabytes follows. */
        CLAIMS_A_HUGE_RECORD,
        /** Says its token and then bytes that are no record. */
        SENDS_RUBBISH,
        /** Reports of a task that there is not. */
        REPORTS_OF_ANOTHER_TASK,
        /** Is ready, and ends when it gets a task. */
        DIES_OF_A_TASK
    }

    private MisbehavingWorker() {}

    /** Behaves. */
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

    /** Ends with a code as soon as it was cut off. */
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

    /** Waits for its end afterwards: this is not what ends it. */
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
