package dev.overlap.text.lesson;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says that the claims of a lesson did not hold on a run. */
public final class ClaimText {

    private static final Pattern ONE_COMPARISON =
            Pattern.compile("([^<>=]+?)\\s*(<=|>=|<|>|=)\\s*([^<>=]+)");

    private static final Map<String, String> DENIED =
            Map.of(
                    "<", "was not under",
                    "<=", "was over",
                    ">", "was not over",
                    ">=", "was under",
                    "=", "was not");

    private ClaimText() {}

    /**
     * Returns the sentence.
     *
     * @param failed the texts of the claims that did not hold; at least one
     */
    public static String of(List<String> failed) {
        return "This run does not show what the lesson is about: "
                + failed.stream().map(ClaimText::denied).collect(Collectors.joining("; "))
                + ".";
    }

    /** Denies a claim: {@code wall(a) < 0.6 * wall(b)} was not under {@code 0.6 × wall(b)}. */
    private static String denied(String claim) {
        String readable = claim.strip().replace(" * ", " \u00d7 ");
        Matcher comparison = ONE_COMPARISON.matcher(readable);
        return comparison.matches() && !readable.contains(" and ")
                ? "%s %s %s"
                        .formatted(
                                comparison.group(1),
                                DENIED.get(comparison.group(2)),
                                comparison.group(3))
                : "\"" + readable + "\" did not hold";
    }
}
