package dev.overlap.engine;

import dev.overlap.trace.Failure;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Follows the redirects of one task, at most {@value #MOST}. Done here, not in the client, so that
 * the async and the classic API behave alike and every hop is an exchange of its own in the trace.
 *
 * <p>Source: RFC 9110, section 15.4. Overlap only ever redirects requests without a body.
 */
final class Redirects {

    static final int MOST = 10;

    private final String task;
    private int followed;

    /**
     * @param task as people see it
     */
    Redirects(String task) {
        this.task = task;
    }

    /**
     * The request to make next.
     *
     * @return null if the reply is the last one
     * @throws Fault if the redirect must not or cannot be followed
     */
    @Nullable Request next(Request request, Reply reply) throws Fault {
        String location = reply.location();
        if (location == null || !isRedirect(reply.status())) {
            return null;
        }
        if (++followed > MOST) {
            throw new Fault(
                    Failure.TOO_MANY_REDIRECTS,
                    task
                            + " redirects more than "
                            + MOST
                            + " times. Open it in a browser to see where it goes.");
        }
        return request.redirected(target(request, location));
    }

    private static boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    private URI target(Request request, String location) throws Fault {
        URI target;
        try {
            target = request.uri().resolve(new URI(location));
        } catch (URISyntaxException e) {
            throw new Fault(
                    Failure.MALFORMED,
                    task + " redirects to something that is not a URL. Ask the site's owner.");
        }
        String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
        if ((!scheme.equals("http") && !scheme.equals("https")) || target.getHost() == null) {
            throw new Fault(
                    Failure.REDIRECT_REFUSED,
                    "%s redirects to a \"%s:\" address. Overlap follows redirects to http and https only."
                            .formatted(task, scheme));
        }
        return target;
    }
}
