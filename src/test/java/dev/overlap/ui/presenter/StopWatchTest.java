package dev.overlap.ui.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.text.course.PresenterText;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class StopWatchTest {

    private final AtomicLong nanos = new AtomicLong();
    private final StopWatch watch = new StopWatch(nanos::get);

    private void pass(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void countsOnlyWhileItRuns() {
        pass(5);
        watch.start();
        pass(3);
        watch.start();
        pass(1);
        assertThat(watch.elapsed()).hasSeconds(4);
        watch.stop();
        pass(60);
        assertThat(watch.elapsed()).hasSeconds(4);
        watch.start();
        pass(2);
        assertThat(watch.elapsed()).hasSeconds(6);
        watch.reset();
        assertThat(watch.isRunning()).isTrue();
        pass(1);
        assertThat(watch.elapsed()).hasSeconds(1);
        watch.stop();
        watch.reset();
        assertThat(watch.elapsed()).isZero();
    }

    @Test
    void timeIsShownInMinutesAndSeconds() {
        assertThat(PresenterText.watch(Duration.ofSeconds(7))).isEqualTo("0:07");
        assertThat(PresenterText.watch(Duration.ofSeconds(187))).isEqualTo("3:07");
        assertThat(PresenterText.watch(Duration.ofSeconds(3787))).isEqualTo("1:03:07");
    }
}
