package dev.overlap.engine.request;

import dev.overlap.plan.Task;
import dev.overlap.trace.FailureKind;

/**
 * Limits what one exchange receives in addition to its body: heads, interim responses (1xx), chunk
 * sizes with their extensions, and trailers. Each may be long, and their number is unlimited; an
 * endless series would otherwise occupy a task until its timeout, and fill its memory.
 *
 * <p>Half a megabyte is more than curl (300 KB), Firefox (384 KB) and Chromium (256 KB) accept for
 * heads. A body may come in chunks of a single byte, at 5 bytes each, so the limit grows with every
 * byte of it.
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
     * Checks the limit after bytes were received.
     *
     * @param body the number of bytes of the body so far; those read but not counted yet do not
     *     matter
     * @param replied whether the head of the response is complete
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
