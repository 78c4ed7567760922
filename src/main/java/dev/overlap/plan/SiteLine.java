package dev.overlap.plan;

import org.jspecify.annotations.Nullable;

/**
 * One line of the site list: its text, untouched, and what it means.
 *
 * @param text as it was typed, without a line break
 * @param meaning what the text means
 */
public record SiteLine(String text, LineMeaning meaning) {

    public static SiteLine parse(String text) {
        return new SiteLine(text, SiteLineParser.meaning(text));
    }

    /**
     * The line that a person would write for a site: what its entry means, in the shortest form.
     * User names and passwords are in it, as in every text of a list.
     */
    static SiteLine of(LineMeaning.Entry entry) {
        String times = entry.times() == 1 ? "" : " x" + entry.times();
        return parse((entry.on() ? "" : "off ") + text(entry.site()) + times);
    }

    private static String text(Site site) {
        return switch (site) {
            case Site.Fetch(Address address) -> address.text();
            case Site.Poll(Address address) -> "poll:" + address.text();
            case Site.Compute compute -> compute.label();
        };
    }

    /** What this line says of its site, or null where it has none. */
    public LineMeaning.@Nullable Entry entry() {
        return meaning instanceof LineMeaning.Entry entry ? entry : null;
    }

    /** The sentence that says what is wrong, or null where nothing is. */
    public @Nullable String problem() {
        return meaning instanceof LineMeaning.Problem problem ? problem.sentence() : null;
    }

    /** The same line with stars in place of a user name and password. */
    SiteLine withoutSecrets() {
        String masked = CredentialMasking.masked(text);
        return masked.equals(text) ? this : parse(masked);
    }

    /**
     * The same line switched on or off, by the word {@code off} in front. Lines without a site stay
     * as they are.
     */
    public SiteLine switched(boolean on) {
        LineMeaning.Entry entry = entry();
        if (entry == null || entry.on() == on) {
            return this;
        }
        return parse(on ? SiteLineParser.withoutOff(text) : "off " + text.strip());
    }
}
