package dev.overlap.text.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what went wrong with a program, and what helps. Pure functions. */
public final class ProgramAdvice {

    private ProgramAdvice() {}

    /** Returns what can be said, the cause first; empty if nothing went wrong. */
    public static List<Advice> of(ProgramEnd end) {
        ErrorOutput errors = new ErrorOutput(end.errorLines());
        List<Advice> advice = new ArrayList<>();
        add(advice, LibraryAdvice.of(end, errors));
        add(advice, SyntaxAdvice.of(end, errors));
        add(advice, LoopAdvice.of(end, errors));
        add(advice, ConnectionAdvice.of(end, errors));
        add(advice, WatchAdvice.of(end));
        advice.addAll(WatchAdvice.notes(end));
        return List.copyOf(advice);
    }

    private static void add(List<Advice> advice, Optional<Advice> next) {
        next.ifPresent(advice::add);
    }
}
