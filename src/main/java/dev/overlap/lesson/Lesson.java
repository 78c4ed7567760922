package dev.overlap.lesson;

import dev.overlap.lesson.claim.Claim;
import dev.overlap.lesson.claim.ClaimResult;
import dev.overlap.lesson.claim.MeasuredRuns;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One lesson. Its longer texts are paragraphs without line breaks, separated by blank lines.
 *
 * @param id the name of its file, without the extension
 * @param title one line
 * @param question for the class before anything runs; a paragraph or two
 * @param sites the list to run; every line is valid
 * @param models ids of models: Run uses the first, Compare all; at least one
 * @param settings those of the lesson, and defaults for the rest
 * @param runs the number of runs per model in a comparison, 1 to {@value #MAX_RUNS}
 * @param minutes how long it takes in class, 1 to {@value #MAX_MINUTES}; 0 if unknown
 * @param asksForGuess whether the class should first guess a time
 * @param lookAt what to look at on the chart; at least one
 * @param explanation of the result; may name measured figures, see {@link
 *     dev.overlap.lesson.claim.MeasuredText}
 * @param takeHome one sentence; empty for none
 * @param claims what its runs must show, so that its texts are true
 * @param breakIt the counter of a race in which the class is the scheduler after all; empty for
 *     none
 * @param notes for the presenter: clicks, questions; may be empty
 */
public record Lesson(
        String id,
        String title,
        String question,
        SiteList sites,
        List<String> models,
        Settings settings,
        int runs,
        int minutes,
        boolean asksForGuess,
        List<Observation> lookAt,
        String explanation,
        String takeHome,
        List<Claim> claims,
        String breakIt,
        String notes) {

    /** The default of comparisons. */
    static final int DEFAULT_RUNS = 3;

    static final int MAX_RUNS = 99;
    static final int MAX_MINUTES = 60;

    public Lesson {
        models = List.copyOf(models);
        lookAt = List.copyOf(lookAt);
        claims = List.copyOf(claims);
        if (models.isEmpty()) {
            throw new IllegalArgumentException("A lesson needs a model to run.");
        }
        if (runs < 1 || runs > MAX_RUNS) {
            throw new IllegalArgumentException("Each model runs 1 to " + MAX_RUNS + " times.");
        }
    }

    /** The id of the model for a single run. */
    public String model() {
        return models.getFirst();
    }

    /**
     * Returns this lesson with other models in place of some, each once. Claims stay: of a model
     * that is not run nothing is known.
     */
    public Lesson withModels(UnaryOperator<String> replacement) {
        return new Lesson(
                id,
                title,
                question,
                sites,
                models.stream().map(replacement).distinct().toList(),
                settings,
                runs,
                minutes,
                asksForGuess,
                lookAt,
                explanation,
                takeHome,
                claims,
                breakIt,
                notes);
    }

    /** Its list with its settings, under any model. */
    public Plan plan(String model) {
        return new Plan(sites, model, settings);
    }

    /** Whether a plan is its list with its settings, under one of its models. */
    public boolean hasPlan(Plan plan) {
        return models.contains(plan.model()) && plan.equals(plan(plan.model()));
    }

    /** The claims that runs of it contradict. */
    public List<Claim> failedClaims(MeasuredRuns runs) {
        return claims.stream().filter(it -> it.check(runs) == ClaimResult.FAILS).toList();
    }
}
