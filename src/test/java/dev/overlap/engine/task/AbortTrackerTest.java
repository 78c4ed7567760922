package dev.overlap.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.Eventually;
import dev.overlap.testkit.LogCapture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

@Timeout(120)
class AbortTrackerTest {

    @RegisterExtension final LogCapture log = new LogCapture();

    private final AbortTracker aborts = new AbortTracker(CleanupInterceptor.PLAIN);
    private final CountDownLatch go = new CountDownLatch(1);

    private Thread held() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        Thread thread =
                Thread.ofPlatform()
                        .start(
                                () ->
                                        aborts.run(
                                                () -> {
                                                    inside.countDown();
                                                    await(go);
                                                }));
        inside.await();
        return thread;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }

    @Test
    void whoeverWaitsIsHeldAsLongAsAnAbortIsUnderWay() throws InterruptedException {
        Thread first = held();
        Thread second = held();
        CountDownLatch waited = new CountDownLatch(1);
        Thread waiting =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try {
                                        aborts.await(in(Duration.ofMinutes(10)));
                                        waited.countDown();
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                });
        Eventually.holds("it waits", () -> waiting.getState() == Thread.State.TIMED_WAITING);
        assertThat(waited.getCount()).isOne();

        go.countDown();

        first.join();
        second.join();
        assertThat(waited.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nobodyIsHeldLongerThanAskedFor() throws InterruptedException {
        Thread hanging = held();

        aborts.await(in(Duration.ofMillis(1)));
        aborts.await(System.nanoTime() - 1);

        assertThat(hanging.isAlive()).isTrue();
        go.countDown();
        hanging.join();
        aborts.await(in(Duration.ofMinutes(1)));
    }

    @Test
    void anAbortMayLeadToAnotherAndNoneOfThemThrows() throws InterruptedException {
        CountDownLatch inner = new CountDownLatch(1);
        aborts.run(
                () -> {
                    aborts.run(inner::countDown);
                    throw new IllegalStateException("a screw is loose");
                });
        aborts.abort(
                () -> {
                    throw new StackOverflowError();
                });
        aborts.await(in(Duration.ofMinutes(1)));

        assertThat(inner.getCount()).isZero();
        assertThat(log.by(AbortTracker.class))
                .as("the first of a run is logged as a warning")
                .singleElement()
                .satisfies(it -> assertThat(it.getThrown()).hasMessage("a screw is loose"));
    }
}
