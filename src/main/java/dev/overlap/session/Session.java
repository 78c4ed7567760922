package dev.overlap.session;

import java.util.List;

/**
 * What was read from a file, or is to be written to one. Immutable, except that the trace of a run
 * in progress grows.
 *
 * @param recording the run or the comparison
 * @param origin where it was recorded
 * @param notes a sentence for the user per thing that was left out or is incomplete; empty if all
 *     of the file is here
 */
public record Session(Recording recording, Origin origin, List<String> notes) {

    public Session {
        notes = List.copyOf(notes);
    }

    /** Returns a session of this program on this machine, without notes. */
    public static Session of(Recording recording) {
        return new Session(recording, Origin.here(), List.of());
    }
}
