package dev.overlap.engine.resource;

import dev.overlap.engine.task.Abort;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.TraceRecorder;

import org.jspecify.annotations.Nullable;

import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;

/**
 * Blocks threads of this process while they wait for a shared resource.
 *
 * <p>Threads: safe for any.
 */
public record LocalResources(SharedResources shared, TraceRecorder recorder)
        implements ResourceAccess {

    /** The worker of a copy that all tasks share. */
    private static final int ALL = -1;

    @Override
    public void acquire(TaskExecution execution, Claim claim) throws InterruptedIOException {
        CountDownLatch granted = new CountDownLatch(1);
        if (!shared.request(execution, claim, granted::countDown)) {
            await(execution, granted);
        }
    }

    private void await(TaskExecution execution, CountDownLatch granted)
            throws InterruptedIOException {
        @Nullable Abort before =
                execution.onStop(
                        () -> {
                            shared.withdraw(execution);
                            granted.countDown();
                            return true;
                        });
        try {
            granted.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a resource");
        } finally {
            if (before != null) {
                execution.onStop(before);
            }
        }
    }

    @Override
    public void release(TaskExecution execution, String resource) {
        shared.release(execution, resource);
    }

    @Override
    public SharedCounter counter(String name) {
        return shared.counter(name);
    }

    @Override
    public void accessed(TaskExecution execution, String counter, boolean isWrite, long value) {
        int index = shared.index(counter);
        if (!recorder.trace().resource(index).hasMoreAccesses()) {
            recorder.accessed(index, execution.index(), isWrite, value, System.nanoTime());
        }
    }

    @Override
    public void counted(TaskExecution execution, String counter) {
        SharedCounter all = shared.counter(counter);
        recorder.counted(
                shared.index(counter), new ResourceTrack.Copy(ALL, all.finished(), all.read()));
    }
}
