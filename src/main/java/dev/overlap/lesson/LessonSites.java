package dev.overlap.lesson;

import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** Reads the site list of a lesson and checks that it can be run. */
final class LessonSites {

    private final ErrorCollector errors;

    LessonSites(ErrorCollector errors) {
        this.errors = errors;
    }

    /** Parses the site list. After {@code sites: |} its lines begin one line below the key. */
    SiteList read(YamlValue value) {
        SiteList sites = SiteList.parse(value.text());
        if (value.style() == ScalarStyle.FOLDED) {
            throw new IllegalArgumentException(
                    "A > puts all sites on one line. Write sites: | instead.");
        }
        boolean isLiteral = value.style() == ScalarStyle.LITERAL;
        for (int i = 0; i < sites.lines().size(); i++) {
            String sentence = sites.lines().get(i).problem();
            if (sentence != null) {
                errors.add(value.line() + (isLiteral ? i + 1 : 0), sentence);
            }
        }
        return sites;
    }

    /**
     * Reports a list with no tasks or too many, unless errors of its lines were already reported.
     */
    void checkTasks(@Nullable YamlValue value, SiteList sites, Settings settings) {
        if (value == null || sites.equals(SiteList.EMPTY) || sites.problems() > 0) {
            return;
        }
        errors.read(value.line(), () -> tasks(sites, settings), 0);
    }

    /** The number of tasks of a list, which must be at least one and no more than a plan allows. */
    private static int tasks(SiteList sites, Settings settings) {
        int tasks = new Plan(sites, "", settings).tasks().size(); // the same under any model
        if (tasks == 0) {
            throw new IllegalArgumentException(
                    "The list has no site to run. Write one, as in lab:/delay/300.");
        }
        return tasks;
    }
}
