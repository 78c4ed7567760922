package dev.overlap.engine.http;

import dev.overlap.engine.task.Closer;

import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a cancel reach the exchange.
 *
 * <p>Problem, seen with HttpClient 5.6.5: {@code AsyncConnectExec} stores the lease of the
 * connection as what a cancel is to cancel. On a reused connection the lease is over before that
 * call returns; the exchange has stored itself by then and is overwritten. A cancel then does
 * nothing, and the exchange goes on until its server ends it.
 *
 * <p>Remedy: a dependency that keeps all it was ever given and cancels all of it, the latest first.
 */
final class CancelPropagationInterceptor implements AsyncExecChainHandler {

    private static final Logger LOG = LoggerFactory.getLogger(CancelPropagationInterceptor.class);

    @Override
    public void execute(
            HttpRequest request,
            AsyncEntityProducer entity,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        All all = new All();
        scope.cancellableDependency.setDependency(all);
        AsyncExecChain.Scope watched =
                new AsyncExecChain.Scope(
                        scope.exchangeId,
                        scope.route,
                        scope.originalRequest,
                        all,
                        scope.clientContext,
                        scope.execRuntime,
                        scope.scheduler,
                        scope.execCount);
        chain.proceed(request, entity, watched, callback);
    }

    /** Threads: safe for all; nothing is cancelled under the lock. */
    private static final class All implements CancellableDependency {

        private final List<Cancellable> all = new ArrayList<>(3);
        private boolean cancelled;

        @Override
        public void setDependency(Cancellable cancellable) {
            synchronized (this) {
                if (!cancelled) {
                    all.add(cancellable);
                    return;
                }
            }
            cancellable.cancel();
        }

        @Override
        public synchronized boolean isCancelled() {
            return cancelled;
        }

        @Override
        public boolean cancel() {
            List<Cancellable> mine;
            synchronized (this) {
                if (cancelled) {
                    return false;
                }
                cancelled = true;
                mine = List.copyOf(all);
                all.clear();
            }
            new Closer().forEach(mine.reversed(), All::cancel).rethrow();
            return true;
        }

        /**
         * The pool throws if the loop gives a connection back that is being discarded here: that is
         * one of the two orders in which they can race, and no reason not to cancel the rest.
         */
        private static void cancel(Cancellable one) {
            try {
                one.cancel();
            } catch (IllegalStateException e) {
                LOG.debug("cancelled while it ended by itself", e);
            }
        }
    }
}
