package dev.overlap.plan.repair;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces the links of Markdown and HTML by their addresses. */
final class Links {

    /** An address in parentheses, which may contain pairs of them. */
    private static final Pattern MARKDOWN =
            Pattern.compile(
                    "!?\\[[^\\]]*+]\\(\\s*+<?+([^\\s()<>]*+(?:\\([^\\s()]*+\\)[^\\s()<>]*+)*+)>?+"
                            + "(?:\\s++(?:\"[^\"]*+\"|'[^']*+'))?+\\s*+\\)");

    private static final Pattern HTML = Pattern.compile("(?i)<a\\s([^>]*+)>(?:.*?</a\\s*+>)?");

    private static final Pattern HREF =
            Pattern.compile("(?i)\\bhref\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"']++))");

    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][A-Za-z0-9]*+(?:\\s[^<>]*+)?>");

    /** Stands for a link to nowhere, which is not understood either. */
    private static final String NOWHERE = " < ";

    private Links() {}

    static @Nullable RepairDraft markdown(String body) {
        if (!body.contains("](")) {
            return null; // nearly all: no matching
        }
        String linked = MARKDOWN.matcher(body).replaceAll(link -> spaced(link.group(1)));
        return draft(body, linked, Repair.Form.MARKDOWN);
    }

    static @Nullable RepairDraft html(String body) {
        if (body.indexOf('<') < 0) {
            return null;
        }
        String linked = HTML.matcher(body).replaceAll(link -> spaced(href(link.group(1))));
        return draft(body, TAG.matcher(linked).replaceAll(" "), Repair.Form.HTML);
    }

    private static String href(String attributes) {
        Matcher found = HREF.matcher(attributes);
        if (!found.find()) {
            return "";
        }
        int group = found.group(1) != null ? 1 : found.group(2) != null ? 2 : 3;
        return found.group(group).replace("&amp;", "&");
    }

    private static String spaced(String address) {
        return Matcher.quoteReplacement(address.isEmpty() ? NOWHERE : " " + address.strip() + " ");
    }

    private static @Nullable RepairDraft draft(String body, String without, Repair.Form form) {
        String text = without.strip();
        boolean leadsNowhere = text.isEmpty() || without.contains(NOWHERE);
        return without.equals(body) || leadsNowhere ? null : RepairDraft.of(text, form);
    }

    /**
     * Returns where the last link ends that begins before a position and ends after it, or the
     * position: a {@code #} in the text of a link begins no comment.
     */
    static int endOfLinkAround(String text, int position) {
        int end = position;
        for (Pattern link : new Pattern[] {MARKDOWN, HTML}) {
            Matcher found = link.matcher(text);
            while (found.find() && found.start() < position) {
                end = Math.max(end, found.end());
            }
        }
        return end;
    }
}
