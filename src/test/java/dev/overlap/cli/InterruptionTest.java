package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.Eventually;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
        Eventually.holds("it holds", () -> hook.getState() == Thread.State.WAITING);
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
