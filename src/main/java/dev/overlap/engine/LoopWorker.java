package dev.overlap.engine;

import dev.overlap.model.Worker;
import dev.overlap.plan.Site;
import dev.overlap.plan.Task;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * The event loop of a run: one thread that selects, runs callbacks and the tasks' own steps.
 *
 * <p>All ways of carrying put the same step on the same queue. Only the call inside differs: one
 * begins an exchange and gives the thread back; one makes the call that blocks, and while it blocks
 * nothing else happens on the loop; one has a helper thread make that call; and one waits on the
 * loop's own thread for what only that thread could do. A computation has nothing to wait for and
 * so nowhere to give the thread back: it is one step, and everything else stands still until it is
 * over.
 */
final class LoopWorker implements Worker.Loop {

    private final RunCrew crew;
    private final AsyncClient client;
    private final LoopFetch fetch;
    private final int index;

    LoopWorker(RunCrew crew, AsyncClient client, LoopFetch fetch, int index) {
        this.crew = crew;
        this.client = client;
        this.fetch = fetch;
        this.index = index;
    }

    @Override
    public CompletionStage<Void> carry(Task task) {
        return onLoop(task, this::cooperatively);
    }

    @Override
    public CompletionStage<Void> carryBlocking(Task task) {
        return onLoop(task, carry -> carry.end(crew.fetchBlocking(carry, index)));
    }

    @Override
    public CompletionStage<Void> carryWaitingForIt(Task task) {
        return onLoop(task, this::waitForIt);
    }

    @Override
    public CompletionStage<Void> carryOffloaded(Task task) {
        OffloadPool helpers = crew.helpers();
        return onLoop(task, carry -> offload(carry, helpers));
    }

    private CompletionStage<Void> onLoop(Task task, Consumer<Carry> step) {
        Carry carry = crew.begin(task);
        if (carry.isOver()) {
            return carry.done();
        }
        carry.enter(Phase.READY);
        client.onLoop(carry, () -> take(step, carry));
        return carry.done();
    }

    /** A step that fails ends its task, or the run would wait for it for ever. */
    private static void take(Consumer<Carry> step, Carry carry) {
        try {
            step.accept(carry);
        } catch (RuntimeException | Error e) {
            carry.end(Faults.of(e, carry.task().label()));
        }
    }

    /** Gives the loop back while a helper makes the call; a later step takes what came of it. */
    private void offload(Carry carry, OffloadPool helpers) {
        crew.start(carry, index);
        helpers.carryOut(
                carry,
                outcome -> {
                    carry.enter(Phase.READY);
                    client.onLoop(carry, () -> carry.end(outcome));
                });
    }

    /**
     * Puts the task's first step behind this one and waits here, where nothing behind can be run.
     * So that step never comes to anything: when this one ends, the task has.
     */
    private void waitForIt(Carry carry) {
        CountDownLatch ended = new CountDownLatch(1);
        carry.onStop(
                () -> {
                    ended.countDown();
                    return true;
                });
        carry.ifLate(timeout -> Faults.waitedForItself(timeout, carry.task().label()));
        crew.start(carry, index);
        client.onLoop(carry, () -> cooperativelyUnlessOver(carry));
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        carry.end(new Outcome.Cancelled()); // unless its timeout was first
    }

    private void cooperativelyUnlessOver(Carry carry) {
        if (!carry.isOver()) {
            take(this::cooperatively, carry);
        }
    }

    private void cooperatively(Carry carry) {
        crew.start(carry, index);
        switch (carry.task().site()) {
            case Site.Fetch site -> fetch.begin(carry, site);
            case Site.Poll site -> fetch.begin(carry, site);
            case Site.Compute site -> carry.end(crew.compute(carry, site));
        }
    }
}
