package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.Eventually;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

@Timeout(30)
class InterruptionTest {

    @Test
    void stopsWhatGoesOnAndHoldsUntilTheCommandHasLeft() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Interruption interruption = Interruption.watch();
        interruption.stopsBy(stopped::countDown);
        Thread hook = Thread.ofPlatform().start(interruption::interrupt);
        stopped.await();
        assertThat(interruption.hasCome()).isTrue();
        Eventually.holds("it holds", () -> hook.getState() == Thread.State.TIMED_WAITING);
        interruption.close();
        assertThat(hook.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void whatBeginsAfterItHasComeIsStoppedAtOnce() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        try (Interruption interruption = Interruption.watch()) {
            interruption.stopsBy(first::countDown);
            Thread.ofPlatform().start(interruption::interrupt);
            first.await();
            interruption.stopsBy(second::countDown);
            assertThat(second.getCount()).isZero();
        }
    }

    /** A library below may throw whatever it likes: what there is must still be written. */
    @Test
    void whatCannotBeStoppedIsToldInASentenceAndHoldsAllTheSame() throws InterruptedException {
        PrintStream error = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            Interruption interruption = Interruption.watch();
            interruption.stopsBy(InterruptionTest::fail);
            Thread hook = Thread.ofPlatform().start(interruption::interrupt);
            Eventually.holds("it has come", interruption::hasCome);
            Eventually.holds("the hook waits", () -> hook.getState() == Thread.State.TIMED_WAITING);
            interruption.stopsBy(InterruptionTest::fail);
            interruption.close();
            assertThat(hook.join(Duration.ofSeconds(10))).isTrue();
        } finally {
            System.setErr(error);
        }
        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .containsOnly(
                        "overlap: what ran could not be stopped as it should:"
                                + " java.lang.StackOverflowError: a screw is loose.");
    }

    private static void fail() {
        throw new StackOverflowError("a screw is loose");
    }

    @Test
    void nothingIsStoppedWhereNothingComes() {
        CountDownLatch stopped = new CountDownLatch(1);
        try (Interruption interruption = Interruption.watch()) {
            interruption.stopsBy(stopped::countDown);
            assertThat(interruption.hasCome()).isFalse();
        }
        assertThat(stopped.getCount()).isOne();
    }
}
