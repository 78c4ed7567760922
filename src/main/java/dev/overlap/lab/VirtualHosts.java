package dev.overlap.lab;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The hosts that a lab plays by name, and how each behaves whatever path it is asked for.
 * Immutable.
 *
 * <p>A behaviour that sends its client elsewhere, a redirect or a job, names paths of the same
 * host; those alone are answered as their URL says, or the client would never arrive.
 */
public final class VirtualHosts {

    /** Their names are passed to keytool on its command line, which must not grow too long. */
    static final int MAX_HOSTS = 200;

    private static final VirtualHosts NONE = new VirtualHosts(Map.of());

    /**
     * What a request asks for.
     *
     * @param host the name of the host that the lab plays; null if it plays none for this request
     */
    record Requested(@Nullable String host, Behaviour behaviour) {}

    private final Map<String, String> targets;

    private VirtualHosts(Map<String, String> targets) {
        this.targets = targets;
    }

    /** Returns no hosts: every request is answered as its URL declares. */
    static VirtualHosts none() {
        return NONE;
    }

    /**
     * Parses declarations such as {@code www.google.com=300ms}, {@code www.google.com=1.5s} or
     * {@code www.google.com=lab:/status/503?delay=100}.
     *
     * @throws IllegalArgumentException with a sentence, if one of them is not understood or a host
     *     has two
     */
    public static VirtualHosts of(List<String> declarations) {
        Map<String, String> targets = new LinkedHashMap<>();
        for (String text : declarations) {
            HostDeclaration declared = HostDeclaration.parse(text);
            if (targets.put(declared.host(), declared.target()) != null) {
                throw new IllegalArgumentException(
                        "%s is declared twice, and can behave in one way only."
                                .formatted(declared.host()));
            }
        }
        if (targets.size() > MAX_HOSTS) {
            throw new IllegalArgumentException(
                    "The lab plays %d hosts at most, and %d are declared."
                            .formatted(MAX_HOSTS, targets.size()));
        }
        return new VirtualHosts(targets);
    }

    /**
     * Returns the names of the hosts in the order of their declarations: lower case, ASCII (as in
     * {@code xn--bcher-kva.example}), without a trailing dot.
     */
    public List<String> names() {
        return List.copyOf(targets.keySet());
    }

    /**
     * Returns what a request asks for.
     *
     * @param host from its {@code Host} header or {@code :authority}, without port; null if it has
     *     none
     * @param target path and query
     */
    Requested requested(@Nullable String host, String method, String target) {
        Behaviour asked = UrlBehaviourParser.parse(method, target);
        String name = host == null || targets.isEmpty() ? null : HostName.normalized(host);
        String declared = name == null ? null : targets.get(name);
        if (declared == null) {
            return new Requested(null, asked);
        }
        Behaviour played = UrlBehaviourParser.parse(method, declared);
        return new Requested(name, goesOn(declared, asked) ? asked : played);
    }

    private static boolean goesOn(String declared, Behaviour asked) {
        Behaviour first = UrlBehaviourParser.parse("POST", declared);
        return switch (asked) {
            case Behaviour.Redirect(int left) ->
                    first instanceof Behaviour.Redirect(int most) && left < most;
            case Behaviour.AskJob _ -> first instanceof Behaviour.StartJob;
            case Behaviour.Delay _,
                    Behaviour.Bytes _,
                    Behaviour.Status _,
                    Behaviour.Hang _,
                    Behaviour.Reset _,
                    Behaviour.Close _,
                    Behaviour.StartJob _,
                    Behaviour.Echo _,
                    Behaviour.Describe _,
                    Behaviour.Refuse _ ->
                    false;
        };
    }
}
