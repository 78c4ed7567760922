package dev.overlap.lesson;

import dev.overlap.lesson.claim.Claim;
import dev.overlap.plan.Plan;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody typed to make a lesson of a list. The texts are as typed, in any form.
 *
 * @param plan the list, the first model and the settings
 * @param models ids, separated by commas
 * @param lookAt what to look at; those that say nothing do not count
 * @param claims a line for each
 */
public record LessonDraft(
        Plan plan,
        String models,
        String title,
        String question,
        List<Observation> lookAt,
        String explanation,
        String takeHome,
        String claims,
        String notes) {

    public LessonDraft {
        lookAt = List.copyOf(lookAt);
    }

    /** What to look at, without what says nothing. */
    private List<Observation> observations() {
        return lookAt.stream().filter(it -> !it.say().isBlank()).toList();
    }

    /**
     * Returns the lesson, or what is wrong with the texts; the lines of problems are those of no
     * file.
     *
     * @param id of the lesson
     */
    public LessonResult lesson(String id) {
        List<LessonProblem> problems = new ArrayList<>();
        List<Claim> parsed = new ArrayList<>();
        for (String line : lines(claims)) {
            try {
                parsed.add(Claim.parse(line));
            } catch (IllegalArgumentException e) {
                problems.add(new LessonProblem(1, String.valueOf(e.getMessage())));
            }
        }
        List<String> ids = List.of(models.strip().split("\\s*,\\s*"));
        LessonResult read =
                LessonReader.read(
                        id,
                        LessonWriter.write(
                                new Lesson(
                                        id,
                                        title.strip(),
                                        question.strip(),
                                        plan.sites(),
                                        ids,
                                        plan.settings(),
                                        Lesson.DEFAULT_RUNS,
                                        0,
                                        true,
                                        observations(),
                                        explanation.strip(),
                                        takeHome.strip(),
                                        parsed,
                                        "",
                                        notes.strip())));
        if (read instanceof LessonResult.Invalid(List<LessonProblem> more)) {
            problems.addAll(more);
        }
        return problems.isEmpty() ? read : new LessonResult.Invalid(problems);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
