package dev.overlap.program;

import dev.overlap.engine.task.Closer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends a process and all that it has started.
 *
 * <p>The order matters. Killing the root alone leaves its children, and a pool whose workers are
 * killed first replaces them meanwhile: so the descendants are listed, the root is killed, then
 * those. A process that is started in that very moment is not in the list; its tracer ends it as
 * soon as its connection is closed or refused.
 */
final class ProcessTree {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessTree.class);

    private ProcessTree() {}

    /**
     * Ends a process and its descendants; waits until they are gone, but not for long.
     *
     * @param others processes that are no descendants any more, as their parent has ended
     * @return whether all are gone
     */
    static boolean end(ProcessHandle root, List<ProcessHandle> others, Duration atMost)
            throws InterruptedException {
        Set<ProcessHandle> all = new LinkedHashSet<>();
        all.add(root);
        root.descendants().forEach(all::add);
        for (ProcessHandle other : others) {
            all.add(other);
            other.descendants().forEach(all::add);
        }
        Throwable fault = new Closer().forEach(all, ProcessHandle::destroyForcibly).fault();
        if (fault != null) {
            LOG.debug("a process could not be killed; perhaps it had ended", fault);
        }
        CompletableFuture<?>[] exits =
                all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(exits).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException _) {
            return false;
        }
    }
}
