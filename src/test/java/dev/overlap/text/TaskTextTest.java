package dev.overlap.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.trace.ConnectAttempt;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.TraceRecorder;
import dev.overlap.ui.FakeRun;

import org.junit.jupiter.api.Test;

class TaskTextTest {

    private final FakeRun run =
            new FakeRun(new Plan(SiteList.parse("lab:/delay/300"), "event-loop", Settings.DEFAULT));
    private final TraceRecorder recorder = run.recorder();
    private final TaskTrack task = run.trace().task(0);

    @Test
    void runningTaskIsDescribedByItsPhase() {
        recorder.enter(0, Phase.WAIT);

        assertThat(TaskText.summary(task, now())).isEqualTo("wait");
    }

    @Test
    void responseIsDescribedByStatusVersionConnectionAndLabTime() {
        recorder.note(0, exchange().on("c1", true).replied("HTTP/1.1", 200, 301.24, Double.NaN));
        recorder.end(0, new Outcome.Answered(200, 1_234));

        assertThat(TaskText.summary(task, now()))
                .isEqualTo("200 \u00b7 HTTP/1.1 \u00b7 reused connection");
        assertThat(TaskText.remarks(task, now()))
                .isEqualTo(
                        "1,234 bytes received.\n"
                                + "The lab sent its reply after 301.2 ms (300 ms declared).");
    }

    @Test
    void failureIsDescribedByItsMessage() {
        recorder.end(0, new Outcome.Failed(FailureKind.RESET, "The lab reset the connection."));

        assertThat(TaskText.summary(task, now())).isEqualTo("reset");
        assertThat(TaskText.remarks(task, now())).isEqualTo("The lab reset the connection.");
    }

    @Test
    void replayDoesNotRevealALaterOutcome() {
        recorder.note(
                0, exchange().on("c1", false).replied("HTTP/1.1", 200, Double.NaN, Double.NaN));
        recorder.end(0, new Outcome.Answered(200, 0));
        TraceMoment early = new TraceMoment(run.trace(), task.endNanos() - 1, true);

        assertThat(TaskText.summary(task, early)).doesNotContain("200", "HTTP");
        assertThat(TaskText.remarks(task, early)).isEmpty();
    }

    @Test
    void replayDoesNotRevealALaterConnection() {
        recorder.enter(0, Phase.LEASE);
        recorder.enter(0, Phase.SEND, System.nanoTime() + 1_000_000);
        recorder.note(0, exchange().on("c1", true));
        recorder.end(0, new Outcome.Answered(200, 0), System.nanoTime() + 9_000_000);
        long sent = task.begin(task.segments() - 1);

        assertThat(TaskText.summary(task, new TraceMoment(run.trace(), sent - 1, true)))
                .isEqualTo("lease");
        assertThat(TaskText.summary(task, new TraceMoment(run.trace(), sent, true)))
                .isEqualTo("send \u00b7 reused connection");
    }

    @Test
    void addressesThatWereTriedAreTold() {
        ConnectAttempt silent = ConnectAttempt.begin(0, 0, "192.0.2.1", 1_200_000);
        ConnectAttempt quick = ConnectAttempt.begin(0, 1, "2001:db8::1", 251_400_000);
        recorder.note(0, silent);
        recorder.note(0, quick);
        recorder.note(0, quick.ended(251_800_000, new ConnectAttempt.Connected()));
        recorder.note(0, silent.ended(251_900_000, new ConnectAttempt.Closed()));

        assertThat(TaskText.remarks(task, replay(300_000_000)))
                .isEqualTo(
                        "Tried 192.0.2.1 at 1.2 ms: closed after 251 ms; 2001:db8::1 at 251 ms:"
                                + " connected after 0.40 ms.");
        assertThat(TaskText.remarks(task, replay(251_500_000)))
                .isEqualTo("Tried 192.0.2.1 at 1.2 ms: pending; 2001:db8::1 at 251 ms: pending.");
        assertThat(TaskText.remarks(task, replay(100_000_000))).isEmpty();
    }

    @Test
    void theOnlyAddressIsToldWhereItFailed() {
        ConnectAttempt good = ConnectAttempt.begin(0, 0, "192.0.2.1", 1_000_000);
        ConnectAttempt bad = ConnectAttempt.begin(1, 0, "192.0.2.1", 5_000_000);
        recorder.note(0, good.ended(2_000_000, new ConnectAttempt.Connected()));
        recorder.note(0, bad.ended(6_000_000, new ConnectAttempt.Failed(FailureKind.REFUSED)));

        assertThat(TaskText.remarks(task, replay(9_000_000)))
                .isEqualTo("Tried 192.0.2.1 at 5.0 ms: refused after 1.0 ms.");
        assertThat(TaskText.remarks(task, replay(5_500_000))).isEmpty();
    }

    @Test
    void redirectsAndEarlierRequestsAreCountedApart() {
        recorder.note(0, replied(0, 307));
        recorder.note(0, replied(1, 202));
        recorder.note(0, replied(2, 202));
        recorder.note(0, replied(3, 200));
        recorder.end(0, new Outcome.Answered(200, 12));

        assertThat(TaskText.remarks(task, now()))
                .isEqualTo(
                        "1 redirect and 2 earlier requests, then the answer. 12 bytes received.");
    }

    private static Exchange replied(int number, int status) {
        return Exchange.begin(number, 0, "http://a/")
                .replied("HTTP/1.1", status, Double.NaN, Double.NaN);
    }

    private TraceMoment replay(long nanos) {
        return new TraceMoment(run.trace(), nanos, true);
    }

    private static Exchange exchange() {
        return Exchange.begin(0, 0, "http://127.0.0.1:4000/delay/300");
    }

    private TraceMoment now() {
        return TraceMoment.at(run.trace(), TraceMoment.FOLLOW);
    }
}
