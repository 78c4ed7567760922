package dev.overlap.engine.request;

import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Task;
import dev.overlap.plan.address.Address;
import dev.overlap.plan.address.UrlException;
import dev.overlap.plan.address.UrlReference;
import dev.overlap.plan.address.WebUrl;
import dev.overlap.proxy.ConfiguredProxy;
import dev.overlap.proxy.ProxySettings;
import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds advice to a failure that may be due to the local network: other programs may leave it
 * through a proxy, or it may inspect TLS.
 *
 * @param settings the connection settings of the run
 * @param proxies the proxies that other programs would use
 */
public record FailureAdvice(ConnectionSettings settings, ProxySettings proxies) {

    private static final String TRUST =
            " Where the network inspects TLS, as in many schools, also trust the system's"
                    + " certificates (--trust-system).";

    /** Returns the outcome of a task with advice, if there is any. */
    public Outcome on(Outcome outcome, Task task, TaskTrack track) {
        return outcome instanceof Outcome.Failed failed
                ? new Outcome.Failed(failed.kind(), failed.sentence() + advice(failed, task, track))
                : outcome;
    }

    private String advice(Outcome.Failed failed, Task task, TaskTrack track) {
        return switch (failed.kind()) {
            case TLS_UNTRUSTED -> settings.trustSystem() ? "" : TRUST;
            case NAME_NOT_FOUND, REFUSED, UNREACHABLE -> proxyAdvice(task, track);
            case TIMED_OUT, RESET -> isConnecting(track) ? proxyAdvice(task, track) : "";
            default -> "";
        };
    }

    /** Returns whether the task has not yet sent a request on the connection that it is opening. */
    private static boolean isConnecting(TaskTrack track) {
        Phase last = track.phase(track.segments() - 1);
        return last == Phase.DNS || last == Phase.CONNECT || last == Phase.TLS;
    }

    private String proxyAdvice(Task task, TaskTrack track) {
        return asked(task, track).flatMap(proxies::proxyFor).map(FailureAdvice::advice).orElse("");
    }

    private static String advice(ConfiguredProxy proxy) {
        return (" Overlap uses no proxy, and this machine's settings name one (%s). If that is the"
                        + " only way out of this network, run sites of the lab (lab:/delay/300):"
                        + " they need none.")
                .formatted(proxy.text());
    }

    /** Returns the URL of the last request, sent or not: a redirect may have changed it. */
    private static Optional<WebUrl> asked(Task task, TaskTrack track) {
        List<String> hosts = hosts(track);
        if (!hosts.isEmpty() && !hosts.getLast().equals(hosts.getFirst())) {
            String host = hosts.getLast();
            return url((host.endsWith(":443") ? "https://" : "http://") + host);
        }
        List<Address> targets = task.steps().targets();
        return !targets.isEmpty() && targets.getFirst() instanceof Address.Web(WebUrl url, _)
                ? Optional.of(url)
                : Optional.empty();
    }

    /** Returns the hosts, with ports, for which connections were requested, in order. */
    private static List<String> hosts(TaskTrack track) {
        List<String> hosts = new ArrayList<>();
        ConnectionLimit limit = track.limit(0);
        while (limit != null) {
            hosts.add(limit.host());
            limit = track.limit(hosts.size());
        }
        return hosts;
    }

    private static Optional<WebUrl> url(String text) {
        try {
            return Optional.of(UrlReference.of(text).absolute());
        } catch (UrlException e) {
            return Optional.empty();
        }
    }
}
