package dev.overlap.lab;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * A reply that is ready to be sent.
 *
 * @param body null if the status allows none
 */
record LabReply(HttpResponse head, @Nullable ResponseBody body) {

    static LabReply ok(ResponseBody body) {
        return new LabReply(head(200), body);
    }

    static LabReply waited(int millis) {
        return text(200, "This reply was held back for " + millis + " ms.");
    }

    static LabReply status(int code) {
        return switch (code) {
            case 204, 205, 304 -> new LabReply(head(code), null);
            default -> text(code, "This reply has status " + code + ", as its URL asks.");
        };
    }

    static LabReply redirect(int left) {
        if (left == 0) {
            return text(200, "The redirects end here.");
        }
        String next = "/redirect/" + (left - 1);
        return text(302, "Go on at " + next + ".").with(HttpHeaders.LOCATION, next);
    }

    static LabReply job(JobId job, long nowMicros) {
        if (job.startedMicros() > nowMicros) {
            return refused(404, "There is no such job; start one with POST /jobs?takes=ms.");
        }
        if (job.leftMicros(nowMicros) == 0) {
            return text(200, "The job is done; it took " + job.takesMillis() + " ms.");
        }
        return text(202, "The job is not done yet; ask again at its Location.")
                .with(HttpHeaders.LOCATION, job.location())
                .with(HttpHeaders.RETRY_AFTER, String.valueOf(job.retryAfterSeconds(nowMicros)));
    }

    static LabReply refused(int code, String sentence) {
        LabReply reply = text(code, sentence);
        return code == 405 ? reply.with(HttpHeaders.ALLOW, "GET, POST") : reply;
    }

    static LabReply echo(HttpRequest request, long bodyBytes) {
        StringBuilder lines = new StringBuilder(request.getMethod()).append(' ');
        lines.append(request.getPath()).append('\n');
        for (Header header : request.getHeaders()) {
            lines.append(header.getName()).append(": ").append(header.getValue()).append('\n');
        }
        lines.append("\nThe body had ").append(bodyBytes).append(" bytes.\n");
        return ok(TextBody.plain(lines.toString()));
    }

    /**
     * Returns the same reply as a page that says which host the lab played; one without a sentence
     * of the lab stays as it is.
     *
     * @param host its name, normalized
     */
    LabReply asPageOf(String host) {
        return body instanceof TextBody text && text.isSentence()
                ? new LabReply(head, TextBody.page(host, text.text().strip()))
                : this;
    }

    private static LabReply text(int code, String line) {
        return new LabReply(head(code), TextBody.sentence(line + "\n"));
    }

    private static HttpResponse head(int code) {
        HttpResponse head = new BasicHttpResponse(code);
        head.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return head;
    }

    private LabReply with(String name, String value) {
        head.setHeader(name, value);
        return this;
    }
}
