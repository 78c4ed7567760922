package dev.overlap.engine.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.engine.request.RequestPolicy.Ask;
import dev.overlap.testkit.Urls;
import dev.overlap.trace.FailureKind;

import org.apache.hc.core5.http.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

/** Tests the next request of a job, in cases that need no server. */
class PollPolicyTest {

    private final PollPolicy policy = new PollPolicy("poll:http://a.test/jobs");
    private HttpExchangeRequest asked =
            new HttpExchangeRequest(Urls.url("http://a.test/jobs"), "poll", null).by(Method.POST);

    @Test
    void aThousandLocationsAreNoCircleWhereEachComesWithAPause() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            assertThat(next(202, "/jobs/" + i, null).pause()).isPositive();
        }
        for (int i = 0; i < 1_000; i++) {
            assertThat(next(202, i % 2 == 0 ? "/a" : "/b", null).pause()).isPositive();
        }
    }

    @Test
    void redirectsInARowAreBoundedAndAPauseBeginsThemAnew() throws Exception {
        next(202, "/on", null);
        for (int round = 0; round < 3; round++) {
            for (int i = 1; i <= PollPolicy.MAX_REDIRECTS; i++) {
                assertThat(next(302, "/on/" + round + i, null).pause()).isZero();
            }
            next(round == 1 ? 503 : 202, null, Duration.ofMillis(1));
        }
        for (int i = 1; i <= PollPolicy.MAX_REDIRECTS; i++) {
            next(302, "/on/x" + i, null);
        }
        assertFails(302, "/on/y", FailureKind.LOCATION_CIRCLE);
    }

    @Test
    void redirectsThatLeadBackAreACircle() throws Exception {
        next(202, "/a", null);
        next(302, "/b", null);
        assertFails(302, "/a", FailureKind.LOCATION_CIRCLE);
    }

    /** It is repeated if the server asks for that, and so has not applied the first one. */
    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aPostIsSentAgainOnlyWhereItIsAskedFor(int status) throws Exception {
        for (int i = 0; i < 50; i++) {
            Ask again = next(status, "/elsewhere", Duration.ofSeconds(7));
            assertThat(again.pause()).hasSeconds(7);
            assertThat(again.request().method()).isEqualTo(Method.POST);
            assertThat(again.request().url()).hasToString("http://a.test/jobs");
        }
        assertFails(status, null, status == 429 ? FailureKind.JOB_REFUSED : FailureKind.JOB_FAILED);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aGetIsRepeatedAFewTimesEachTimeAfterTwiceAsLong(int status) throws Exception {
        next(202, "/jobs/1", null);
        for (int round = 0; round < 3; round++) {
            for (int seconds : new int[] {1, 2, 4}) {
                Ask again = next(status, null, null);
                assertThat(again.pause()).hasSeconds(seconds);
                assertThat(again.request().url()).hasToString("http://a.test/jobs/1");
            }
            next(202, null, null);
        }
        for (int i = 0; i < PollPolicy.MAX_REFUSALS; i++) {
            next(status, null, null);
        }
        assertFails(status, null, FailureKind.JOB_FAILED);
    }

    @Test
    void aGetThatIsToldWhenToComeAgainDoesSoWithoutEnd() throws Exception {
        next(202, "/jobs/1", null);
        for (int i = 0; i < 50; i++) {
            assertThat(next(503, null, Duration.ofSeconds(2)).pause()).hasSeconds(2);
        }
    }

    private Ask next(int status, @Nullable String location, @Nullable Duration retryAfter)
            throws TaskFailedException {
        Ask next = policy.next(asked, reply(status, location, retryAfter));
        assertThat(next).isNotNull();
        asked = next.request();
        return next;
    }

    private void assertFails(int status, @Nullable String location, FailureKind kind) {
        assertThatThrownBy(() -> next(status, location, null))
                .isInstanceOfSatisfying(
                        TaskFailedException.class,
                        failed -> assertThat(failed.kind()).isEqualTo(kind))
                .message()
                .startsWith("poll:http://a.test/jobs ")
                .endsWith(".");
    }

    private static ResponseHead reply(
            int status, @Nullable String location, @Nullable Duration retryAfter) {
        return new ResponseHead(
                status, "HTTP/1.1", location, null, null, retryAfter, null, Double.NaN, Double.NaN);
    }
}
