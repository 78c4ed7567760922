package dev.overlap.engine.process;

import dev.overlap.plan.Settings;
import dev.overlap.plan.StepSequence;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;

/**
 * A command of a run to a worker process: {@link Prepare} once, {@link Ping} a few times, {@link
 * Begin} once, and then one {@link Execute} after another, each answered by a {@link
 * WorkerEvent.Ended} before the next. The process ends with the connection.
 */
public sealed interface WorkerCommand {

    /**
     * Create the clients and warm up.
     *
     * @param lab where {@code lab:} sites are served
     * @param tlsLab where the lab answers over TLS, or null if TLS is not to be warmed up
     * @param tlsCertificate the certificate to trust there, DER in base 64, or null like {@code
     *     tlsLab}
     * @param hosts the hosts to open a connection to, such as {@code https://example.org}
     * @param properties the system properties that configure networking, as {@code name=value}
     * @param computes whether tasks compute, so that the CPU must be calibrated
     * @param steps whether tasks have several steps, or share something
     * @param outside whether tasks fetch from other servers than the lab, which may ask for TLS
     * @param processes the number of processes that share the connection limits
     */
    record Prepare(
            Settings settings,
            URI lab,
            @Nullable String tlsLab,
            @Nullable String tlsCertificate,
            List<String> hosts,
            List<String> properties,
            boolean computes,
            boolean steps,
            boolean outside,
            int processes)
            implements WorkerCommand {

        public Prepare {
            hosts = List.copyOf(hosts);
            properties = List.copyOf(properties);
        }

        /** Returns a copy for one of several processes. */
        Prepare forOneOf(int count, List<String> itsHosts) {
            return new Prepare(
                    settings,
                    lab,
                    tlsLab,
                    tlsCertificate,
                    itsHosts,
                    properties,
                    computes,
                    steps,
                    outside,
                    count);
        }
    }

    /** Send a reading of the clock. */
    record Ping() implements WorkerCommand {}

    /**
     * The clocks are aligned.
     *
     * @param zeroNanoTime time zero on the clock of the process
     */
    record Begin(long zeroNanoTime) implements WorkerCommand {}

    /**
     * Execute a task.
     *
     * @param task its index
     * @param steps what to do; may contain a password, which is sent nowhere else
     */
    record Execute(int task, StepSequence steps) implements WorkerCommand {}

    /** The task may use a connection now; the answer to {@link WorkerEvent.Asking}. */
    record Lease(int task) implements WorkerCommand {}

    /** The task has what it asked for; the answer to {@link WorkerEvent.Claimed}. */
    record Grant(int task) implements WorkerCommand {}

    /** Stop this task; its outcome is recorded already. */
    record Stop(int task) implements WorkerCommand {}
}
