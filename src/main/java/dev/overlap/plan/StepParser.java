package dev.overlap.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses the steps of a line, from its words.
 *
 * <pre>
 * steps   = step { "->" step }
 * step    = address | "poll:" address | "cpu:" time [ "/" pieces ] | "sleep:" time
 *         | "lock:" name "{" steps "}" | "permit:" name "/" places "{" steps "}"
 *         | "add:" name [ "/" times ] [ "gap" time ] | "put:" name | "take:" name
 * address = see {@link SiteAddressParser}
 * time    = see {@link DurationParser}, without blanks
 * name    = see {@link StepArguments#name}
 * </pre>
 *
 * <p>By recursive descent, whose depth and length are limited whatever the text is.
 */
final class StepParser {

    /** The most steps of a line, those in braces and those around them included. */
    static final int MAX_STEPS = 32;

    /** The most braces around a step. */
    static final int MAX_DEPTH = 8;

    private static final String ARROW = "->";
    private static final String OPEN = "{";
    private static final String CLOSE = "}";
    private static final String GAP = "gap";

    private final List<String> words;
    private int at;
    private int count;

    private StepParser(List<String> words) {
        this.words = words;
    }

    /**
     * Parses steps.
     *
     * @param words at least one
     */
    static StepSequence steps(List<String> words) throws SiteParseException {
        StepParser parser = new StepParser(words);
        StepSequence steps = parser.sequence(0);
        if (parser.at < words.size()) {
            throw parser.unexpected();
        }
        ResourceNames.check(steps);
        return steps;
    }

    private StepSequence sequence(int depth) throws SiteParseException {
        List<Step> steps = new ArrayList<>();
        do {
            steps.add(step(depth));
        } while (skips(ARROW));
        return new StepSequence(steps);
    }

    private Step step(int depth) throws SiteParseException {
        if (!isStep()) {
            throw missingStep();
        }
        if (++count > MAX_STEPS) {
            throw new SiteParseException("A line has at most " + MAX_STEPS + " steps.");
        }
        String word = words.get(at++);
        String text = SiteAddressParser.unwrapped(word);
        StepKind kind = StepKind.of(text);
        if (kind == null) {
            return SiteAddressParser.site(word);
        }
        try {
            return step(kind, LineWords.checked(StepKind.argument(text)), depth);
        } catch (SiteParseException problem) {
            throw kind.withHost(text, problem);
        }
    }

    private boolean isStep() {
        return at < words.size()
                && !isMark(words.get(at))
                && (at == 0 || !LineWords.isOffOrTimesNotHost(words.get(at)));
    }

    /** Returns whether a step must follow a word. */
    static boolean expectsStep(String word) {
        return word.equals(ARROW) || word.equals(OPEN);
    }

    private static boolean isMark(String word) {
        return word.equals(ARROW) || word.equals(OPEN) || word.equals(CLOSE);
    }

    private Step step(StepKind kind, String argument, int depth) throws SiteParseException {
        return switch (kind) {
            case CPU -> StepArguments.compute(argument);
            case SLEEP -> new Step.Sleep(StepTimeParser.SLEEP.time(argument));
            case LOCK -> {
                String name = StepArguments.name(argument, "lock:account");
                yield new Step.Lock(name, braces("A lock", "lock:account", depth));
            }
            case PERMIT -> {
                Resource permit = StepArguments.permit(argument);
                StepSequence inner = braces("A permit", "permit:db/3", depth);
                yield new Step.Permit(permit.name(), permit.places(), inner);
            }
            case ADD -> StepArguments.add(argument, gap());
            case PUT -> new Step.Put(StepArguments.name(argument, "put:orders"));
            case TAKE -> new Step.Take(StepArguments.name(argument, "take:orders"));
        };
    }

    private Duration gap() throws SiteParseException {
        if (!skips(GAP)) {
            return Duration.ZERO;
        }
        if (at == words.size() || isMark(words.get(at))) {
            throw StepTimeParser.GAP.missing();
        }
        return StepTimeParser.GAP.time(LineWords.checked(words.get(at++)));
    }

    private StepSequence braces(String noun, String example, int depth) throws SiteParseException {
        if (!skips(OPEN)) {
            throw blankElse(
                    noun
                            + " needs steps in braces. Write it as in "
                            + example
                            + " { lab:/delay/300 }.");
        }
        if (depth == MAX_DEPTH) {
            throw new SiteParseException("Braces are at most " + MAX_DEPTH + " deep.");
        }
        StepSequence steps = sequence(depth + 1);
        if (skips(CLOSE)) {
            return steps;
        }
        throw at < words.size() ? unexpected() : blankElse("A } is missing. Each { needs one.");
    }

    private boolean skips(String word) {
        boolean isNext = at < words.size() && words.get(at).equals(word);
        at += isNext ? 1 : 0;
        return isNext;
    }

    private SiteParseException missingStep() {
        String next = at < words.size() ? words.get(at) : "";
        if (LineWords.isOffOrTimes(next)) {
            return LineWords.misplaced(next);
        }
        if (next.equals(OPEN)) {
            return unexpected();
        }
        if (at == 0) {
            return next.equals(CLOSE)
                    ? unexpected()
                    : problem("Write a step before ->, as in lab:/delay/300 -> cpu:100ms.");
        }
        return words.get(at - 1).equals(OPEN)
                ? problem("Write a step after {, as in lock:account { lab:/delay/300 }.")
                : problem("Write a step after ->, as in lab:/delay/300 -> cpu:100ms.");
    }

    /** Returns the problem of a word that cannot follow the steps before it. */
    private SiteParseException unexpected() {
        String word = words.get(at);
        if (LineWords.isOffOrTimes(word)) {
            return LineWords.misplaced(word);
        }
        return switch (word) {
            case CLOSE -> problem("There is no { for this }. Remove it, or write both.");
            case OPEN ->
                    problem(
                            "Braces follow a lock or a permit, as in lock:account {"
                                    + " lab:/delay/300 }.");
            case GAP -> problem("A gap belongs to an add, as in add:hits gap 5ms.");
            default ->
                    blankElse(
                            "Write -> between two steps, %20 for a space in an address, and a #"
                                    + " before a comment.");
        };
    }

    /** Returns the problem of a blank that is missing around here, or else one with a sentence. */
    private SiteParseException blankElse(String sentence) {
        for (int i = Math.min(at, words.size() - 1); i >= Math.max(0, at - 1); i--) {
            SiteParseException blank = LineWords.around(words.get(i));
            if (blank != null) {
                return blank;
            }
        }
        return problem(sentence);
    }

    private static SiteParseException problem(String sentence) {
        return new SiteParseException(sentence);
    }
}
