package dev.overlap.ui.lesson;

import dev.overlap.comparison.Guesses;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.claim.Claim;
import dev.overlap.lesson.claim.MeasuredRuns;
import dev.overlap.plan.Plan;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.MachineLoad;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What was measured of a lesson: the latest runs of each of its models. A run of another list or
 * under other settings is none of the lesson's.
 */
final class LessonRuns {

    private final Lesson lesson;
    private final Map<String, FinishedRuns> latest = new LinkedHashMap<>();

    LessonRuns(Lesson lesson) {
        this.lesson = lesson;
    }

    Lesson lesson() {
        return lesson;
    }

    /** Whether a plan is one of the lesson's. */
    boolean isOfLesson(Plan plan) {
        return lesson.hasPlan(plan);
    }

    /** Whether a plan is one of the lesson's, apart from the number of workers. */
    boolean isOfLessonButForWorkers(Plan plan) {
        OptionalInt workers = lesson.settings().workers();
        return isOfLesson(
                new Plan(plan.sites(), plan.model(), plan.settings().withWorkers(workers)));
    }

    /**
     * Takes runs in place of earlier ones of their model; ignores those that are not of the lesson.
     */
    void add(FinishedRuns finished) {
        if (isOfLesson(finished.plan()) && !finished.traces().isEmpty()) {
            latest.put(finished.plan().model(), finished);
        }
    }

    boolean has(String model) {
        return latest.containsKey(model);
    }

    /** Whether the first model has run, in whose run is what to look at. */
    boolean hasFirst() {
        return has(lesson.model());
    }

    /** The runs of the first model; null before it has run. */
    @Nullable FinishedRuns first() {
        return latest.get(lesson.model());
    }

    /** The number of runs of a model that were measured together. */
    int count(String model) {
        FinishedRuns runs = latest.get(model);
        return runs == null ? 0 : runs.traces().size();
    }

    /** All of them, with the guess for each model that was made before it ran. */
    MeasuredRuns measured() {
        Map<String, List<Trace>> traces = new LinkedHashMap<>();
        Guesses guesses = Guesses.NONE;
        for (FinishedRuns runs : latest.values()) {
            String model = runs.plan().model();
            traces.put(model, runs.traces());
            guesses = guesses.with(model, runs.guesses().of(model));
        }
        return new MeasuredRuns(traces, guesses);
    }

    /** The claims of the lesson that do not hold on these runs. */
    List<String> failedClaims() {
        return lesson.failedClaims(measured()).stream().map(Claim::text).toList();
    }

    /** The longest delays that a busy machine caused in any of them. Visits every exchange. */
    MachineLoad load() {
        return latest.values().stream()
                .flatMap(runs -> runs.traces().stream())
                .map(MachineLoad::of)
                .reduce(MachineLoad.NONE, MachineLoad::worst);
    }
}
