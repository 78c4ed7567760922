package dev.overlap.lesson;

import static dev.overlap.testkit.TraceAssertions.atOnce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.RunMetrics;
import dev.overlap.lesson.claim.ClaimResult;
import dev.overlap.lesson.claim.MeasuredRuns;
import dev.overlap.lesson.claim.MeasuredText;
import dev.overlap.text.ResourceText;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.metrics.ResourceStatistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Checks all that a lesson says after its runs against their traces. */
final class LessonTruth {

    /** What takes longer than one part in so many of the run can be seen on its picture. */
    private static final int VISIBLE = 100;

    /** What a sentence says of the picture, and the trace that has it. */
    private static final Map<Pattern, Predicate<Trace>> SAYINGS = sayings();

    private final Lesson lesson;
    private final Map<String, Trace> traces;
    private final MeasuredRuns runs;

    /**
     * @param traces by model
     */
    LessonTruth(Lesson lesson, Map<String, Trace> traces) {
        this.lesson = lesson;
        this.traces = traces;
        Map<String, List<Trace>> finished = new LinkedHashMap<>();
        traces.forEach((model, trace) -> finished.put(model, List.of(trace)));
        Guesses guesses = Guesses.NONE;
        for (String model : traces.keySet()) {
            guesses = guesses.with(model, 1_000_000_000L);
        }
        runs = new MeasuredRuns(finished, guesses);
    }

    private static Map<Pattern, Predicate<Trace>> sayings() {
        Map<Pattern, Predicate<Trace>> all = new LinkedHashMap<>();
        for (Phase phase : Phase.values()) {
            all.put(Pattern.compile('"' + phase.words() + '"'), it -> atOnce(it, phase) > 0);
        }
        for (String what : List.of("a lock", "a permit", "an item", "room")) {
            say(all, "\"waits for " + what + '"', it -> waitsFor(it, what));
        }
        say(all, "lost update|updates (are|were) lost", LessonTruth::hasLost);
        say(all, "hatch", it -> isVisible(it, Phase.READY));
        say(all, "dotted|\\bdots\\b", it -> isVisible(it, Phase.PAUSE));
        say(all, "empty box", it -> isVisible(it, Phase.LEASE));
        say(all, "\\bframes?\\b", it -> isVisible(it, Phase.BLOCKED));
        say(all, "grey line", it -> isVisible(it, Phase.QUEUED));
        say(all, "\\bcross(es)?\\b", LessonTruth::hasFailure);
        say(all, "cancelled", it -> ended(it, Outcome.Cancelled.class) > 0);
        say(all, "staircase", it -> RunMetrics.of(it).peakInFlight() <= 1);
        say(all, "overlap|side by side", it -> RunMetrics.of(it).peakInFlight() > 1);
        say(all, "(loop's lane|lane of the loop) is solid", it -> busyShare(it) > 0.5);
        say(all, "lane of the loop\\. It is empty|lane.* idle", it -> busyShare(it) < 0.5);
        say(all, "start-up", it -> it.workers().stream().anyMatch(w -> w.startUp() != null));
        say(all, "[Dd]eadlock", it -> !it.deadlocks().isEmpty());
        return all;
    }

    private static void say(
            Map<Pattern, Predicate<Trace>> all, String words, Predicate<Trace> truth) {
        all.put(Pattern.compile(words), truth);
    }

    /** Asserts that every claim of the lesson holds on these runs. */
    void assertClaimsHold() {
        assertThat(lesson.claims())
                .allSatisfy(
                        claim ->
                                assertThat(claim.check(runs))
                                        .as("%s", claim)
                                        .isEqualTo(ClaimResult.HOLDS));
    }

    /** Asserts that what a sentence names on the picture is on the picture of a model. */
    void assertSentencesAreTrue() {
        for (String sentence : sentences()) {
            SAYINGS.forEach(
                    (words, truth) -> {
                        if (words.matcher(sentence).find()) {
                            assertThat(traces.values())
                                    .as("what \"%s\" speaks of in: %s", words, sentence)
                                    .anyMatch(truth);
                        }
                    });
        }
    }

    /** All that is shown after the run; every figure in it has a value. */
    private List<String> sentences() {
        List<String> all = new ArrayList<>();
        lesson.lookAt().forEach(it -> all.add(it.say()));
        List<String> explanation = MeasuredText.paragraphs(lesson.explanation(), runs);
        String figures = lesson.explanation().replaceAll("\\{[^}]*}", "1 s");
        assertThat(String.join(" ", explanation).split("[.?!] ").length)
                .as("sentences of which no figure lacks a value: %s", explanation)
                .isEqualTo(figures.replace("\n\n", " ").split("[.?!] ").length);
        all.addAll(explanation);
        all.add(lesson.takeHome());
        return all;
    }

    /** Asserts that each place is in the run that "Run" makes. */
    void assertPlacesExist() {
        Trace trace = traces.get(lesson.model());
        for (Observation it : lesson.lookAt()) {
            if (!it.select().isEmpty()) {
                assertThat(selected(trace, it.select())).as("%s", it).isPresent();
            }
            if (it.at() != null) {
                assertThat(it.at().toNanos()).as("%s", it).isBetween(1L, trace.wallNanos());
                assertPhaseThere(it, trace);
            }
            if (it.zoom() != null && it.zoom() != Zoom.ALL) {
                assertThat(it.zoom().to().toNanos()).as("%s", it).isBetween(1L, trace.wallNanos());
            }
            if (it.rows().equals("resources")) {
                assertThat(trace.resources()).as("%s", it).isNotEmpty();
            }
            if (it.rows().equals("connections")) {
                assertThat(trace.connections()).as("%s", it).isNotEmpty();
            }
        }
    }

    /** Asserts that the selected task is in the phase that the sentence names at that instant. */
    private static void assertPhaseThere(Observation it, Trace trace) {
        Set<Phase> named =
                Arrays.stream(Phase.values())
                        .filter(phase -> it.say().contains('"' + phase.words() + '"'))
                        .collect(Collectors.toSet());
        if (!named.isEmpty() && !it.select().isEmpty()) {
            TaskTrack task = selected(trace, it.select()).orElseThrow();
            assertThat(task.phase(task.segmentAt(it.at().toNanos()))).as("%s", it).isIn(named);
        }
    }

    private static Optional<TaskTrack> selected(Trace trace, String select) {
        return trace.tasks().stream()
                .filter(
                        task ->
                                task.label().equals(select)
                                        || select.equals(Integer.toString(task.index() + 1)))
                .findFirst();
    }

    private static boolean isVisible(Trace trace, Phase phase) {
        return trace.tasks().stream().anyMatch(task -> isVisible(trace, task, phase));
    }

    private static boolean isVisible(Trace trace, TaskTrack task, Phase phase) {
        return IntStream.range(0, task.segments())
                .filter(segment -> task.phase(segment) == phase)
                .anyMatch(
                        segment ->
                                task.end(segment) - task.begin(segment)
                                        > trace.wallNanos() / VISIBLE);
    }

    /** Whether the legend says that tasks waited for it. */
    private static boolean waitsFor(Trace trace, String what) {
        return ResourceText.waits(List.of(trace), trace.wallNanos()).contains(what);
    }

    private static boolean hasLost(Trace trace) {
        return trace.resources().stream()
                .anyMatch(it -> ResourceStatistics.of(trace, it, trace.wallNanos()).lost() > 0);
    }

    private static boolean hasFailure(Trace trace) {
        return ended(trace, Outcome.Failed.class) > 0;
    }

    private static long ended(Trace trace, Class<? extends Outcome> how) {
        return trace.tasks().stream().filter(task -> how.isInstance(task.outcome())).count();
    }

    /** The share of the run in which the loop was busy; NaN without a loop. */
    private static double busyShare(Trace trace) {
        return trace.workers().stream()
                .filter(worker -> worker.role() == WorkerTrack.Role.LOOP)
                .mapToDouble(worker -> worker.busyNanos(trace.wallNanos()))
                .map(busy -> busy / trace.wallNanos())
                .findFirst()
                .orElse(Double.NaN);
    }
}
