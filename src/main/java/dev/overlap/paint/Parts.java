package dev.overlap.paint;

import dev.overlap.compare.Entry;
import dev.overlap.trace.AloneTimes;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The parts of a picture of a comparison, from top to bottom, all at one instant.
 *
 * @param shown what they are parts of
 * @param basis what each task needs alone, as all finished runs show it together; null as long as
 *     there is none
 */
record Parts(Multiples shown, List<Part> list, @Nullable AloneTimes basis) {

    static Parts of(Multiples shown, FigureMemory memory) {
        List<Entry> own = shown.comparison().entries();
        List<Part> parts =
                shown.order().of(shown.comparison()).stream()
                        .map(entry -> part(shown, entry, own.indexOf(entry), memory))
                        .toList();
        return new Parts(shown, parts, memory.basisOf(shown.comparison()));
    }

    private static Part part(Multiples shown, Entry entry, int index, FigureMemory memory) {
        Trace trace = entry.drawn();
        Long guess = shown.guesses().of(entry.variant().plan().model());
        return new Part(
                index,
                entry,
                trace == null ? null : drawn(trace, memory),
                guess == null ? -1 : guess);
    }

    private static Part.Drawn drawn(Trace trace, FigureMemory memory) {
        long horizon = trace.horizonNanos();
        return new Part.Drawn(trace, horizon, memory.of(trace, horizon));
    }

    /** The most tasks of a part; 0 as long as none has run. */
    int mostTasks() {
        return list.stream()
                .map(Part::drawn)
                .mapToInt(drawn -> drawn == null ? 0 : drawn.trace().tasks().size())
                .max()
                .orElse(0);
    }

    /** Whether there are guesses, or there may still be some. */
    boolean canBeGuessed() {
        return !shown.comparison().finished()
                || list.stream().anyMatch(part -> part.guessNanos() >= 0);
    }

    /** Whether some part has a loop, or processes that start. */
    boolean haveLanes() {
        return list.stream().map(Part::drawn).anyMatch(Parts::hasLane);
    }

    private static boolean hasLane(Part.@Nullable Drawn drawn) {
        return drawn != null
                && (drawn.figures().startUpNanos() >= 0
                        || !Double.isNaN(drawn.figures().loopBusy()));
    }

    /** The stretch of time that shows everything there is, live in steps of a quarter. */
    Window window() {
        long measured = list.stream().mapToLong(Part::reachNanos).max().orElse(0);
        long guess = list.stream().mapToLong(Part::guessNanos).max().orElse(-1);
        if (measured <= 0) {
            return GuessReach.blank(guess);
        }
        long end = GuessReach.of(measured, guess);
        long roomy = end + end / 40;
        return shown.comparison().finished() ? Window.whole(roomy) : Window.live(roomy);
    }
}
