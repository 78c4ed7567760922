package dev.overlap.snippet;

import java.util.Locale;

/** How the steps of a task are written. */
enum StepStyle {
    /** As calls that block the thread. */
    BLOCKING,
    /** As calls that an event loop awaits. */
    AWAITED,
    /** As a coroutine that makes blocking calls, by mistake. */
    COROUTINE,
    /** As calls that block the process, which asks another for what they share. */
    ASKING;

    /** The word in a line directive. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
