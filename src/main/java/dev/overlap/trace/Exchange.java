package dev.overlap.trace;

/**
 * One request and its reply, complete or under way. A task that is redirected has several.
 *
 * @param number index among the exchanges of its task
 * @param startNanos when it began, since time zero
 * @param url the requested URL, without credentials
 * @param connection identity of the connection, unique within the run; empty until it is known
 * @param reused whether an earlier exchange had used that connection
 * @param version the HTTP version of the reply, such as {@code HTTP/1.1}; empty until there is a
 *     reply
 * @param status the HTTP status code; 0 until there is a reply
 * @param bytes of the body as received, still compressed
 * @param sentAfterMillis the time from request to reply as measured by the lab; NaN for other
 *     servers
 * @param declaredMillis the time from the request to the last byte of the reply as declared by the
 *     lab; NaN for other servers
 */
public record Exchange(
        int number,
        long startNanos,
        String url,
        String connection,
        boolean reused,
        String version,
        int status,
        long bytes,
        double sentAfterMillis,
        double declaredMillis) {

    /** Returns an exchange whose request has no connection yet. */
    public static Exchange begin(int number, long startNanos, String url) {
        return new Exchange(number, startNanos, url, "", false, "", 0, 0, Double.NaN, Double.NaN);
    }

    /** Returns a copy with a connection. */
    public Exchange on(String connection, boolean reused) {
        return new Exchange(
                number,
                startNanos,
                url,
                connection,
                reused,
                version,
                status,
                bytes,
                sentAfterMillis,
                declaredMillis);
    }

    /** Returns a copy with the head of the reply. */
    public Exchange replied(
            String version, int status, double sentAfterMillis, double declaredMillis) {
        return new Exchange(
                number,
                startNanos,
                url,
                connection,
                reused,
                version,
                status,
                bytes,
                sentAfterMillis,
                declaredMillis);
    }

    /** Returns a copy with the number of body bytes received. */
    public Exchange received(long bytes) {
        return new Exchange(
                number,
                startNanos,
                url,
                connection,
                reused,
                version,
                status,
                bytes,
                sentAfterMillis,
                declaredMillis);
    }
}
