package dev.overlap.plan.repair;

import dev.overlap.plan.SiteLine;

import org.jspecify.annotations.Nullable;

import java.util.List;

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
    @Nullable Advice advice(String text, String path, boolean polls, boolean typing) {
        int fragment = path.indexOf('#');
        String target = fragment < 0 ? path : path.substring(0, fragment);
        String method = polls ? "POST" : "GET";
        String refusal = paths.refusal(method, target);
        if (refusal == null || (typing && isUnfinished(target))) {
            return null;
        }
        String meant = meant(target, method);
        int at = text.lastIndexOf(target);
        if (meant == null || at < 0) {
            return Advice.without(refusal);
        }
        String mended = text.substring(0, at) + meant + text.substring(at + target.length());
        return new Advice(
                refusal, List.of(SiteLine.parse(mended)), new Repair(Repair.Form.LAB_PATH, meant));
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
