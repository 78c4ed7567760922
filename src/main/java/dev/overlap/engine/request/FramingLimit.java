package dev.overlap.engine.request;

import dev.overlap.plan.Task;
import dev.overlap.trace.FailureKind;

/**
 * Holds what one exchange receives beside its body: heads, interim replies (1xx), chunk sizes with
 * their extensions, trailers. Each may be long, and of none is it said how many there may be; a
 * server that never stops would otherwise keep a task until its timeout, and its memory, too.
 *
 * <p>Half a megabyte is more than curl (300 KB), Firefox (384 KB) and Chromium (256 KB) take for
 * heads. A body may come in chunks of a single byte, at 5 bytes each, so that every byte of it
 * allows some more.
 *
 * <p>Threads: one at a time.
 */
public final class FramingLimit {

    static final long MAX_BYTES = 512 << 10;

    private static final int MAX_PER_BODY_BYTE = 16;

    private final Task task;
    private long received;

    public FramingLimit(Task task) {
        this.task = task;
    }

    /**
     * Bytes came.
     *
     * @param body how many bytes of the body there are so far; those that were read and are not
     *     counted yet do not matter
     * @param replied whether the head of the reply is whole
     */
    public void received(int bytes, long body, boolean replied) throws TaskFailedException {
        received += bytes;
        if (received - body > MAX_BYTES + body * MAX_PER_BODY_BYTE) {
            throw new TaskFailedException(
                    FailureKind.MALFORMED,
                    replied
                            ? task.label()
                                    + " sends chunk sizes or trailers without end. Ask the site's"
                                    + " owner."
                            : task.label()
                                    + " sends headers or interim replies (1xx) without end. Ask"
                                    + " the site's owner.");
        }
    }
}
