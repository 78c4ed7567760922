package dev.overlap.engine.request;

import dev.overlap.trace.FailureKind;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Follows the redirects of one fetch, at most {@value #MOST}.
 *
 * <p>Source: RFC 9110, section 15.4. Overlap only ever redirects requests without a body.
 */
public final class RedirectPolicy implements RequestPolicy {

    static final int MOST = 10;

    private final String task;
    private int followed;

    /**
     * @param task as people see it
     */
    public RedirectPolicy(String task) {
        this.task = task;
    }

    @Override
    public @Nullable Ask next(HttpExchangeRequest request, ResponseHead reply)
            throws TaskFailedException {
        String location = reply.location();
        if (location == null || !isRedirect(reply.status())) {
            return null;
        }
        if (++followed > MOST) {
            throw new TaskFailedException(
                    FailureKind.TOO_MANY_REDIRECTS,
                    task
                            + " redirects more than "
                            + MOST
                            + " times. Open it in a browser to see where it goes.");
        }
        return Ask.atOnce(request.redirected(target(request, location, task + " redirects")));
    }

    private static boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    /**
     * Where a Location points.
     *
     * @param who the begin of the sentence if it points nowhere, such as {@code lab:/a redirects}
     */
    static URI target(HttpExchangeRequest request, String location, String who)
            throws TaskFailedException {
        URI target;
        try {
            target = request.uri().resolve(new URI(location));
        } catch (URISyntaxException e) {
            throw new TaskFailedException(
                    FailureKind.MALFORMED,
                    who + " to something that is not a URL. Ask the site's owner.");
        }
        String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
        if ((!scheme.equals("http") && !scheme.equals("https")) || target.getHost() == null) {
            throw new TaskFailedException(
                    FailureKind.REDIRECT_REFUSED,
                    "%s to a \"%s:\" address. Overlap follows redirects to http and https only."
                            .formatted(who, scheme));
        }
        return target;
    }
}
