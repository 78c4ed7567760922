package dev.overlap.plan.repair;

import dev.overlap.plan.SiteLine;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Repairs that are likely and not certain: people decide whether to take them. */
final class Suggestions {

    /** An address in a sentence; brackets are part of it if they are closed. */
    private static final Pattern ADDRESS =
            Pattern.compile(
                    ("(?<!\\w)%1$s(?:(?![,;]%1$s)[^\\s<>\"'`\u201c\u201d()\\[\\]{}|]"
                                    + "|\\([^\\s()]*+\\)|\\[[^\\s\\[\\]]*+])++")
                            .formatted(RepairDraft.ADDRESS_BEGIN));

    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.,;:!?]+$");
    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z]{2,8})([:;]?/{1,3})(?=[^/])");
    private static final Pattern LAB = Pattern.compile("(?i)\\blab:(?=[a-z])");

    private static final Pattern IPV6 =
            Pattern.compile("^(https?://|)((?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4})(/\\S*)?$");

    private static final Pattern GLUED =
            Pattern.compile("(?<=\\S)->|->(?=\\S)|(?<=\\S)[{}](?=\\s|$)|(?<=^|\\s)[{}](?=\\S)");

    private static final Pattern COUNT = Pattern.compile("(?<=^|\\s)[xX\u00d7]\\d{1,6}(?=\\s|$)");
    private static final Pattern OFF = Pattern.compile("(?<=\\s)off(?=\\s|$)");

    private static final List<Function<String, @Nullable RepairDraft>> RULES =
            List.of(
                    Suggestions::visible,
                    Suggestions::scheme,
                    Suggestions::lab,
                    Suggestions::ipv6,
                    Suggestions::blanks,
                    Suggestions::brace,
                    Suggestions::countAtEnd,
                    Suggestions::offAtBegin,
                    Suggestions::addresses);

    private Suggestions() {}

    /** Returns the first suggestion that would be understood, or null. */
    static @Nullable RepairDraft of(String text) {
        int comment = SiteLine.comment(text, 0);
        String body = text.substring(0, comment).strip();
        for (Function<String, @Nullable RepairDraft> rule : RULES) {
            RepairDraft repairDraft = rule.apply(body);
            if (repairDraft != null
                    && repairDraft.bodies().stream().allMatch(RepairDraft::isCertain)) {
                return repairDraft.with(text.substring(comment));
            }
        }
        return null;
    }

    /**
     * Returns what a text may mean in which the name of a host has a comma: several addresses, or
     * one with other cells of a table after it. Returns null for anything else.
     */
    static @Nullable RepairDraft withoutCommas(String text) {
        int comment = SiteLine.comment(text, 0);
        String body = text.substring(0, comment);
        WholeLineWords line = WholeLineWords.of(body);
        if (RepairDraft.mayHaveSteps(body) || line.isUnclear()) {
            return null;
        }
        RepairDraft repairDraft = AddressSplitter.split(line.inside());
        repairDraft = repairDraft == null ? beforeComma(line.inside()) : repairDraft;
        return repairDraft == null ? null : line.around(repairDraft).with(text.substring(comment));
    }

    private static @Nullable RepairDraft beforeComma(String inside) {
        int comma = Math.max(0, inside.indexOf(','));
        String address = inside.substring(0, comma);
        boolean isOnly = !ADDRESS.matcher(inside).find(comma);
        return isOnly && RepairDraft.isCertain(address)
                ? new RepairDraft(List.of(address), new Repair(Repair.Form.WORDS, address))
                : null;
    }

    private static RepairDraft visible(String body) {
        StringBuilder visible = new StringBuilder();
        body.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .filter(c -> !Character.isISOControl(c) || Character.isWhitespace(c))
                .forEach(visible::appendCodePoint);
        return RepairDraft.of(visible.toString(), Repair.Form.INVISIBLE);
    }

    private static @Nullable RepairDraft scheme(String body) {
        Matcher found = SCHEME.matcher(body);
        if (!found.find()) {
            return null;
        }
        String near =
                ClosestMatch.to(
                        found.group(1).toLowerCase(Locale.ROOT), List.of("https", "http", "lab"));
        if (near == null) {
            return null;
        }
        String begin = near + (near.equals("lab") ? ":/" : "://");
        return new RepairDraft(
                List.of(begin + body.substring(found.end())),
                new Repair(Repair.Form.SCHEME, begin));
    }

    private static RepairDraft lab(String body) {
        return new RepairDraft(
                List.of(LAB.matcher(body).replaceAll("lab:/")),
                new Repair(Repair.Form.SCHEME, "lab:/"));
    }

    private static @Nullable RepairDraft ipv6(String body) {
        Matcher found = IPV6.matcher(body);
        if (!found.matches()) {
            return null;
        }
        String path = found.group(3) == null ? "" : found.group(3);
        return RepairDraft.of(
                found.group(1) + "[" + found.group(2) + "]" + path, Repair.Form.BRACKETS);
    }

    private static RepairDraft blanks(String body) {
        String apart = GLUED.matcher(body).replaceAll(Suggestions::spaced);
        return RepairDraft.of(apart.replaceAll(" +", " ").strip(), Repair.Form.BLANKS);
    }

    private static String spaced(MatchResult mark) {
        return " " + mark.group() + " ";
    }

    private static @Nullable RepairDraft brace(String body) {
        return body.indexOf('{') < 0 ? null : RepairDraft.of(body + " }", Repair.Form.BRACE);
    }

    private static @Nullable RepairDraft countAtEnd(String body) {
        List<String> counts = COUNT.matcher(body).results().map(MatchResult::group).toList();
        return counts.size() != 1
                ? null
                : RepairDraft.of(
                        COUNT.matcher(body).replaceFirst("").strip().replaceAll(" +", " ")
                                + " "
                                + counts.getFirst(),
                        Repair.Form.MISPLACED);
    }

    private static @Nullable RepairDraft offAtBegin(String body) {
        Matcher off = OFF.matcher(body);
        return off.find()
                ? RepairDraft.of(
                        "off " + OFF.matcher(body).replaceAll("").strip().replaceAll(" +", " "),
                        Repair.Form.MISPLACED)
                : null;
    }

    /** The addresses in a sentence; a text with arrows or braces is about something else. */
    private static @Nullable RepairDraft addresses(String body) {
        WholeLineWords line = WholeLineWords.of(body);
        if (RepairDraft.mayHaveSteps(body) || line.isUnclear() || hasOtherStep(body)) {
            return null;
        }
        List<String> found =
                ADDRESS.matcher(line.inside())
                        .results()
                        .map(address -> END_OF_SENTENCE.matcher(address.group()).replaceAll(""))
                        .toList();
        return found.isEmpty()
                ? null
                : line.around(
                        new RepairDraft(
                                found, new Repair(Repair.Form.WORDS, String.join(", ", found))));
    }

    /** Returns whether a word is a step that is no request: it must not get lost. */
    private static boolean hasOtherStep(String body) {
        return Pattern.compile("\\s+")
                .splitAsStream(body)
                .map(word -> SiteLine.parse(word).entry())
                .filter(Objects::nonNull)
                .flatMap(entry -> entry.steps().flat())
                .anyMatch(step -> step.target() == null);
    }
}
