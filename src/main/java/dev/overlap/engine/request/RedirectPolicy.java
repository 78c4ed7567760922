package dev.overlap.engine.request;

import dev.overlap.plan.Quoting;
import dev.overlap.plan.address.UrlException;
import dev.overlap.plan.address.UrlReference;
import dev.overlap.plan.address.WebUrl;
import dev.overlap.trace.FailureKind;

import org.jspecify.annotations.Nullable;

/**
 * Follows the redirects of one fetch, at most {@value #MOST}.
 *
 * <p>Source: RFC 9110, section 15.4. Overlap only redirects requests without a body.
 */
public final class RedirectPolicy implements RequestPolicy {

    static final int MOST = 10;

    private final String task;
    private int followed;

    /**
     * @param task the label of the task
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
     * Returns the target of a Location.
     *
     * @param who the beginning of the message if it has none, such as {@code lab:/a redirects}
     */
    static WebUrl target(HttpExchangeRequest request, String location, String who)
            throws TaskFailedException {
        try {
            return UrlReference.of(LocationText.of(location))
                    .resolvedAgainst(request.url())
                    .withoutUser();
        } catch (UrlException e) {
            boolean isOther = e.component() == UrlException.Component.SCHEME;
            throw new TaskFailedException(
                    isOther ? FailureKind.REDIRECT_REFUSED : FailureKind.MALFORMED,
                    who + " " + why(e));
        }
    }

    private static String why(UrlException e) {
        return switch (e.component()) {
            case SCHEME ->
                    "to a \"%s:\" address. Overlap follows redirects to http and https only."
                            .formatted(e.text());
            case HOST ->
                    e.text().isEmpty()
                            ? "to an address without a host. Ask the site's owner."
                            : "to %s, which is not a host. Ask the site's owner."
                                    .formatted(Quoting.of(e.text()));
            case PORT ->
                    "to port %s, and there are only 1 to 65535. Ask the site's owner."
                            .formatted(Quoting.of(e.text()));
        };
    }
}
