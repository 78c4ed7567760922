package dev.overlap.text;

import dev.overlap.trace.Exchange;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.TraceMoment;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Describes one task at one moment. */
public final class TaskText {

    private static final Pattern DECLARED = Pattern.compile("(?:/delay/|[?&]delay=)(\\d{1,9})");

    private TaskText() {}

    /** Summarises the state of a task, such as {@code 200 · HTTP/1.1 · new connection}. */
    public static String summary(TaskTrack task, TraceMoment moment) {
        List<String> words = new ArrayList<>();
        words.add(state(task, moment));
        Exchange exchange = lastExchange(task, moment);
        if (exchange != null && isAnswered(task, moment) && !exchange.version().isEmpty()) {
            words.add(exchange.version());
        }
        if (exchange != null && isConnected(task, exchange, moment)) {
            words.add(exchange.reused() ? "reused connection" : "new connection");
        }
        return String.join(" \u00b7 ", words);
    }

    /** Returns how a task ended, or the phase that it is in, in a word or two. */
    public static String state(TaskTrack task, TraceMoment moment) {
        Outcome outcome = outcome(task, moment);
        return switch (outcome) {
            case null -> currentPhase(task, moment);
            case Outcome.Answered(int status, long _) -> Integer.toString(status);
            case Outcome.Computed _ -> "computed";
            case Outcome.Done _ -> "done";
            case Outcome.Failed(var kind, String _) -> kind.words();
            case Outcome.Cancelled _ -> "cancelled";
        };
    }

    private static String currentPhase(TaskTrack task, TraceMoment moment) {
        long horizon = moment.horizonNanos();
        int segment = task.segmentAt(horizon);
        return segment < 0
                ? "not started"
                : ResourceText.words(moment.trace(), task, segment, horizon);
    }

    /** A replay knows the connection in advance, but must not show it early. */
    private static boolean isConnected(TaskTrack task, Exchange exchange, TraceMoment moment) {
        int last = moment.replayed() ? task.segmentAt(moment.horizonNanos()) : -1;
        boolean begun = !moment.replayed() || isAnswered(task, moment);
        for (int s = task.segmentAt(exchange.startNanos()); !begun && s >= 0 && s <= last; s++) {
            begun = task.phase(s).isWork() && task.begin(s) >= exchange.startNanos();
        }
        return begun && !exchange.connection().isEmpty();
    }

    private static boolean isAnswered(TaskTrack task, TraceMoment moment) {
        return outcome(task, moment) instanceof Outcome.Answered;
    }

    private static @Nullable Outcome outcome(TaskTrack task, TraceMoment moment) {
        return moment.hasEnded(task) ? task.outcome() : null;
    }

    private static @Nullable Exchange lastExchange(TaskTrack task, TraceMoment moment) {
        Exchange last = null;
        for (Exchange exchange : task.exchanges()) {
            if (exchange.startNanos() <= moment.horizonNanos()) {
                last = exchange;
            }
        }
        return last;
    }

    /** Further remarks: redirects, bytes, the lab's timing, why it failed, addresses tried. */
    public static String remarks(TaskTrack task, TraceMoment moment) {
        List<String> sentences = new ArrayList<>();
        switch (outcome(task, moment)) {
            case null -> {}
            case Outcome.Answered(int _, long bytes) -> {
                sentences.add(detours(task) + NumberFormats.count(bytes, "byte") + " received.");
                sentences.add(labClock(task));
            }
            case Outcome.Computed _, Outcome.Done _ -> {}
            case Outcome.Failed(var _, String reason) -> sentences.add(reason);
            case Outcome.Cancelled _ -> sentences.add("It was stopped before it had finished.");
        }
        sentences.addAll(ConnectAttemptText.lines(task, moment));
        sentences.removeIf(String::isEmpty);
        return String.join("\n", sentences);
    }

    /** The exchanges before the last one, by what they were answered. */
    private static String detours(TaskTrack task) {
        List<Exchange> before = task.exchanges();
        before = before.subList(0, Math.max(0, before.size() - 1));
        int redirects = (int) before.stream().filter(TaskText::isRedirect).count();
        int others = before.size() - redirects;
        List<String> words = new ArrayList<>();
        if (redirects > 0) {
            words.add(NumberFormats.count(redirects, "redirect"));
        }
        if (others > 0) {
            words.add(NumberFormats.count(others, "earlier request"));
        }
        return words.isEmpty() ? "" : String.join(" and ", words) + ", then the answer. ";
    }

    private static boolean isRedirect(Exchange exchange) {
        return exchange.status() / 100 == 3;
    }

    private static String labClock(TaskTrack task) {
        if (task.exchanges().isEmpty()) {
            return "";
        }
        Exchange last = task.exchanges().getLast();
        if (Double.isNaN(last.sentAfterMillis())) {
            return "";
        }
        Matcher declared = DECLARED.matcher(last.url());
        return "The lab sent its reply after "
                + NumberFormats.oneDecimal(last.sentAfterMillis())
                + " ms"
                + (declared.find()
                        ? " ("
                                + NumberFormats.count(Long.parseLong(declared.group(1)))
                                + " ms declared)."
                        : ".");
    }
}
