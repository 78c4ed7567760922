package dev.overlap.lab;

/** What the lab is to do with one request, as its URL declares it. Times are milliseconds. */
sealed interface Behaviour {

    /** Replies 200 after {@code millis}. */
    record Delay(int millis) implements Behaviour {}

    /** Replies 200 at once, then spreads {@code count} bytes evenly over {@code millis}. */
    record Bytes(long count, int millis) implements Behaviour {}

    /** Replies {@code code} after {@code delayMillis}. */
    record Status(int code, int delayMillis) implements Behaviour {}

    /** Replies 302 to {@code /redirect/(left - 1)}, and 200 when nothing is left. */
    record Redirect(int left) implements Behaviour {}

    /** Never replies. Ends when the peer goes away. */
    record Hang() implements Behaviour {}

    /** Resets the TCP connection after {@code afterMillis}, with no reply. */
    record Reset(int afterMillis) implements Behaviour {}

    /** Replies 200, sends part of the body, and ends the connection {@code afterMillis} later. */
    record Close(int afterMillis) implements Behaviour {}

    /** Starts a job that takes {@code takesMillis} from now: 202 and where to ask for it. */
    record StartJob(int takesMillis) implements Behaviour {}

    /** Asks for a job: 202 until it has taken its time, then 200. */
    record AskJob(JobId job) implements Behaviour {}

    /** Replies with the method, the headers and the body size of the request, as text. */
    record Echo() implements Behaviour {}

    /** Describes the lab. */
    record Describe() implements Behaviour {}

    /** Says in one sentence why the request is not understood. */
    record Refuse(int code, String sentence) implements Behaviour {}

    /** How long it takes from the request to the last byte of the reply, or to the end it makes. */
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
