package dev.overlap.engine.process;

import dev.overlap.plan.Settings;
import dev.overlap.plan.Site;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;

/**
 * What a run tells a worker process: {@link Prepare} once, {@link Ping} a few times, {@link Begin}
 * once, and then one {@link Execute} after another, each to be answered by a {@link
 * WorkerEvent.Ended} before the next one. The end of the pipe is the end of the process.
 */
public sealed interface WorkerCommand {

    /**
     * Get everything ready, and load the code by warming up.
     *
     * @param lab where {@code lab:} sites are served
     * @param tlsLab where the lab answers over TLS, or null where TLS is not to be warmed up
     * @param tlsCertificate the one to trust there, DER in base 64, or null as {@code tlsLab}
     * @param hosts to open a connection to, such as {@code https://example.org}
     * @param properties of the system that decide about networks, as {@code name=value}
     * @param computes whether tasks compute, so that the pace of the process must be known
     * @param processes how many share the limits of connections
     */
    record Prepare(
            Settings settings,
            URI lab,
            @Nullable String tlsLab,
            @Nullable String tlsCertificate,
            List<String> hosts,
            List<String> properties,
            boolean computes,
            int processes)
            implements WorkerCommand {

        public Prepare {
            hosts = List.copyOf(hosts);
            properties = List.copyOf(properties);
        }

        /** The same for one of so many processes. */
        Prepare among(int count, List<String> itsHosts) {
            return new Prepare(
                    settings, lab, tlsLab, tlsCertificate, itsHosts, properties, computes, count);
        }
    }

    /** Read your clock, now. */
    record Ping() implements WorkerCommand {}

    /**
     * The clocks are aligned.
     *
     * @param zeroNanoTime time zero as the clock of the process would have read it
     */
    record Begin(long zeroNanoTime) implements WorkerCommand {}

    /**
     * Carry out a task.
     *
     * @param task its index
     * @param site what to do; may hold a password, which travels nowhere but here
     */
    record Execute(int task, Site site) implements WorkerCommand {}

    /** The task may use a connection now; the answer to {@link WorkerEvent.Asking}. */
    record Lease(int task) implements WorkerCommand {}

    /** Give this task up; it has an outcome already. */
    record Stop(int task) implements WorkerCommand {}
}
