package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.assertAnswered;
import static dev.overlap.testkit.TraceAssertions.atOnce;
import static dev.overlap.testkit.TraceAssertions.awaitPhase;
import static dev.overlap.testkit.TraceAssertions.failed;
import static dev.overlap.testkit.TraceAssertions.millis;
import static dev.overlap.testkit.TraceAssertions.phases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.Run;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.RawConnection;
import dev.overlap.testkit.RawServer;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Tests polling of jobs with blocking calls and on the loop. */
class PollTest {

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "thread-pool", "event-loop", "blocked-loop"})
    void aJobOfTheLabIsAskedForUntilItIsDone(String model) {
        Trace trace = RIG.run(EngineExtension.plan(model, "poll:lab:/jobs?takes=150"));

        assertThat(trace.task(0).outcome())
                .isInstanceOfSatisfying(
                        Outcome.Answered.class,
                        answered -> assertThat(answered.status()).isEqualTo(200));
        List<Exchange> exchanges = trace.task(0).exchanges();
        assertThat(exchanges).hasSizeGreaterThanOrEqualTo(2); // a slow machine asks seldom
        assertThat(exchanges.getFirst().url()).isEqualTo("lab:/jobs?takes=150");
        assertThat(exchanges)
                .extracting(Exchange::status)
                .startsWith(202)
                .endsWith(200)
                .containsOnlyOnce(200)
                .containsOnly(202, 200);
        assertThat(exchanges.getLast().url()).startsWith("lab:/jobs/");
        assertThat(exchanges).extracting(Exchange::reused).startsWith(false).contains(true);
    }

    @Test
    void aThreadSleepsInThePauseAndOnTheLoopATimerWaits() throws IOException {
        Map<String, String> twice =
                Map.of("POST /jobs", started("/jobs/1"), "GET /jobs/1", pending() + " | 200 OK");
        assertThat(phases(run("sequential", twice), 0))
                .containsExactly(
                        Phase.QUEUED,
                        Phase.LEASE,
                        Phase.CONNECT,
                        Phase.SEND,
                        Phase.WAIT,
                        Phase.RECEIVE,
                        Phase.PAUSE,
                        Phase.LEASE,
                        Phase.SEND,
                        Phase.WAIT,
                        Phase.RECEIVE,
                        Phase.PAUSE,
                        Phase.LEASE,
                        Phase.SEND,
                        Phase.WAIT,
                        Phase.RECEIVE);
        assertThat(phases(run("event-loop", twice), 0))
                .containsExactly(
                        Phase.QUEUED,
                        Phase.READY,
                        Phase.LEASE,
                        Phase.CONNECT,
                        Phase.SEND,
                        Phase.WAIT,
                        Phase.RECEIVE,
                        Phase.PAUSE,
                        Phase.READY,
                        Phase.LEASE,
                        Phase.SEND,
                        Phase.WAIT,
                        Phase.RECEIVE,
                        Phase.PAUSE,
                        Phase.READY,
                        Phase.LEASE,
                        Phase.SEND,
                        Phase.WAIT,
                        Phase.RECEIVE);
    }

    @Test
    void pausesOverlapOnTheLoopAndHoldAThreadOtherwise() {
        Trace loop = RIG.run(EngineExtension.plan("event-loop", "poll:lab:/jobs?takes=400 x5"));
        assertThat(atOnce(loop, Phase.PAUSE)).isEqualTo(5);
        assertThat(loop.worker(0).busyNanos(loop.wallNanos())).isLessThan(loop.wallNanos() / 2);

        Trace thread = RIG.run(EngineExtension.plan("sequential", "poll:lab:/jobs?takes=100 x2"));
        assertThat(atOnce(thread, Phase.PAUSE)).isOne();
        WorkerTrack worker = thread.worker(0);
        for (int task = 0; task < 2; task++) {
            assertThat(worker.end(task) - worker.begin(task))
                    .as("occupied by task %s, pauses included", task)
                    .isGreaterThan(Math.round(millis(thread, task, Phase.PAUSE) * 1e6) - 1);
        }
    }

    /** The possible replies for a job and its outcome, the same with both clients. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    200 OK                           ; -                          ; 200
                    201 Created, Location: /jobs/1   ; -                          ; 201
                    204 No Content                   ; -                          ; 204
                    202 Accepted, Location: /jobs/1  ; 200 OK                     ; 200
                    202 Accepted, Location: jobs/1   ; 200 OK                     ; 200
                    202 Accepted, Location: BASE/jobs/1 ; 202 Accepted | 200 OK   ; 200
                    202 Accepted, Location: /jobs/1  ; 202 Accepted, Location: /moved ; 200
                    202 Accepted, Location: /jobs/1  ; 303 See Other, Location: /result ; 200
                    202 Accepted, Location: /jobs/1  ; 302 Found, Location: BASE/result ; 200
                    202 Accepted, Location: /jobs    ; 200 OK                     ; 200
                    303 See Other, Location: /result ; -                          ; 200
                    307 Temporary Redirect, Location: /elsewhere ; 200 OK         ; 200
                    202 Accepted                     ; -                          ; NO_LOCATION
                    303 See Other                    ; -                          ; NO_LOCATION
                    202 Accepted, Location: /jobs/1  ; 302 Found                  ; NO_LOCATION
                    202 Accepted, Location: ftp://a/ ; -                          ; REDIRECT_REFUSED
                    202 Accepted, Location: http://[ ; -                          ; MALFORMED
                    302 Found, Location: /elsewhere  ; -                          ; REDIRECT_REFUSED
                    404 Not Found                    ; -                          ; JOB_REFUSED
                    202 Accepted, Operation-Location: jobs/1 ; 200 OK             ; 200
                    202 Accepted, Content-Location: BASE/jobs/1 ; 200 OK          ; 200
                    202 Accepted, Location: /jobs/1, Operation-Location: /no, Content-Location: /no ; 200 OK ; 200
                    202 Accepted, Content-Location: /no, Operation-Location: /jobs/1 ; 200 OK ; 200
                    202 Accepted, Location: , Operation-Location: /jobs/1         ; 200 OK ; 200
                    202 Accepted, Operation-Location: , Content-Location: /jobs/1 ; 200 OK ; 200
                    202 Accepted, Location: /jobs/1  ; 202 Accepted, Operation-Location: /moved ; 200
                    202 Accepted, Location: /jobs/1  ; 202 Accepted, Content-Location: /no | 200 OK ; 200
                    202 Accepted, Location: /jobs/1  ; 302 Found, Operation-Location: /result ; NO_LOCATION
                    303 See Other, Content-Location: /result ; -                  ; NO_LOCATION
                    202 Accepted, Operation-Location: ftp://a/ ; -                ; REDIRECT_REFUSED
                    202 Accepted, Content-Location: http://[ ; -                  ; MALFORMED
                    429 Too Many Requests            ; -                          ; JOB_REFUSED
                    429 Too Many Requests, Retry-After: soon ; -                  ; JOB_REFUSED
                    503 Service Unavailable          ; -                          ; JOB_FAILED
                    429 Too Many Requests, Retry-After: 0 | 202 Accepted, Location: /jobs/1 ; 200 OK ; 200
                    503 Service Unavailable, Retry-After: Mon, 02 Mar 1998 10:00:00 GMT | 201 Created ; - ; 201
                    202 Accepted, Location: /jobs/1  ; 429 Too Many Requests, Retry-After: 0 | 503 Service Unavailable, Retry-After: 0 | 200 OK ; 200
                    202 Accepted, Location: /jobs/1  ; 503 Service Unavailable | 429 Too Many Requests | 200 OK ; 200
                    202 Accepted, Location: /jobs/1  ; 502 Bad Gateway | 200 OK   ; JOB_FAILED
                    500 Internal Server Error, Retry-After: 0 | 200 OK ; -        ; JOB_FAILED
                    202 Accepted, Location: /jobs/1  ; 410 Gone                   ; JOB_FAILED
                    202 Accepted, Location: /jobs/1  ; 500 Internal Server Error  ; JOB_FAILED
                    202 Accepted, Location: /jobs/1  ; 202 Accepted, Location: /back | 200 OK ; 200
                    202 Accepted, Location: /there   ; 200 OK                     ; 200
                    202 Accepted, Location: /jobs/1  ; 302 Found, Location: /back ; LOCATION_CIRCLE
                    202 Accepted, Location: /jobs/1  ; 302 Found, Location: /jobs/1 ; LOCATION_CIRCLE
                    307 Temporary Redirect, Location: /jobs ; -                   ; LOCATION_CIRCLE
                    202 Accepted, Location: /on/1    ; -                          ; LOCATION_CIRCLE
                    """)
    void theRepliesDecideAndBothClientsAgree(String post, String get, String end)
            throws IOException {
        Map<String, String> replies =
                Map.of(
                        "POST /jobs", post,
                        "POST /elsewhere", "202 Accepted, Location: /jobs/1",
                        "GET /jobs", get,
                        "GET /jobs/1", get,
                        "GET /moved", "202 Accepted, Location: /moved | 200 OK",
                        "GET /result", "200 OK",
                        "GET /back", "302 Found, Location: /jobs/1",
                        "GET /there", "202 Accepted, Location: /again",
                        "GET /again", "202 Accepted, Location: /there | 200 OK");
        for (String model : List.of("sequential", "event-loop")) {
            Trace trace = run(model, replies);
            assertThat(end(trace)).as("%s of %s", model, trace.task(0).outcome()).isEqualTo(end);
        }
    }

    private static String end(Trace trace) {
        return switch (trace.task(0).outcome()) {
            case Outcome.Answered(int status, _) -> String.valueOf(status);
            case Outcome.Failed(FailureKind kind, String sentence) -> {
                assertThat(sentence).startsWith("poll:http://127.0.0.1:").endsWith(".");
                yield kind.name();
            }
            case null, default -> String.valueOf(trace.task(0).outcome());
        };
    }

    /**
     * Whatever a server may answer, one after another; by both clients, in every model that
     * fetches.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "threads",
                "thread-pool",
                "virtual-threads",
                "process-pool",
                "event-loop",
                "blocked-loop",
                "loop-offload"
            })
    void aJobIsFollowedWhereverItsServerSendsIt(String model) throws IOException {
        Map<String, String> replies =
                Map.of(
                        "POST /jobs",
                        "503 Service Unavailable, Retry-After: 0 | 202 Accepted,"
                                + " Operation-Location: one",
                        "GET /one",
                        "202 Accepted, Location: /two | 303 See Other, Location: /end",
                        "GET /two",
                        "429 Too Many Requests, Retry-After: 0 | 202 Accepted, Location:" + " one",
                        "GET /end",
                        "200 OK");
        Trace trace = run(model, replies);

        assertAnswered(trace, 0);
        assertThat(trace.task(0).exchanges())
                .extracting(one -> one.status() + one.url().replaceFirst(".*:\\d+", " "))
                .containsExactly(
                        "503 /jobs",
                        "202 /jobs",
                        "202 /one",
                        "429 /two",
                        "202 /two",
                        "303 /one",
                        "200 /end");
        assertThat(phases(trace, 0)).filteredOn(Phase.PAUSE::equals).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "event-loop"})
    void theTimeoutEndsAJobThatIsSentToAndFroForEver(String model) throws IOException {
        try (RawServer server =
                api(
                        Map.of(
                                "POST /jobs", started("/a"),
                                "GET /a", started("/b"),
                                "GET /b", started("/a")))) {
            Settings hasty = Settings.DEFAULT.withTimeout(Duration.ofMillis(900));
            Trace trace = RIG.run(EngineExtension.plan(model, hasty, site(server)));

            assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.TIMED_OUT);
            assertThat(trace.task(0).exchanges()).hasSizeGreaterThan(3);
        }
    }

    /** Named by the job's server, but another one: it is not told the password. */
    @ParameterizedTest
    @ValueSource(strings = {"sequential", "event-loop"})
    void anOperationOnAnotherServerIsAskedForWithoutTheUser(String model) throws IOException {
        try (RawServer elsewhere = api(Map.of("GET /jobs/1", "200 OK"));
                RawServer server =
                        api(
                                Map.of(
                                        "POST /jobs",
                                        "202 Accepted, Operation-Location: http://127.0.0.1:"
                                                + elsewhere.port()
                                                + "/jobs/1"))) {
            String site = "poll:http://me:pw@127.0.0.1:" + server.port() + "/jobs";
            assertAnswered(RIG.run(EngineExtension.plan(model, site)), 0);

            assertThat(server.requests().getFirst()).contains("\r\nAuthorization: Basic ");
            assertThat(elsewhere.requests())
                    .singleElement()
                    .asString()
                    .doesNotContainIgnoringCase("authorization");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "event-loop"})
    void retryAfterIsKeptInSecondsAndAsADate(String model) throws IOException {
        for (String when :
                List.of(
                        "Retry-After: 1",
                        "Date: Mon, 02 Mar 2026 10:00:00 GMT, Retry-After: Mon, 02 Mar 2026"
                                + " 10:00:01 GMT")) {
            for (String reply : List.of(started("/jobs/1"), "429 Too Many Requests", "503 Busy")) {
                Trace trace =
                        run(
                                model,
                                Map.of(
                                        "POST /jobs",
                                        reply + ", " + when + " | 303 See Other, Location: /jobs/1",
                                        "GET /jobs/1",
                                        "200 OK"));
                assertAnswered(trace, 0);
                assertThat(millis(trace, 0, Phase.PAUSE)).as(reply + when).isGreaterThan(999.0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "event-loop", "blocked-loop"})
    void aPauseEndsWhenTheRunIsCancelled(String model) throws IOException {
        try (RawServer server = api(Map.of("POST /jobs", started("/1") + ", Retry-After: 600"))) {
            Run run = RIG.start(EngineExtension.plan(model, site(server)));
            awaitPhase(run.trace(), 0, Phase.PAUSE);

            run.cancel();

            assertThat(run.trace().task(0).outcome()).isEqualTo(new Outcome.Cancelled());
            assertThat(run.done().toCompletableFuture()).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "event-loop", "blocked-loop"})
    void theTimeoutOfTheTaskHoldsForItsPausesToo(String model) throws IOException {
        try (RawServer server =
                api(Map.of("POST /jobs", started("/1") + ", Retry-After: 99999999999999"))) {
            Settings hasty = Settings.DEFAULT.withTimeout(Duration.ofSeconds(1));
            Trace trace = RIG.run(EngineExtension.plan(model, hasty, site(server), "lab:/delay/1"));

            assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.TIMED_OUT);
            assertThat(failed(trace, 0).sentence()).contains("in the phase \"pause\"");
            assertAnswered(trace, 1);
        }
    }

    /** The server may have processed the first request just before it closed. */
    @ParameterizedTest
    @ValueSource(strings = {"sequential", "event-loop"})
    void aPostIsNotSentAgainOnceItWasOnItsWay(String model) throws IOException {
        try (RawServer server =
                RawServer.start(
                        rawConnection -> {
                            rawConnection.readRequest();
                            rawConnection.reply("200 OK");
                            rawConnection.readRequest(); // closes without a reply
                        })) {
            Settings one =
                    Settings.DEFAULT.withConnections(ConnectionSettings.DEFAULT.withPerHost(1));
            Trace trace = RIG.run(EngineExtension.plan(model, one, site(server) + " x2"));

            List<Boolean> answered =
                    trace.tasks().stream().map(task -> task.outcome().isSuccess()).toList();
            assertThat(answered).containsExactlyInAnyOrder(true, false);
            assertThat(failed(trace, answered.indexOf(false)).kind())
                    .isIn(FailureKind.CLOSED_EARLY, FailureKind.RESET);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "event-loop"})
    void aPostHasAnEmptyBodyAndTheUserOfItsAddressGoesAlong(String model) throws IOException {
        try (RawServer server =
                api(Map.of("POST /jobs", started("/jobs/1"), "GET /jobs/1", "200 OK"))) {
            Trace trace =
                    RIG.run(
                            EngineExtension.plan(
                                    model,
                                    "poll:http://me:pw@127.0.0.1:" + server.port() + "/jobs"));
            assertAnswered(trace, 0);
            assertThat(server.requests()).hasSize(2);
            assertThat(server.requests().getFirst())
                    .startsWith("POST /jobs HTTP/1.1")
                    .containsIgnoringCase("\r\nContent-Length: 0\r\n")
                    .contains("\r\nAuthorization: Basic ");
            assertThat(server.requests().getLast())
                    .startsWith("GET /jobs/1 HTTP/1.1")
                    .contains("\r\nAuthorization: Basic ");
            assertThat(trace.task(0).label()).doesNotContain("pw");
            assertThat(trace.task(0).exchanges()).noneMatch(one -> one.url().contains("pw"));
        }
    }

    private static String started(String location) {
        return "202 Accepted, Location: " + location;
    }

    private static String pending() {
        return "202 Accepted";
    }

    private static Trace run(String model, Map<String, String> replies) throws IOException {
        try (RawServer server = api(replies)) {
            return RIG.run(EngineExtension.plan(model, site(server)));
        }
    }

    private static String site(RawServer server) {
        return "poll:http://127.0.0.1:" + server.port() + "/jobs";
    }

    /**
     * Starts an API with scripted replies: separated by bars, the last one repeated; headers after
     * commas.
     */
    private static RawServer api(Map<String, String> replies) throws IOException {
        Map<String, Queue<String>> left = new ConcurrentHashMap<>();
        replies.forEach(
                (request, line) ->
                        left.put(
                                request,
                                new ConcurrentLinkedQueue<>(Arrays.asList(line.split(" \\| ")))));
        return RawServer.start(rawConnection -> serve(rawConnection, left));
    }

    private static void serve(RawConnection rawConnection, Map<String, Queue<String>> left)
            throws IOException {
        try {
            while (true) {
                String head = rawConnection.readRequest();
                String request = head.substring(0, head.indexOf(" HTTP/1.1"));
                String host = head.replaceFirst("(?is).*\r\nHost: ([^\r]*)\r.*", "$1");
                reply(rawConnection, next(left, request).replace("BASE", "http://" + host));
            }
        } catch (EOFException e) {
            rawConnection.mark("left");
        }
    }

    private static String next(Map<String, Queue<String>> left, String request) {
        if (request.startsWith("GET /on/")) {
            int number = Integer.parseInt(request.substring("GET /on/".length()));
            return "302 Found, Location: /on/" + (number + 1);
        }
        Queue<String> replies = left.get(request);
        if (replies == null) {
            return "418 Nobody expected " + request.toLowerCase(Locale.ROOT);
        }
        return replies.size() == 1 ? replies.element() : replies.remove();
    }

    private static void reply(RawConnection rawConnection, String line) throws IOException {
        String head = line.strip().replaceAll(", (?=[A-Z][a-zA-Z-]+: )", "\r\n");
        if (head.startsWith("204")) {
            rawConnection.write("HTTP/1.1 " + head + "\r\n\r\n");
        } else {
            rawConnection.reply(head);
        }
    }
}
