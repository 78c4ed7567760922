package dev.overlap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.engine.request.LabEndpoint;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.TraceAssertions;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Tests runs that would exceed the limit on open files, which are refused before they start. */
class FileDescriptorLimitTest {

    /** 300 less 36 open and 64 kept free leaves 200: 100 connections to the lab. */
    private static final FileDescriptorLimit FEW = new FileDescriptorLimit(300, 36);

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    private final List<Engine> engines = new ArrayList<>();

    private Engine engine(LabEndpoint lab) {
        Engine engine = new Engine(lab, NetworkAccess.system(), () -> FEW);
        engines.add(engine);
        return engine;
    }

    private Engine engine() {
        return engine(LabEndpoint.plain(RIG.lab().uri()));
    }

    @AfterEach
    void close() {
        engines.forEach(Engine::close);
    }

    /** Runs a plan that needs no more connections than the limit allows. */
    private void runs(Plan plan) {
        Trace trace = RIG.run(engine(), plan);
        assertThat(trace.tasks()).allMatch(task -> task.outcome().isSuccess());
        assertThat(trace.connections()).hasSizeLessThanOrEqualTo(100);
    }

    private void refuses(Plan plan) {
        assertThatIllegalArgumentException().isThrownBy(() -> engine().start(plan));
    }

    @ParameterizedTest
    @ValueSource(strings = {"event-loop", "virtual-threads", "threads"})
    void aRunThatNeedsMoreThanAreLeftIsRefusedWithTheLimitAndTheWaysOut(String model) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine().start(EngineExtension.plan(model, "lab:/delay/1 x101")))
                .withMessage(
                        "This run would have 101 connections open at once, which takes 202 open"
                                + " files as the lab is part of this program, and the system allows"
                                + " this program 300 open files, of which 200 are left for them."
                                + " Raise that limit (ulimit -n), or set fewer workers or"
                                + " connections.");
    }

    @Test
    void aRunThatFitsIsStarted() {
        runs(EngineExtension.plan("event-loop", "lab:/delay/1 x100"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "thread-pool", "loop-one-by-one", "blocked-loop"})
    void aModelThatHasFewTasksUnderWayMayHaveManyWaiting(String model) {
        runs(EngineExtension.plan(model, "lab:/delay/1 x1000"));
    }

    @Test
    void aPoolOfTooManyWorkersIsRefused() {
        Settings many = Settings.DEFAULT.withWorkers(101);
        refuses(EngineExtension.plan("thread-pool", many, "lab:/delay/1 x1000"));
        runs(EngineExtension.plan("thread-pool", many, "lab:/delay/1 x100"));
    }

    @Test
    void limitsOfWorkersAndOfConnectionsAreWaysOut() {
        Settings usual = Settings.DEFAULT;
        ConnectionSettings any = ConnectionSettings.DEFAULT;
        Stream<IntFunction<Settings>> waysOut =
                Stream.of(
                        usual::withWorkers,
                        most -> usual.withConnections(any.withTotal(most)),
                        most -> usual.withConnections(any.withPerHost(most)));
        waysOut.forEach(
                wayOut -> {
                    runs(EngineExtension.plan("event-loop", wayOut.apply(100), "lab:/ x1000"));
                    refuses(EngineExtension.plan("event-loop", wayOut.apply(101), "lab:/ x1000"));
                });
    }

    @Test
    void computationsNeedNoFiles() {
        runs(EngineExtension.plan("threads", "cpu:1ms x300"));
    }

    @Test
    void theEndsOfALabElsewhereAreNotCounted() {
        Engine apart = engine(LabEndpoint.elsewhere(RIG.lab().uri()));
        TraceAssertions.assertAllAnswered(
                RIG.run(apart, EngineExtension.plan("event-loop", "lab:/ x200")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> apart.start(EngineExtension.plan("event-loop", "lab:/ x201")))
                .withMessageStartingWith(
                        "This run would have 201 connections open at once, and the system allows");
    }

    @Test
    void whatThisProcessMayHaveOpenIsMoreThanItHas() {
        FileDescriptorLimit now = FileDescriptorLimit.ofThisProcess();
        assertThat(now.max()).isGreaterThan(now.open());
        assertThat(now.open()).isNotNegative();
    }
}
