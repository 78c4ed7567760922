package dev.overlap.engine.connect;

import dev.overlap.engine.task.Closer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Opens sockets for the blocking client. A connect blocks its thread: for a single address that of
 * the caller, for several one virtual thread each.
 *
 * <p>Thread-safe.
 */
public record SocketConnector(Executor threads, ScheduledExecutorService timer)
        implements ConnectRace.Connector<Socket> {

    private static final Logger LOG = LoggerFactory.getLogger(SocketConnector.class);

    /** Returns a connector for a name with this many addresses. */
    public static SocketConnector forAddresses(int count, ScheduledExecutorService timer) {
        Executor threads =
                count == 1
                        ? Runnable::run
                        : task -> Thread.ofVirtual().name("overlap-connect").start(task);
        return new SocketConnector(threads, timer);
    }

    @Override
    public ConnectRace.Attempt attempt(
            InetSocketAddress address, ConnectRace.Listener<Socket> listener) {
        return new SocketAttempt(address, listener);
    }

    @Override
    public Future<?> later(Duration delay, Runnable step) {
        return timer.schedule(step, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close(Socket connection) {
        new Closer().run(connection::close).log(LOG, "a socket was not closed as it should");
    }

    private final class SocketAttempt implements ConnectRace.Attempt {

        private final InetSocketAddress address;
        private final ConnectRace.Listener<Socket> listener;
        private final Socket socket = new OpenSocket();

        SocketAttempt(InetSocketAddress address, ConnectRace.Listener<Socket> listener) {
            this.address = address;
            this.listener = listener;
        }

        @Override
        public void begin() {
            threads.execute(this::connect);
        }

        private void connect() {
            try {
                if (listener.begins()) {
                    socket.connect(address);
                    listener.completed(socket);
                }
            } catch (IOException | RuntimeException e) {
                cancel();
                listener.failed(e);
            } catch (Error e) {
                cancel();
                listener.failed(new IOException("a connect failed by a fault of Overlap", e));
            }
        }

        @Override
        public void cancel() {
            close(socket);
        }
    }

    /** A socket that ignores a second connect, which its next user may request. */
    private static final class OpenSocket extends Socket {

        @Override
        public void connect(SocketAddress address, int timeout) throws IOException {
            if (!isConnected()) {
                super.connect(address, timeout);
            }
        }
    }
}
