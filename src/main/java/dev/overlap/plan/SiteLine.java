package dev.overlap.plan;

import dev.overlap.plan.address.Address;

import org.jspecify.annotations.Nullable;

import java.util.stream.Collectors;

/**
 * One line of the site list: its original text, and what it means.
 *
 * @param text the text as typed, without a line break
 * @param meaning the meaning of the text
 */
public record SiteLine(String text, LineMeaning meaning) {

    public static SiteLine parse(String text) {
        return new SiteLine(text, SiteLineParser.meaning(text));
    }

    /**
     * Returns where the comment of a text begins, at or after a position, or the length of the text
     * if it has none.
     */
    public static int comment(String text, int from) {
        return SiteLineParser.comment(text, from);
    }

    /**
     * Returns the shortest line that has the meaning of an entry. It includes user names and
     * passwords, like any text of a list.
     */
    public static SiteLine of(LineMeaning.Entry entry) {
        return parse(text(entry, text(entry.steps())));
    }

    /**
     * Returns the text of the shortest line that has the meaning of an entry, except for user names
     * and passwords.
     */
    public static String textWithoutSecrets(LineMeaning.Entry entry) {
        return text(entry, entry.steps().label());
    }

    private static String text(LineMeaning.Entry entry, String steps) {
        String times = entry.times() == 1 ? "" : " x" + entry.times();
        return (entry.on() ? "" : "off ") + steps + times;
    }

    private static String text(StepSequence steps) {
        return steps.steps().stream().map(SiteLine::text).collect(Collectors.joining(" -> "));
    }

    private static String text(Step step) {
        return switch (step) {
            case Step.Fetch(Address address) -> address.text();
            case Step.Poll(Address address) -> "poll:" + address.text();
            case Step.Lock _, Step.Permit _ ->
                    step.shortLabel() + " { " + text(step.inner()) + " }";
            case Step.Compute _, Step.Sleep _, Step.Add _, Step.Put _, Step.Take _ -> step.label();
        };
    }

    /** Returns what this line would mean alone, whatever other lines its list has. */
    LineMeaning ownMeaning() {
        return meaning instanceof LineMeaning.Problem(_, LineMeaning alone) && alone != null
                ? alone
                : meaning;
    }

    /**
     * Returns this line with the meaning that it has in a list.
     *
     * @param conflict why it contradicts an earlier line; null if it does not
     */
    SiteLine marked(@Nullable String conflict) {
        LineMeaning own = ownMeaning();
        LineMeaning marked = conflict == null ? own : new LineMeaning.Problem(conflict, own);
        return marked.equals(meaning) ? this : new SiteLine(text, marked);
    }

    /** Returns the entry of this line, or null if it has none. */
    public LineMeaning.@Nullable Entry entry() {
        return meaning instanceof LineMeaning.Entry entry ? entry : null;
    }

    /** Returns the message that says what is wrong, or null if the line is valid. */
    public @Nullable String problem() {
        return meaning instanceof LineMeaning.Problem problem ? problem.sentence() : null;
    }

    /** Returns the same line with any user name and password masked. */
    SiteLine withoutSecrets() {
        String masked = CredentialMasking.masked(text);
        return masked.equals(text) ? this : parse(masked);
    }

    /**
     * Returns the entry of this line even if it contradicts an earlier line, or null if it has
     * none.
     */
    public LineMeaning.@Nullable Entry ownEntry() {
        return ownMeaning() instanceof LineMeaning.Entry entry ? entry : null;
    }

    /**
     * Returns the same line switched on or off, using the prefix {@code off}. Lines without a site
     * stay unchanged; one that contradicts an earlier line can be switched off.
     */
    public SiteLine switched(boolean on) {
        LineMeaning.Entry entry = ownEntry();
        if (entry == null || entry.on() == on) {
            return this;
        }
        return parse(on ? SiteLineParser.withoutOff(text) : "off " + text.strip());
    }

    /**
     * Returns the same line with another count, and its comment; a line without a site stays
     * unchanged.
     *
     * @param times from 1 to {@value LineMeaning#MAX_TIMES}
     */
    public SiteLine repeated(int times) {
        LineMeaning.Entry entry = ownEntry();
        return entry == null || entry.times() == times
                ? this
                : parse(SiteLineParser.withTimes(text, times));
    }
}
