package dev.overlap.lesson;

import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;

import java.util.List;

/**
 * One lesson. Its longer texts are paragraphs, separated by blank lines; a paragraph holds no line
 * break.
 *
 * @param id the name of its file, without the extension
 * @param title one line
 * @param question what the class is asked before anything runs; a paragraph or two
 * @param sites what is run; every line of it is understood
 * @param models ids of models: the first is what Run runs, all are what Compare compares; at least
 *     one
 * @param settings what the lesson sets, and Overlap's own for the rest
 * @param runs how often each model is run by a comparison, 1 to {@value #MAX_RUNS}
 * @param asksForGuess whether the class is to guess a time first
 * @param lookAt where on the chart the eye should go
 * @param explanation why it is so
 * @param notes for who presents it: how long it takes, what to click, what to ask; may be empty
 */
public record Lesson(
        String id,
        String title,
        String question,
        SiteList sites,
        List<String> models,
        Settings settings,
        int runs,
        boolean asksForGuess,
        String lookAt,
        String explanation,
        String notes) {

    /** As often as a comparison that nobody set up otherwise. */
    public static final int DEFAULT_RUNS = 3;

    public static final int MAX_RUNS = 99;

    public Lesson {
        models = List.copyOf(models);
        if (models.isEmpty()) {
            throw new IllegalArgumentException("A lesson needs a model to run.");
        }
        if (runs < 1 || runs > MAX_RUNS) {
            throw new IllegalArgumentException("Each model runs 1 to " + MAX_RUNS + " times.");
        }
    }

    /** The id of the model that is run where only one is. */
    public String model() {
        return models.getFirst();
    }
}
