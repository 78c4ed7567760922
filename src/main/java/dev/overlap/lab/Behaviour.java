package dev.overlap.lab;

/** The behaviour that the URL of a request declares. Times are milliseconds. */
sealed interface Behaviour {

    /** Replies 200 after {@code millis}. */
    record Delay(int millis) implements Behaviour {}

    /** Replies 200 at once, then spreads {@code count} bytes evenly over {@code millis}. */
    record Bytes(long count, int millis) implements Behaviour {}

    /** Replies {@code code} after {@code delayMillis}. */
    record Status(int code, int delayMillis) implements Behaviour {}

    /** Replies 302 to {@code /redirect/(left - 1)}, or 200 if {@code left} is 0. */
    record Redirect(int left) implements Behaviour {}

    /** Never replies. Ends when the peer closes the connection. */
    record Hang() implements Behaviour {}

    /** Resets the TCP connection after {@code afterMillis}, with no reply. */
    record Reset(int afterMillis) implements Behaviour {}

    /** Replies 200, sends part of the body, and ends the connection {@code afterMillis} later. */
    record Close(int afterMillis) implements Behaviour {}

    /** Starts a job that takes {@code takesMillis} from now: replies 202 with the URL to poll. */
    record StartJob(int takesMillis) implements Behaviour {}

    /** Polls a job: replies 202 until it is done, then 200. */
    record AskJob(JobId job) implements Behaviour {}

    /** Replies with the method, the headers and the body size of the request, as text. */
    record Echo() implements Behaviour {}

    /** Describes the lab. */
    record Describe() implements Behaviour {}

    /** Replies with an error and a sentence on what is wrong with the request. */
    record Refuse(int code, String sentence) implements Behaviour {}

    /**
     * Returns the declared time from the request to the last byte of the reply, or to the end of
     * the connection.
     */
    default int declaredMillis() {
        return switch (this) {
            case Delay(int millis) -> millis;
            case Bytes(long _, int millis) -> millis;
            case Status(int _, int delayMillis) -> delayMillis;
            case Reset(int afterMillis) -> afterMillis;
            case Close(int afterMillis) -> afterMillis;
            case Redirect _, Hang _, StartJob _, AskJob _, Echo _, Describe _, Refuse _ -> 0;
        };
    }
}
