package dev.overlap.engine.http;

import dev.overlap.engine.task.CleanupInterceptor;
import dev.overlap.engine.task.Closer;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.proxy.ProxySettings;

import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.ScheduledExecutorService;

import javax.net.ssl.SSLContext;

/**
 * The HTTP clients for the workers of one run, created on demand, so that a model only pays for
 * what it uses.
 *
 * <p>Threads: the driver thread creates and closes; workers only use what the driver has created,
 * except for {@link #blocking}, which is thread-safe.
 */
public final class HttpClients implements AutoCloseable {

    private final NetworkAccess network;
    private final SSLContext ssl;
    private final ConnectionSettings settings;
    private final URI lab;
    private final ScheduledExecutorService timer;
    private final AsyncDnsResolver resolver;
    private final ConnectionGate gate;
    private final CleanupInterceptor cleanup;
    private @Nullable AsyncClient async;
    private @Nullable BlockingClient blocking;

    public HttpClients(
            NetworkAccess network,
            ConnectionSettings settings,
            URI lab,
            ScheduledExecutorService timer) {
        this(network, settings, lab, timer, ConnectionGate.OPEN, CleanupInterceptor.PLAIN);
    }

    /**
     * Creates clients with a gate.
     *
     * @param gate precedes the pool of the blocking client
     * @param cleanup receives the actions that end the run
     * @throws IllegalArgumentException with a message, if the system's certificates are to be
     *     trusted and cannot be read
     */
    public HttpClients(
            NetworkAccess network,
            ConnectionSettings settings,
            URI lab,
            ScheduledExecutorService timer,
            ConnectionGate gate,
            CleanupInterceptor cleanup) {
        this.gate = gate;
        this.cleanup = cleanup;
        this.network = network;
        this.ssl = network.ssl(settings);
        this.settings = settings;
        this.lab = lab;
        this.timer = timer;
        this.resolver = new AsyncDnsResolver(network.resolver());
    }

    /** Returns whether this is the real network of the system, which its other processes share. */
    public boolean areOfThisSystem() {
        return network.isOfThisSystem();
    }

    /** Returns the proxies that other programs would use. */
    public ProxySettings proxies() {
        return network.proxies();
    }

    public URI lab() {
        return lab;
    }

    public CleanupInterceptor ender() {
        return cleanup;
    }

    public ScheduledExecutorService timer() {
        return timer;
    }

    public synchronized AsyncClient async() {
        try {
            if (async == null) {
                async = new AsyncClient(resolver, timer, ssl, settings);
            }
            return async;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized BlockingClient blocking() {
        if (blocking == null) {
            blocking = new BlockingClient(resolver, timer, ssl, settings, gate);
        }
        return blocking;
    }

    /** Empties the pools. */
    public synchronized void cool() throws InterruptedException {
        if (async != null) {
            async.cool();
        }
        if (blocking != null) {
            blocking.cool();
        }
    }

    /** Opens connections in advance with the clients created by the warm-up. */
    public synchronized void open(
            HttpHost host, int count, Timeout atMost, ExchangeRecorder discarded)
            throws InterruptedException {
        if (async != null && async.isUsed()) {
            async.open(host, count, atMost, discarded);
        }
        if (blocking != null) {
            blocking.open(host, count, atMost, discarded);
        }
    }

    @Override
    public synchronized void close() {
        Closer closer = new Closer(cleanup);
        if (blocking != null) {
            closer.run(blocking::close);
        }
        if (async != null) {
            closer.run(async::close);
        }
        closer.run(resolver::close).rethrow();
    }
}
