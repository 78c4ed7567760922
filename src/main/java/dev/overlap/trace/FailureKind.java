package dev.overlap.trace;

/** The kinds of failure that can end a task. */
public enum FailureKind {
    NAME_NOT_FOUND("no such name"),
    REFUSED("refused"),
    UNREACHABLE("unreachable"),
    TLS_EXPIRED("certificate expired"),
    TLS_UNTRUSTED("not trusted"),
    TLS_WRONG_HOST("wrong name"),
    TLS_FAILED("TLS failed"),
    TIMED_OUT("timed out"),
    DEADLOCK("deadlock"),
    RESET("reset"),
    CLOSED_EARLY("closed early"),
    MALFORMED("malformed reply"),
    TOO_LARGE("too large"),
    TOO_MANY_REDIRECTS("redirect loop"),
    REDIRECT_REFUSED("bad redirect"),
    BAD_URL("bad URL"),
    JOB_REFUSED("job refused"),
    JOB_FAILED("job failed"),
    NO_LOCATION("no Location"),
    LOCATION_CIRCLE("Location circle"),
    TOO_MANY_FILES("too many files"),
    WORKER_DIED("worker died"),
    TOO_MANY_THREADS("too many threads"),
    /** An exception of a program that is watched. */
    RAISED("raised"),
    OTHER("failed");

    private final String words;

    FailureKind(String words) {
        this.words = words;
    }

    /** Returns a short label of one to three words, drawn at the end of a task's bar. */
    public String words() {
        return words;
    }
}
