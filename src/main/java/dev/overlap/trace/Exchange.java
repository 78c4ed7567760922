package dev.overlap.trace;

/**
 * One request and its reply, as far as it has come. A task that is redirected has several.
 *
 * @param number its place among the exchanges of its task, from 0
 * @param startNanos when it began, since time zero
 * @param url what was asked for, free of secrets
 * @param connection identity of the connection, unique within the run; empty until there is one
 * @param reused whether an earlier exchange had used that connection
 * @param version of HTTP as the reply says it, such as {@code HTTP/1.1}; empty until there is a
 *     reply
 * @param status the HTTP status code; 0 until there is a reply
 * @param bytes of the body as they came over the wire
 * @param sentAfterMillis how long the lab says it really took from the request to its reply; NaN
 *     where nobody says
 * @param declaredMillis how long the lab declares that it takes from the request to the last byte
 *     of the reply; NaN where nobody does
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

    /** A request that has no connection yet. */
    public static Exchange begin(int number, long startNanos, String url) {
        return new Exchange(number, startNanos, url, "", false, "", 0, 0, Double.NaN, Double.NaN);
    }

    /** The same once it has a connection. */
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

    /** The same once the head of its reply has come. */
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

    /** The same with so many bytes of its reply's body. */
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
