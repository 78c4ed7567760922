package dev.overlap.plan;

import dev.overlap.plan.address.AsciiDigits;

import java.util.List;

/**
 * Parses the declaration of a queue.
 *
 * <pre>
 * queue = "queue" name size
 * name  = see {@link StepArguments#name}
 * </pre>
 *
 * <p>A line that only consists of this word is a host, as is one that repeats it: {@code queue x3}.
 */
final class QueueParser {

    private static final String QUEUE = "queue";
    private static final String EXAMPLE = "Write it as in queue orders 4.";

    private QueueParser() {}

    /** Returns whether a line declares a queue, validly or not. */
    static boolean isQueue(List<String> words) {
        return words.size() > 1
                && words.getFirst().equals(QUEUE)
                && !words.get(1).equals("->")
                && !(words.size() == 2 && LineWords.isOffOrTimes(words.get(1)));
    }

    /** Parses a line that declares a queue, from all of its words. */
    static LineMeaning.Queue queue(List<String> words) throws SiteParseException {
        if (!words.getFirst().equals(QUEUE) || LineWords.isOffOrTimes(words.getLast())) {
            throw new SiteParseException(
                    "A queue is declared and not run, so it has no off and no xN. " + EXAMPLE);
        }
        if (words.size() != 3) {
            throw new SiteParseException("A queue has a name and a size. " + EXAMPLE);
        }
        String name = StepArguments.name(words.get(1), "queue orders 4");
        int size = AsciiDigits.number(words.get(2), LineMeaning.MAX_SIZE);
        if (size < 0) {
            throw new SiteParseException(
                    "A queue holds 1 to %d items, not %s."
                            .formatted(LineMeaning.MAX_SIZE, Quoting.ofWord(words.get(2))));
        }
        return new LineMeaning.Queue(name, size);
    }
}
