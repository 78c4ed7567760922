package dev.overlap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.overlap.plan.Connections;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.Rig;
import dev.overlap.testkit.Traces;
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

/** Runs for which the system does not allow enough open files, told before they start. */
class OpenFilesTest {

    /** Of 300, 36 are open and 64 are kept free: 200 are left, 100 connections to the lab. */
    private static final OpenFiles FEW = new OpenFiles(300, 36);

    @RegisterExtension static final Rig RIG = new Rig();

    private final List<Engine> engines = new ArrayList<>();

    private Engine engine(LabAccess lab) {
        Engine engine = new Engine(lab, Network.system(), () -> FEW);
        engines.add(engine);
        return engine;
    }

    private Engine engine() {
        return engine(LabAccess.plain(RIG.lab().uri()));
    }

    @AfterEach
    void close() {
        engines.forEach(Engine::close);
    }

    /** Runs a plan to its end, with no more connections than there are files left for. */
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
                .isThrownBy(() -> engine().start(Rig.plan(model, "lab:/delay/1 x101")))
                .withMessage(
                        "This run would have 101 connections open at once, which takes 202 open"
                                + " files as the lab is part of this program, and the system allows"
                                + " this program 300 open files, of which 200 are left for them."
                                + " Raise that limit (ulimit -n), or set fewer workers or"
                                + " connections.");
    }

    @Test
    void aRunThatFitsIsStarted() {
        runs(Rig.plan("event-loop", "lab:/delay/1 x100"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "thread-pool", "loop-one-by-one", "blocked-loop"})
    void aModelThatHasFewTasksUnderWayMayHaveManyWaiting(String model) {
        runs(Rig.plan(model, "lab:/delay/1 x1000"));
    }

    @Test
    void aPoolOfTooManyWorkersIsRefused() {
        Settings many = Settings.DEFAULT.withWorkers(101);
        refuses(Rig.plan("thread-pool", many, "lab:/delay/1 x1000"));
        runs(Rig.plan("thread-pool", many, "lab:/delay/1 x100"));
    }

    @Test
    void limitsOfWorkersAndOfConnectionsAreWaysOut() {
        Settings usual = Settings.DEFAULT;
        Connections any = Connections.DEFAULT;
        Stream<IntFunction<Settings>> waysOut =
                Stream.of(
                        usual::withWorkers,
                        most -> usual.withConnections(any.withTotal(most)),
                        most -> usual.withConnections(any.withPerHost(most)));
        waysOut.forEach(
                wayOut -> {
                    runs(Rig.plan("event-loop", wayOut.apply(100), "lab:/ x1000"));
                    refuses(Rig.plan("event-loop", wayOut.apply(101), "lab:/ x1000"));
                });
    }

    @Test
    void computationsNeedNoFiles() {
        runs(Rig.plan("threads", "cpu:1ms x300"));
    }

    @Test
    void theEndsOfALabElsewhereAreNotCounted() {
        Engine apart = engine(LabAccess.elsewhere(RIG.lab().uri()));
        Traces.assertAllAnswered(RIG.run(apart, Rig.plan("event-loop", "lab:/ x200")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> apart.start(Rig.plan("event-loop", "lab:/ x201")))
                .withMessageStartingWith(
                        "This run would have 201 connections open at once, and the system allows");
    }

    @Test
    void whatThisProcessMayHaveOpenIsMoreThanItHas() {
        OpenFiles now = OpenFiles.ofThisProcess();
        assertThat(now.most()).isGreaterThan(now.open());
        assertThat(now.open()).isNotNegative();
    }
}
