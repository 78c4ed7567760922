package dev.overlap.program;

import dev.overlap.trace.Exchange;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the hosts that a program could not connect to. */
final class Unreachable {

    private Unreachable() {}

    /** Returns the names of hosts at whose look-up or connect a task has failed. */
    static List<String> hosts(Trace trace) {
        List<String> hosts = new ArrayList<>();
        for (TaskTrack task : trace.tasksSoFar()) {
            if (task.outcome() instanceof Outcome.Failed && hasNotConnected(task)) {
                host(task.exchanges().getLast())
                        .filter(host -> !hosts.contains(host))
                        .ifPresent(hosts::add);
            }
        }
        return hosts;
    }

    private static boolean hasNotConnected(TaskTrack task) {
        for (int segment = task.segments() - 1; segment >= 0; segment--) {
            Phase phase = task.phase(segment);
            if (phase == Phase.DNS || phase == Phase.CONNECT) {
                return !task.exchanges().isEmpty();
            }
            if (phase.holdsConnection()) {
                return false;
            }
        }
        return false;
    }

    private static Optional<String> host(Exchange exchange) {
        try {
            return Optional.ofNullable(URI.create(exchange.url()).getHost());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
