package dev.overlap.engine.http;

import dev.overlap.engine.connect.ConnectRace;

import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Opens sessions for the async client.
 *
 * <p>Problem, seen with HttpCore 5.4: a connect that is cancelled from another thread while the
 * reactor is starting it is lost, and its socket stays open until the system gives up. Solution:
 * cancel on the loop, which cannot be starting it at the same time.
 *
 * <p>Threads: attempts begin on the thread that resolved the name, or on the loop; they end on the
 * loop.
 */
record ReactorConnector(Target target, ExchangeRecorder recorder, Scheduler scheduler)
        implements ConnectRace.Connector<IOSession> {

    /** The parameters of a connect, except for the address. */
    record Target(
            ConnectionInitiator initiator,
            NamedEndpoint endpoint,
            @Nullable SocketAddress local,
            @Nullable Timeout timeout,
            @Nullable Object attachment) {

        Future<IOSession> connect(InetSocketAddress address, FutureCallback<IOSession> callback) {
            return initiator.connect(endpoint, address, local, timeout, attachment, callback);
        }
    }

    /**
     * Runs steps on the reactor thread, now or later. The reactor's own timers are only as precise
     * as its select interval, so a timer thread does the waiting.
     *
     * <p>Thread-safe.
     */
    record Scheduler(ReactorExecutor loop, ScheduledExecutorService timer) {

        /** Runs a step for a task: directly if this is the loop or the loop has ended. */
        void execute(int task, Runnable step) {
            if (EventLoopThread.current() != null) {
                step.run();
            } else {
                loop.execute(task, step, step);
            }
        }

        /**
         * Runs a step for a task after a delay. A loop that was blocked may have pending events
         * that make the step superfluous, so it goes through one more iteration first.
         */
        Future<?> later(int task, Duration delay, Runnable step) {
            return timer.schedule(
                    () -> nextRound(task, () -> nextRound(task, step)),
                    delay.toNanos(),
                    TimeUnit.NANOSECONDS);
        }

        private void nextRound(int task, Runnable step) {
            loop.execute(task, step, () -> {});
        }

        /** Makes the loop check for work again. */
        void wakeUp() {
            loop.wakeUp();
        }
    }

    @Override
    public ConnectRace.Attempt attempt(
            InetSocketAddress address, ConnectRace.Listener<IOSession> listener) {
        return new ReactorAttempt(address, listener);
    }

    @Override
    public Future<?> later(Duration delay, Runnable step) {
        return scheduler.later(recorder.task(), delay, step);
    }

    @Override
    public void close(IOSession connection) {
        connection.close(CloseMode.IMMEDIATE);
    }

    private final class ReactorAttempt implements ConnectRace.Attempt {

        private final InetSocketAddress address;
        private final ConnectRace.Listener<IOSession> listener;
        private final CompletableFuture<Future<IOSession>> connect = new CompletableFuture<>();

        ReactorAttempt(InetSocketAddress address, ConnectRace.Listener<IOSession> listener) {
            this.address = address;
            this.listener = listener;
        }

        @Override
        public void begin() {
            if (listener.begins()) {
                connect.complete(
                        target.connect(address, new OnLoop(listener, recorder, scheduler)));
            }
        }

        @Override
        public void cancel() {
            var _ =
                    connect.thenAccept(
                            begun -> scheduler.execute(recorder.task(), () -> begun.cancel(true)));
        }
    }

    /**
     * Runs a callback as a slice of the loop that belongs to the task, and marks the stack: TLS is
     * started there, by a hook that has no context of its own.
     *
     * <p>Problem, seen with HttpCore 5.4: if no socket can be opened, for example for lack of file
     * descriptors, the reactor fails that one connect and leaves the others in its queue until
     * something else wakes it or its select interval is over: 200 of them took 10 s. Solution: a
     * failed connect wakes it up.
     */
    private record OnLoop(
            FutureCallback<IOSession> callback, ExchangeRecorder recorder, Scheduler scheduler)
            implements FutureCallback<IOSession> {

        @Override
        public void completed(IOSession result) {
            run(() -> callback.completed(result));
        }

        @Override
        public void failed(Exception cause) {
            run(() -> callback.failed(cause));
            scheduler.wakeUp();
        }

        @Override
        public void cancelled() {
            run(callback::cancelled);
        }

        private void run(Runnable body) {
            EventLoopThread loop = EventLoopThread.current();
            if (loop == null) {
                body.run();
                return;
            }
            loop.enter(recorder.task());
            loop.connecting(recorder);
            try {
                body.run();
            } finally {
                loop.connecting(null);
                loop.leave();
            }
        }
    }
}
