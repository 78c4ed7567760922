package dev.overlap.foreign.har;

import dev.overlap.foreign.JsonFile;
import dev.overlap.text.interchange.ArchiveText;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The reply of one entry, or why there is none. */
final class HarReply {

    private static final int MAX_REASON = 200;
    private static final int MAX_VERSION = 20;
    private static final int MAX_ADDRESS = 8_000;
    private static final String ABORTED = "ERR_ABORTED";

    /** Chromium's words for failures that Overlap knows, too; the first that fits counts. */
    private static final Map<String, FailureKind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("NAME_NOT_RESOLVED", FailureKind.NAME_NOT_FOUND);
        KINDS.put("CONNECTION_REFUSED", FailureKind.REFUSED);
        KINDS.put("ADDRESS_UNREACHABLE", FailureKind.UNREACHABLE);
        KINDS.put("INTERNET_DISCONNECTED", FailureKind.UNREACHABLE);
        KINDS.put("TIMED_OUT", FailureKind.TIMED_OUT);
        KINDS.put("CONNECTION_RESET", FailureKind.RESET);
        KINDS.put("CONNECTION_CLOSED", FailureKind.CLOSED_EARLY);
        KINDS.put("EMPTY_RESPONSE", FailureKind.CLOSED_EARLY);
        KINDS.put("CERT_DATE_INVALID", FailureKind.TLS_EXPIRED);
        KINDS.put("CERT_AUTHORITY_INVALID", FailureKind.TLS_UNTRUSTED);
        KINDS.put("CERT_COMMON_NAME_INVALID", FailureKind.TLS_WRONG_HOST);
        KINDS.put("ERR_CERT", FailureKind.TLS_FAILED);
        KINDS.put("ERR_SSL", FailureKind.TLS_FAILED);
        KINDS.put("TOO_MANY_REDIRECTS", FailureKind.TOO_MANY_REDIRECTS);
        KINDS.put("INVALID_HTTP_RESPONSE", FailureKind.MALFORMED);
    }

    private int status;
    private long bodySize = -1;
    private long transferSize = -1;
    private long contentSize = -1;
    private String version = "";
    private String reason = "";
    private String redirect = "";

    /** Reads one field, with its value. */
    void read(JsonParser parser) {
        switch (parser.currentName()) {
            case "status" -> status = Math.clamp(number(parser), 0, 999);
            case "httpVersion" -> version = HarText.of(parser, MAX_VERSION);
            case "bodySize" -> bodySize = number(parser);
            case "_transferSize" -> transferSize = number(parser);
            case "redirectURL" -> redirect = HarAddress.shown(HarText.whole(parser), MAX_ADDRESS);
            case "content" -> JsonFile.eachField(parser, this::readContent);
            case "_error", "_failureText" -> readReason(parser);
            default -> parser.skipChildren();
        }
    }

    private void readContent(JsonParser parser) {
        if (parser.currentName().equals("size")) {
            contentSize = number(parser);
        } else {
            parser.skipChildren();
        }
    }

    private void readReason(JsonParser parser) {
        String told = HarText.of(parser, MAX_REASON);
        reason = told.isEmpty() ? reason : told;
    }

    private static long number(JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return (long) Math.clamp(parser.getDoubleValue(), -1, 1e15);
        }
        parser.skipChildren();
        return -1;
    }

    /** Returns where it redirects; empty if nowhere. */
    String redirect() {
        return redirect;
    }

    /** Returns the reply to a request for an address. */
    HarEntry.Reply told(String url) {
        boolean replied = status >= 100;
        long bytes = bodySize >= 0 ? bodySize : transferSize >= 0 ? transferSize : contentSize;
        bytes = replied ? Math.max(0, bytes) : 0;
        return new HarEntry.Reply(
                version.toUpperCase(Locale.ROOT),
                replied ? status : 0,
                bytes,
                replied ? new Outcome.Answered(status, bytes) : failure(url));
    }

    private Outcome failure(String url) {
        if (reason.contains(ABORTED)) {
            return new Outcome.Cancelled();
        }
        return new Outcome.Failed(
                KINDS.entrySet().stream()
                        .filter(kind -> reason.contains(kind.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(FailureKind.OTHER),
                ArchiveText.noReply(url, reason));
    }
}
