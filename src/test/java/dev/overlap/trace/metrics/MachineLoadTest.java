package dev.overlap.trace.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Test;

import java.util.Collections;

/** Times are milliseconds. */
class MachineLoadTest {

    private static final int PROCESSORS = 2;

    private TraceBuilder builder = tasks(1);

    private static TraceBuilder tasks(int count) {
        return new TraceBuilder(Collections.nCopies(count, "a"), PROCESSORS);
    }

    @Test
    void repliesThatAreLaterThanATenthOfTheirDelayShowABusyMachine() {
        builder = tasks(3);
        reply(0, 300, 343, 350);
        reply(1, 200, 343, 350);
        reply(2, 250, 251, 260);
        MachineLoad load = load();

        assertThat(load.isBusy()).isTrue();
        assertThat(load.busyReplyNanos()).isBetween(140_000_000L, 143_000_000L);
        assertThat(load.replyNanos()).isEqualTo(143_000_000);
    }

    @Test
    void ordinaryDelaysAreNoNews() {
        builder = tasks(4);
        reply(0, 300, 329, 340); // less than a tenth
        reply(1, 5, 24, 30); // less than what timers and the JVM need
        reply(2, 0, 19, 30);
        reply(3, 1_000, 1_050, 1_100);

        assertThat(load().isBusy()).isFalse();
        assertThat(load().replyNanos()).isEqualTo(50_000_000);
    }

    @Test
    void blockedLoopThatReadsLateIsNoBusyMachine() {
        builder = tasks(2);
        int loop = builder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        builder.busy(loop, 1, 0, 900);
        reply(0, 100, 100.3, 905);
        reply(1, 100, 100.2, 110);

        assertThat(load().isBusy()).isFalse();
    }

    @Test
    void labThatSendsManyRepliesAtOnceIsAllowedToTakeItsTime() {
        int crowd = 1_000;
        builder = tasks(crowd);
        for (int task = 0; task < crowd; task++) {
            reply(task, 300, 300 + task * 0.1, 450);
        }
        MachineLoad load = load();

        assertThat(load.replyNanos()).isEqualTo(99_900_000);
        assertThat(load.isBusy()).isFalse();
    }

    @Test
    void labThatReadsManyRequestsWhileRepliesAreDueIsAllowedToTakeItsTime() {
        int crowd = 1_000;
        builder = tasks(crowd);
        for (int task = 0; task < crowd; task++) {
            double asked = task < crowd / 2 ? 0 : 300 + (task - crowd / 2) * 0.1;
            reply(task, asked, 300, task < crowd / 2 ? 340 + task * 0.02 : 300, asked + 400);
        }

        assertThat(load().replyNanos()).isGreaterThan(40_000_000);
        assertThat(load().isBusy()).isFalse();
    }

    @Test
    void pauseBeforeAllRepliesOfACrowdIsFound() {
        int crowd = 1_000;
        builder = tasks(crowd);
        for (int task = 0; task < crowd; task++) {
            reply(task, 300, 400 + task * 0.05, 460);
        }

        assertThat(load().isBusy()).isTrue();
    }

    @Test
    void singleLateReplyOfManyMattersOnlyIfItIsATenthOfTheRun() {
        assertThat(oneLate(60)).isFalse();
        assertThat(oneLate(160)).isTrue();
    }

    private boolean oneLate(double late) {
        builder = tasks(50);
        for (int task = 0; task < 49; task++) {
            reply(task, 300, 300, 310);
        }
        reply(49, 600, 600 + late, 1_000);
        return load().isBusy();
    }

    @Test
    void delayWhileTheRunItselfComputesOnAllProcessorsIsItsOwnDoing() {
        builder = tasks(1 + PROCESSORS);
        reply(0, 100, 250, 260);
        for (int task = 1; task <= PROCESSORS; task++) {
            builder.enter(task, Phase.COMPUTE, 50).cpu(task, 190);
            builder.end(task, new Outcome.Computed(), 240);
        }

        assertThat(load().isBusy()).isFalse();
    }

    @Test
    void delaysThatTheRunCausedAreNotToldAsThoseOfTheMachine() {
        builder = tasks(2 + PROCESSORS);
        reply(0, 100, 700, 710);
        reply(1, 800, 930, 940);
        for (int task = 2; task < 2 + PROCESSORS; task++) {
            builder.enter(task, Phase.COMPUTE, 50).cpu(task, 740);
            builder.end(task, new Outcome.Computed(), 790);
        }

        assertThat(load().replyNanos()).isEqualTo(600_000_000);
        assertThat(load().busyReplyNanos()).isBetween(120_000_000L, 130_000_000L);
    }

    @Test
    void bodyInPiecesIsNotJudgedByTheTimeOfItsEnd() {
        reply(0, 800, 0.2, 805);

        assertThat(load().replyNanos()).isEqualTo(MachineLoad.UNKNOWN);
        assertThat(load().isBusy()).isFalse();
    }

    @Test
    void otherServersDeclareNothing() {
        builder.enter(0, Phase.WAIT, 1).note(0, Exchange.begin(0, 0, "https://example.org"));
        builder.answered(0, 200, 900);

        assertThat(load().replyNanos()).isEqualTo(MachineLoad.UNKNOWN);
    }

    @Test
    void computationThatWaitsForAProcessorOnAFreeMachineShowsThatItIsNot() {
        computed(100, 130);
        assertThat(load().busyComputeNanos()).isEqualTo(30_000_000);
        assertThat(load().computeNanos()).isEqualTo(30_000_000);

        computed(100, 119);
        assertThat(load().isBusy()).isFalse();
        computed(1_000, 1_090);
        assertThat(load().isBusy()).isFalse();
    }

    private void computed(double cpu, double wall) {
        builder = tasks(1);
        builder.enter(0, Phase.COMPUTE, 0).cpu(0, cpu).end(0, new Outcome.Computed(), wall);
    }

    @Test
    void computationThatWasStoppedIsNotJudged() {
        builder.enter(0, Phase.COMPUTE, 0).cpu(0, 10).failed(0, FailureKind.TIMED_OUT, 900);

        assertThat(load().computeNanos()).isEqualTo(MachineLoad.UNKNOWN);
    }

    @Test
    void runWithoutTasksIsQuiet() {
        builder = tasks(0);

        assertThat(load().isBusy()).isFalse();
    }

    private void reply(int task, double declared, double sent, double end) {
        reply(task, 0, declared, sent, end);
    }

    /** Adds an exchange with the lab whose request is written after one millisecond. */
    private void reply(int task, double begin, double declared, double sent, double end) {
        long start = Math.round(begin * 1e6);
        builder.enter(task, Phase.SEND, begin);
        builder.note(task, Exchange.begin(0, start, "/").on("c-" + task, false));
        builder.enter(task, Phase.WAIT, begin + 1).enter(task, Phase.RECEIVE, end - 1);
        builder.note(
                task,
                Exchange.begin(0, start, "/")
                        .on("c-" + task, false)
                        .replied("HTTP/1.1", 200, sent, declared));
        builder.answered(task, 200, end);
    }

    private MachineLoad load() {
        return MachineLoad.of(builder.finished());
    }
}
