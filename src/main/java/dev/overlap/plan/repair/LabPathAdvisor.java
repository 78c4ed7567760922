package dev.overlap.plan.repair;

import dev.overlap.plan.LineMeaning;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.Step;
import dev.overlap.plan.address.Address;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the path that was meant by one that the lab does not have. */
final class LabPathAdvisor {

    private final LabPaths paths;

    LabPathAdvisor(LabPaths paths) {
        this.paths = paths;
    }

    /**
     * Returns what to say of a path, or null if the lab serves it.
     *
     * @param text the line
     * @param typing whether the path may be unfinished
     */
    @Nullable LineAdvice advice(String text, String path, boolean polls, boolean typing) {
        int fragment = path.indexOf('#');
        String target = fragment < 0 ? path : path.substring(0, fragment);
        String method = polls ? "POST" : "GET";
        String refusal = paths.refusal(method, target);
        if (refusal == null || (typing && isUnfinished(target))) {
            return null;
        }
        String meant = meant(target, method);
        SiteLine mended = meant == null ? null : replaced(text, target, meant, polls);
        return meant == null || mended == null || has(mended, path, polls)
                ? LineAdvice.without(refusal)
                : new LineAdvice(refusal, List.of(mended), new Repair(Repair.Form.LAB_PATH, meant));
    }

    /** Returns the line with another path in the steps that have this one, not in its comment. */
    private static SiteLine replaced(String text, String target, String meant, boolean polls) {
        int comment = SiteLine.comment(text, 0);
        Pattern step =
                Pattern.compile(
                        "(?i)(%slab:)(?-i)%s(?=[\\s#}]|$)"
                                .formatted(
                                        polls ? "(?<!\\S)poll:" : "(?<!\\S)",
                                        Pattern.quote(target)));
        String steps =
                step.matcher(text.substring(0, comment))
                        .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + meant));
        return SiteLine.parse(steps + text.substring(comment));
    }

    /** Returns whether a line has a step with a path. */
    private static boolean has(SiteLine line, String path, boolean polls) {
        LineMeaning.Entry entry = line.entry();
        return entry == null
                || entry.steps()
                        .flat()
                        .filter(step -> step instanceof Step.Poll == polls)
                        .anyMatch(step -> new Address.Lab(path).equals(step.target()));
    }

    /** A name that is not finished, and one whose number is still to come. */
    private boolean isUnfinished(String target) {
        String name = name(target);
        boolean isWhole = target.length() == name.length() + 1;
        return paths.examples().stream()
                .map(LabPathAdvisor::name)
                .anyMatch(known -> isWhole ? known.startsWith(name) : known.equals(name));
    }

    /** The same target below the nearest name, or else the example for that name. */
    private @Nullable String meant(String target, String method) {
        List<String> names = paths.examples().stream().map(LabPathAdvisor::name).toList();
        String name = name(target);
        String near = ClosestMatch.to(name, names);
        if (near == null) {
            return null;
        }
        String same = "/" + near + target.substring(1 + name.length());
        if (!same.equals(target) && paths.refusal(method, same) == null) {
            return same;
        }
        boolean isBare = target.length() <= name.length() + 2;
        String example = paths.examples().get(names.indexOf(near));
        return !isBare ? null : paths.refusal(method, example) == null ? example : null;
    }

    private static String name(String target) {
        int end = 1;
        while (end < target.length() && "/?".indexOf(target.charAt(end)) < 0) {
            end++;
        }
        return target.substring(Math.min(1, target.length()), end);
    }
}
