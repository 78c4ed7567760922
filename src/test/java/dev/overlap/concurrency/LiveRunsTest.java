package dev.overlap.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

class LiveRunsTest {

    private record StubRun(CompletableFuture<Void> end) implements Run {

        @Override
        public Plan plan() {
            return new Plan(SiteList.EMPTY, "threads", Settings.DEFAULT);
        }

        @Override
        public Trace trace() {
            return Trace.ofWatchedProgram(1);
        }

        @Override
        public void cancel() {
            end.complete(null);
        }

        @Override
        public CompletionStage<Void> done() {
            return end;
        }
    }

    private final LiveRuns runs = new LiveRuns();
    private final StubRun run = new StubRun(new CompletableFuture<>());

    @Test
    void whatIsInProgressIsAwaitedHoweverItEnds() throws Exception {
        runs.add(run);
        assertThat(runs.close()).containsExactly(run);
        assertThatThrownBy(() -> runs.await(Duration.ofMillis(1)))
                .isInstanceOf(TimeoutException.class);

        run.end().completeExceptionally(new IllegalStateException("a fault"));
        runs.await(Duration.ofMillis(1));
        assertThat(runs.close()).isEmpty();
    }

    @Test
    void noneBeginsAfterTheEnd() {
        runs.close();

        assertThatThrownBy(() -> runs.add(run)).isInstanceOf(IllegalStateException.class);
        assertThat(runs.close()).isEmpty();
    }
}
