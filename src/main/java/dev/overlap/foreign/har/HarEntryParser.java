package dev.overlap.foreign.har;

import dev.overlap.foreign.JsonFile;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * Reads one entry of an archive. Headers, cookies, parameters and bodies are skipped and never
 * kept; nor are a user in an address and the content of a {@code data:} address.
 */
final class HarEntryParser {

    private static final int MAX_ADDRESS = 8_000;
    private static final int MAX_NAME = 100;

    /** With any offset or none, as some programs write it. */
    private static final DateTimeFormatter INSTANT =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .appendPattern("[XXX][XX][X]")
                    .toFormatter(Locale.ROOT);

    /** Later instants do not fit into nanoseconds. */
    private static final int LAST_YEAR = 2200;

    private final HarTimes times = new HarTimes();
    private final HarReply reply = new HarReply();
    private @Nullable Long start;
    private String method = "";
    private String url = "";
    private String connection = "";
    private String server = "";

    /** Reads the entry that begins with the current token. */
    void read(JsonParser parser) {
        JsonFile.eachField(parser, this::readField);
    }

    private void readField(JsonParser parser) {
        switch (parser.currentName()) {
            case "startedDateTime" -> start = epochNanos(HarText.of(parser, MAX_NAME));
            case "time" -> times.setTotal(parser);
            case "request" -> JsonFile.eachField(parser, this::readRequest);
            case "response" -> JsonFile.eachField(parser, reply::read);
            case "timings" -> JsonFile.eachField(parser, it -> times.add(it.currentName(), it));
            case "connection" -> connection = HarText.of(parser, MAX_NAME);
            case "serverIPAddress" -> server = HarText.of(parser, MAX_NAME);
            default -> parser.skipChildren();
        }
    }

    private void readRequest(JsonParser parser) {
        switch (parser.currentName()) {
            case "method" -> method = HarText.of(parser, MAX_NAME).toUpperCase(Locale.ROOT);
            case "url" -> url = HarAddress.shown(HarText.whole(parser), MAX_ADDRESS);
            default -> parser.skipChildren();
        }
    }

    private static @Nullable Long epochNanos(String text) {
        try {
            var parsed = INSTANT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            Instant instant =
                    parsed instanceof OffsetDateTime zoned
                            ? zoned.toInstant()
                            : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
            boolean fits =
                    instant.getEpochSecond() >= 0
                            && instant.atOffset(ZoneOffset.UTC).getYear() <= LAST_YEAR;
            return fits ? instant.getEpochSecond() * 1_000_000_000 + instant.getNano() : null;
        } catch (DateTimeException _) {
            return null;
        }
    }

    /** Returns whether it has an address; an entry without one is no request. */
    boolean isRequest() {
        return !url.isEmpty();
    }

    String method() {
        return method.isEmpty() ? "GET" : method;
    }

    String url() {
        return url;
    }

    /** Returns where the reply redirects; empty if nowhere. */
    String redirect() {
        return reply.redirect();
    }

    /**
     * Returns the entry, or null if it is not known when it began.
     *
     * @param zeroIsAbsent whether the program writes 0 for phases that did not occur
     */
    @Nullable HarEntry entry(boolean zeroIsAbsent) {
        if (start == null) {
            return null;
        }
        boolean isSecure = url.startsWith("https:") || url.startsWith("wss:");
        var parts = times.parts(isSecure, zeroIsAbsent);
        return new HarEntry(
                start,
                method(),
                url,
                parts,
                reply.told(url),
                new HarEntry.Connection(connection, server + " " + HarAddress.origin(url)),
                new HarEntry.Flaws(times.isOdd(), times.isUnequal(parts), times.isCoarse()));
    }
}
