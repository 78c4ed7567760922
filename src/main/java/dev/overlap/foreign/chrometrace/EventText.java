package dev.overlap.foreign.chrometrace;

import dev.overlap.plan.Quoting;

/** Texts of events. */
final class EventText {

    private static final int MAX_NAME = 200;

    private EventText() {}

    /** Returns a name as it can be shown: visible, and not too long. */
    static String visible(String text) {
        return Quoting.plain(text.strip(), MAX_NAME);
    }

    /** Returns the key of a thread. */
    static String track(String process, String thread) {
        return process + "\n" + thread;
    }
}
