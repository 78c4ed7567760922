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
class InterruptHandlerTest {

    @Test
    void stopsWhatGoesOnAndHoldsUntilTheCommandHasLeft() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        InterruptHandler interruptHandler = InterruptHandler.watch();
        interruptHandler.stopsBy(stopped::countDown);
        Thread hook = Thread.ofPlatform().start(interruptHandler::interrupt);
        stopped.await();
        assertThat(interruptHandler.hasCome()).isTrue();
        Eventually.holds("it holds", () -> hook.getState() == Thread.State.TIMED_WAITING);
        interruptHandler.close();
        assertThat(hook.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void whatBeginsAfterItHasComeIsStoppedAtOnce() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        try (InterruptHandler interruptHandler = InterruptHandler.watch()) {
            interruptHandler.stopsBy(first::countDown);
            Thread.ofPlatform().start(interruptHandler::interrupt);
            first.await();
            interruptHandler.stopsBy(second::countDown);
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
            InterruptHandler interruptHandler = InterruptHandler.watch();
            interruptHandler.stopsBy(InterruptHandlerTest::fail);
            Thread hook = Thread.ofPlatform().start(interruptHandler::interrupt);
            Eventually.holds("it has come", interruptHandler::hasCome);
            Eventually.holds("the hook waits", () -> hook.getState() == Thread.State.TIMED_WAITING);
            interruptHandler.stopsBy(InterruptHandlerTest::fail);
            interruptHandler.close();
            assertThat(hook.join(Duration.ofSeconds(10))).isTrue();
        } finally {
            System.setErr(error);
        }
        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .containsOnly(
                        "overlap: the run could not be stopped cleanly:"
                                + " java.lang.StackOverflowError: a screw is loose.");
    }

    private static void fail() {
        throw new StackOverflowError("a screw is loose");
    }

    @Test
    void nothingIsStoppedWhereNothingComes() {
        CountDownLatch stopped = new CountDownLatch(1);
        try (InterruptHandler interruptHandler = InterruptHandler.watch()) {
            interruptHandler.stopsBy(stopped::countDown);
            assertThat(interruptHandler.hasCome()).isFalse();
        }
        assertThat(stopped.getCount()).isOne();
    }
}
