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
    void stopsWhatIsRunningAndWaitsUntilItIsClosed() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        InterruptHandler handler = InterruptHandler.install();
        handler.onInterrupt(stopped::countDown);
        Thread hook = Thread.ofPlatform().start(handler::interrupt);
        stopped.await();
        assertThat(handler.isInterrupted()).isTrue();
        Eventually.holds("it waits", () -> hook.getState() == Thread.State.TIMED_WAITING);
        handler.close();
        assertThat(hook.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void whatStartsAfterAnInterruptIsStoppedAtOnce() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        try (InterruptHandler handler = InterruptHandler.install()) {
            handler.onInterrupt(first::countDown);
            Thread.ofPlatform().start(handler::interrupt);
            first.await();
            handler.onInterrupt(second::countDown);
            assertThat(second.getCount()).isZero();
        }
    }

    /** A library may throw anything: the results must still be written. */
    @Test
    void aFailureToStopIsPrintedAsASentenceAndItWaitsNevertheless() throws InterruptedException {
        PrintStream error = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            InterruptHandler handler = InterruptHandler.install();
            handler.onInterrupt(InterruptHandlerTest::fail);
            Thread hook = Thread.ofPlatform().start(handler::interrupt);
            Eventually.holds("it is interrupted", handler::isInterrupted);
            Eventually.holds("the hook waits", () -> hook.getState() == Thread.State.TIMED_WAITING);
            handler.onInterrupt(InterruptHandlerTest::fail);
            handler.close();
            assertThat(hook.join(Duration.ofSeconds(10))).isTrue();
        } finally {
            System.setErr(error);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .containsOnly(
                        "overlap: the run could not be stopped cleanly:"
                                + " java.lang.StackOverflowError: a screw is loose.");
    }

    private static void fail() {
        throw new StackOverflowError("a screw is loose");
    }

    @Test
    void nothingIsStoppedWithoutAnInterrupt() {
        CountDownLatch stopped = new CountDownLatch(1);
        try (InterruptHandler handler = InterruptHandler.install()) {
            handler.onInterrupt(stopped::countDown);
            assertThat(handler.isInterrupted()).isFalse();
        }
        assertThat(stopped.getCount()).isOne();
    }
}
