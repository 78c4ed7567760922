package dev.overlap.engine;

import dev.overlap.model.Worker;
import dev.overlap.plan.Task;
import dev.overlap.trace.Recorder;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A platform thread that carries one task after another by calls that block.
 *
 * <p>Threads: {@link #carry} may be called from any thread; the work is done on the worker's own.
 */
final class ThreadWorker implements Worker.PlatformThread {

    private final RunCrew crew;
    private final int index;
    private final BlockingQueue<Carry> next = new LinkedBlockingQueue<>();
    private final Thread thread;

    /** Starts the thread. */
    ThreadWorker(RunCrew crew, int index, String name) {
        this.crew = crew;
        this.index = index;
        thread = Lookup.daemon(this::work, name);
        thread.start();
    }

    @Override
    public CompletionStage<Void> carry(Task task) {
        Carry carry = crew.begin(task);
        next.add(carry);
        return carry.done();
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                carryOut(next.take());
            }
        } catch (InterruptedException e) {
            // the crew sends its workers home
        }
    }

    private void carryOut(Carry carry) {
        Recorder recorder = carry.recorder();
        recorder.busy(index, carry.index());
        try {
            carry.end(crew.fetchBlocking(carry, index));
        } finally {
            recorder.idle(index); // behind the end: the thread is busy for the whole of the task
        }
    }

    /** Sends the thread home; what it carries has been stopped before. */
    void dismiss() {
        thread.interrupt();
    }

    void join(long millis) throws InterruptedException {
        thread.join(millis);
    }
}
