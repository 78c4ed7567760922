package dev.overlap.engine.request;

import dev.overlap.engine.task.TaskExecution;
import dev.overlap.engine.task.TaskFailures;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;

import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.zip.ZipException;

import javax.net.ssl.SSLException;

/**
 * Converts exceptions of the libraries into outcomes: a kind, and a message that says what
 * happened, to which site, and what to do next. The same fault gives the same outcome with either
 * client.
 */
public final class FailureClassifier {

    private FailureClassifier() {}

    /** Returns the outcome for anything thrown while a task made a request. */
    public static Outcome.Failed of(Throwable thrown, TaskExecution execution) {
        return of(thrown, execution.label(), Credentials.of(execution.task()));
    }

    /** Returns the same for a request without known secrets. */
    public static Outcome.Failed of(Throwable thrown, String label) {
        return of(thrown, label, List.of());
    }

    private static Outcome.Failed of(Throwable thrown, String label, List<String> secrets) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof TaskFailedException failure) {
                return failed(failure.kind(), failure.sentence()); // the message is ours
            }
            if (cause instanceof ConnectFailedException all && all.getCause() != null) {
                Outcome.Failed telling = of(all.getCause(), label, secrets);
                return failed(telling.kind(), telling.sentence() + " " + all.tried());
            }
            FailureKind kind = kind(cause);
            if (kind != null) {
                return failed(kind, sentence(kind, label, cause, secrets));
            }
        }
        return failed(FailureKind.OTHER, sentence(FailureKind.OTHER, label, thrown, secrets));
    }

    private static Outcome.Failed failed(FailureKind kind, String sentence) {
        return new Outcome.Failed(kind, ForeignText.visible(sentence));
    }

    /**
     * Returns whether the connection broke. On a reused one, before any byte of a response, that
     * does not indicate a bad request: the server had closed the connection while it was idle, and
     * the request may be repeated (RFC 9112, section 9.3.1).
     */
    static boolean isBrokenConnection(Throwable thrown) {
        FailureKind kind = of(thrown, "", List.of()).kind();
        return kind == FailureKind.CLOSED_EARLY || kind == FailureKind.RESET;
    }

    /** Returns whether the input was not a response, or only part of one. */
    public static boolean isNoReply(Throwable thrown) {
        return isBrokenConnection(thrown)
                || of(thrown, "", List.of()).kind() == FailureKind.MALFORMED;
    }

    /** Returns the kind of one exception in the chain of causes, or null to check the next one. */
    private static @Nullable FailureKind kind(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (message.contains("Too many open files")) {
            return FailureKind.TOO_MANY_FILES;
        }
        if (message.contains("unable to create native thread")) {
            return FailureKind.TOO_MANY_THREADS;
        }
        return switch (cause) {
            case UnknownHostException _ -> FailureKind.NAME_NOT_FOUND;
            case SSLException _ -> TlsFailureClassifier.of(cause).kind();
            case SocketTimeoutException _ -> FailureKind.TIMED_OUT;
            case NoRouteToHostException _ -> FailureKind.UNREACHABLE;
            case ConnectException _ -> connectKind(message);
            case SocketException _ -> socketKind(message);
            case TruncatedChunkException _,
                    ConnectionClosedException _,
                    NoHttpResponseException _ ->
                    FailureKind.CLOSED_EARLY;
            case MalformedChunkCodingException _, MessageConstraintException _, ZipException _ ->
                    FailureKind.MALFORMED;
            case ProtocolException _ -> cause.getCause() == null ? FailureKind.MALFORMED : null;
            case HttpException _ -> cause.getCause() == null ? FailureKind.MALFORMED : null;
            case IllegalArgumentException _, URISyntaxException _ -> FailureKind.BAD_URL;
            default -> null;
        };
    }

    /**
     * The system gives up a connect after minutes, with the same exception as for a refused one.
     */
    private static FailureKind connectKind(String message) {
        if (message.contains("timed out")) {
            return FailureKind.TIMED_OUT;
        }
        return message.contains("nreachable") ? FailureKind.UNREACHABLE : FailureKind.REFUSED;
    }

    private static @Nullable FailureKind socketKind(String message) {
        if (message.contains("reset") || message.contains("Broken pipe")) {
            return FailureKind.RESET;
        }
        return message.contains("nreachable") ? FailureKind.UNREACHABLE : null;
    }

    private static String notFound(String message) {
        return message.contains("no such interface") || message.contains("no scope_id")
                ? "this machine has no such network interface. Check what follows the %."
                : "no such host name was found. Check the spelling, and the network.";
    }

    private static String sentence(
            FailureKind kind, String label, Throwable cause, List<String> secrets) {
        return switch (kind) {
            case NAME_NOT_FOUND -> label + ": " + notFound(String.valueOf(cause.getMessage()));
            case REFUSED ->
                    "%s refused the connection. Check the port, and that the server is running."
                            .formatted(label);
            case UNREACHABLE -> label + " cannot be reached from here. Check the network.";
            case TLS_EXPIRED, TLS_UNTRUSTED, TLS_WRONG_HOST, TLS_FAILED ->
                    label
                            + ": no secure connection could be made, because "
                            + TlsFailureClassifier.of(cause).because();
            case TIMED_OUT -> label + " did not answer in time. Raise the timeout, or try again.";
            case RESET -> label + " reset the connection. Try again, or ask the site's owner.";
            case CLOSED_EARLY ->
                    label + " closed the connection before its reply was complete. Try again.";
            case MALFORMED ->
                    "%s sent a reply that is not valid HTTP (%s). Check that the port speaks HTTP."
                            .formatted(label, ExceptionText.of(cause, secrets));
            case TOO_MANY_FILES ->
                    label
                            + " could not be opened: this process has too many open files. Run"
                            + " fewer tasks at once.";
            case TOO_MANY_THREADS -> TaskFailures.noThread(label).sentence();
            case BAD_URL ->
                    "%s is not a URL that can be requested (%s)."
                            .formatted(label, ExceptionText.of(cause, secrets));
            case TOO_LARGE,
                    TOO_MANY_REDIRECTS,
                    REDIRECT_REFUSED,
                    JOB_REFUSED,
                    JOB_FAILED,
                    NO_LOCATION,
                    LOCATION_CIRCLE,
                    WORKER_DIED,
                    DEADLOCK,
                    RAISED,
                    OTHER ->
                    label + " failed: " + ExceptionText.of(cause, secrets) + ".";
        };
    }
}
