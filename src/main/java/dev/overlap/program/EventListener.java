package dev.overlap.program;

import dev.overlap.engine.task.Closer;
import dev.overlap.engine.task.DaemonThread;
import dev.overlap.protocol.EventLineReader;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The port at which watched processes tell their events, one connection for each. It listens on the
 * loopback address only, where any user of the machine can connect: whoever does not begin with the
 * token of this run is cut off.
 *
 * <p>Closing it cuts all connections, by which the tracers of processes that are still there end
 * them.
 *
 * <p>Threads: one accepts, and each connection has a reader of its own; all are daemons. Any thread
 * may close.
 */
final class EventListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventListener.class);

    /** More processes than this are not watched at once. */
    private static final int MAX_CONNECTIONS = 1_000;

    private static final int MAX_MILLIS_TO_HELLO = 10_000;
    private static final int TOKEN_BYTES = 16;

    /** Takes what the processes tell. */
    interface Streams {

        /**
         * Begins the stream of a process; called by its reader.
         *
         * @param hello its first line
         * @param token that the line must hold
         * @return what takes the following lines, or null if the line is no hello of this run
         */
        @Nullable Stream open(byte[] hello, String token);
    }

    /** Takes the lines of one process, and its end; called by its reader only. */
    interface Stream {
        void take(byte[] line);

        void end();
    }

    private final ServerSocket server;
    private final Streams streams;
    private final String token;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private EventListener(ServerSocket server, Streams streams) {
        this.server = server;
        this.streams = streams;
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        token = HexFormat.of().formatHex(random);
    }

    /** Listens on a free port. */
    static EventListener open(Streams streams) throws IOException {
        ServerSocket server =
                new ServerSocket(0, MAX_CONNECTIONS, InetAddress.getLoopbackAddress());
        EventListener listener = new EventListener(server, streams);
        DaemonThread.of(listener::acceptAll, "program-events").start();
        return listener;
    }

    /** Returns the value of {@code OVERLAP_TRACE} for the program. */
    String address() {
        String host = server.getInetAddress().getHostAddress();
        return "tcp:" + host + ":" + server.getLocalPort() + ":" + token;
    }

    /** Returns the number of processes that are connected, or are about to say hello. */
    int connections() {
        return connections.size();
    }

    private void acceptAll() {
        while (!closed) {
            try {
                accept(server.accept());
            } catch (IOException e) {
                if (!closed) {
                    LOG.warn("a process could not be watched", e);
                }
            }
        }
    }

    private void accept(Socket connection) throws IOException {
        connections.add(connection);
        if (closed || connections.size() > MAX_CONNECTIONS) {
            connections.remove(connection);
            connection.close();
            return;
        }
        DaemonThread.of(() -> read(connection), "program-events-reader").start();
    }

    private void read(Socket connection) {
        try (connection) {
            EventLineReader lines = new EventLineReader(connection.getInputStream());
            connection.setSoTimeout(MAX_MILLIS_TO_HELLO);
            byte[] hello = lines.next();
            Stream stream = hello == null ? null : streams.open(hello, token);
            if (stream != null) {
                connection.setSoTimeout(0);
                readAll(lines, stream);
            }
        } catch (IOException e) {
            LOG.debug("a watched process was cut off", e);
        } catch (RuntimeException | Error e) {
            LOG.warn("a watched process is not read any more", e);
        } finally {
            connections.remove(connection);
        }
    }

    private static void readAll(EventLineReader lines, Stream stream) throws IOException {
        try {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                stream.take(line);
            }
        } finally {
            stream.end();
        }
    }

    @Override
    public void close() {
        closed = true;
        Throwable fault =
                new Closer().run(server::close).forEach(connections, Socket::close).fault();
        if (fault != null) {
            LOG.warn("a connection of a watched program could not be closed", fault);
        }
    }
}
