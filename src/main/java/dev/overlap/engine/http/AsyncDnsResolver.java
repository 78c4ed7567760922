package dev.overlap.engine.http;

import dev.overlap.engine.task.Abort;
import dev.overlap.engine.task.DaemonThread;
import dev.overlap.engine.task.TaskExecution;

import org.jspecify.annotations.Nullable;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Resolves host names on its own threads. The system's resolver blocks and cannot be interrupted:
 * on the loop it would block everything, and on a worker it would outlast a cancel. Here it delays
 * only its caller, and an abandoned lookup ends on its daemon thread, named {@code overlap-dns-N}.
 *
 * <p>Threads: may be called from any thread. There is one resolver per run; {@link #close} ends
 * idle threads at once.
 */
public final class AsyncDnsResolver implements AutoCloseable {

    private static final int MAX_THREADS = 64;
    private static final Pattern FIGURES = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private final NameResolver resolver;
    private final ThreadPoolExecutor threads;

    public AsyncDnsResolver(NameResolver resolver) {
        this.resolver = resolver;
        AtomicInteger number = new AtomicInteger();
        threads =
                new ThreadPoolExecutor(
                        MAX_THREADS,
                        MAX_THREADS,
                        1,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        task -> DaemonThread.of(task, "overlap-dns-" + number.incrementAndGet()));
        threads.allowCoreThreadTimeOut(true);
    }

    /** Is notified when a lookup begins and ends. */
    interface Listener {
        void resolving();

        void resolved();
    }

    /** Returns whether a host is a literal address, which needs no lookup. */
    static boolean isLiteral(String host) {
        return host.startsWith("[") || host.indexOf(':') >= 0 || FIGURES.matcher(host).matches();
    }

    /** Looks up a name on a separate thread. Cancelling the future abandons the lookup. */
    CompletableFuture<List<InetAddress>> begin(String host, Listener listener) {
        Answer answer = new Answer();
        answer.running = threads.submit(() -> resolve(host, listener, answer));
        return answer;
    }

    /**
     * Looks up a name and waits for the answer on the calling thread. Stopping the task ends the
     * wait.
     *
     * @throws UnknownHostException if there is no answer, for whatever reason
     */
    List<InetAddress> await(String host, Listener listener, TaskExecution execution)
            throws UnknownHostException {
        CompletableFuture<List<InetAddress>> answer = begin(host, listener);
        Abort outer = execution.onStop(() -> answer.cancel(true));
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnknownHostException unknown ? unknown : unknown(host, e);
        } catch (CancellationException e) {
            throw unknown(host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, e);
        } finally {
            if (outer != null) {
                execution.onStop(outer);
            }
        }
    }

    private static UnknownHostException unknown(String host, Throwable cause) {
        UnknownHostException unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }

    private void resolve(
            String host, Listener listener, CompletableFuture<List<InetAddress>> answer) {
        if (answer.isDone()) {
            return;
        }
        try {
            listener.resolving();
            List<InetAddress> found = resolver.resolve(ascii(host));
            listener.resolved();
            answer.complete(found);
        } catch (UnknownHostException e) {
            answer.completeExceptionally(e);
        } catch (Throwable e) {
            // whatever a resolver throws, including errors, ends only this task
            answer.completeExceptionally(unknown(host, e));
        }
    }

    /**
     * Returns the name in the form that resolvers expect. Seen with HttpCore 5.4.4: its {@code
     * Host} converts the ASCII form of a name back into other scripts.
     */
    private static String ascii(String host) {
        boolean is = host.chars().allMatch(c -> c < 0x80);
        return is ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Interrupts its lookup when cancelled, as far as the system's resolver responds to that. */
    private static final class Answer extends CompletableFuture<List<InetAddress>> {

        private volatile @Nullable Future<?> running;

        @Override
        public boolean cancel(boolean mayInterrupt) {
            Future<?> lookup = running;
            if (lookup != null) {
                lookup.cancel(mayInterrupt);
            }
            return super.cancel(mayInterrupt);
        }
    }
}
