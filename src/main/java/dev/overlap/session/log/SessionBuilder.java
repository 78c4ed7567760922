package dev.overlap.session.log;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.Measurement;
import dev.overlap.comparison.SortOrder;
import dev.overlap.comparison.Variant;
import dev.overlap.comparison.VariantResult;
import dev.overlap.session.Origin;
import dev.overlap.session.Recording;
import dev.overlap.session.Recording.RecordedComparison;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.text.session.SessionText;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.MachineLoad;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the events of a file. */
final class SessionBuilder {

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int MAX_PLANS = 1_000;

    /** In all runs together. */
    private static final int MAX_TASKS = 1_000_000;

    private final Leftovers leftovers;
    private final Origin origin;
    private final Instant begun;
    private final List<PlanBuilder> plans = new ArrayList<>();
    private final List<RunBuilder> runs = new ArrayList<>();
    private final Map<String, Long> guesses = new HashMap<>();
    private @Nullable ComparisonHead comparison;
    private int tasks;

    private record ComparisonHead(int runs, SortOrder order, boolean finished) {}

    /** Begins with the first event. */
    SessionBuilder(LogEvent hello, Leftovers leftovers) {
        this.leftovers = leftovers;
        long wall = hello.number(FieldName.WALL);
        begun =
                Instant.ofEpochSecond(
                        Math.floorDiv(wall, NANOS_PER_SECOND),
                        Math.floorMod(wall, NANOS_PER_SECOND));
        origin =
                new Origin(
                        hello.text(FieldName.PROGRAM, ""),
                        hello.text(FieldName.SYSTEM, ""),
                        hello.text(FieldName.JAVA, ""),
                        hello.integer(FieldName.PROCESSORS, 0));
    }

    Origin origin() {
        return origin;
    }

    /** Adds an event. */
    void add(LogEvent event) {
        switch (event.name()) {
            case EventName.COMPARISON -> comparison = comparison(event);
            case EventName.GUESS ->
                    guesses.put(event.text(FieldName.MODEL), event.number(FieldName.NANOS));
            case EventName.PLAN -> addPlan(event);
            case EventName.SITE -> lastPlan().addLine(event);
            case EventName.SETTING -> lastPlan().set(event, leftovers);
            case EventName.RUN -> addRun(event);
            default -> addToRun(event);
        }
    }

    private ComparisonHead comparison(LogEvent event) {
        SortOrder order = EnumCodes.read(SortOrder.class, event.text(FieldName.ORDER, "wall"));
        return new ComparisonHead(
                event.integer(FieldName.RUNS),
                leftovers.known(order, SortOrder.WALL),
                event.is(FieldName.FINISHED));
    }

    private void addPlan(LogEvent event) {
        if (plans.size() == MAX_PLANS) {
            throw new IllegalArgumentException("too many plans");
        }
        plans.add(new PlanBuilder(event, event.is(FieldName.SAME) ? lastPlan().plan() : null));
    }

    private PlanBuilder lastPlan() {
        if (plans.isEmpty()) {
            throw new IllegalArgumentException("there is no plan");
        }
        return plans.getLast();
    }

    private void addRun(LogEvent event) {
        int plan = event.integer(FieldName.PLAN, 0);
        if (plan < 0 || plan >= plans.size() || (comparison == null && !runs.isEmpty())) {
            throw new IllegalArgumentException("there is no plan " + plan);
        }
        endRun();
        runs.add(new RunBuilder(event, plans.get(plan).plan(), MAX_TASKS - tasks, leftovers));
    }

    /** Completes the last run, so that it needs no more memory than its trace. */
    private void endRun() {
        if (!runs.isEmpty()) {
            Trace _ = runs.getLast().trace();
            tasks += runs.getLast().tasks();
        }
    }

    private void addToRun(LogEvent event) {
        if (runs.isEmpty() || !runs.getLast().add(event)) {
            leftovers.addEvent();
        }
    }

    /**
     * Returns what was collected; null if there is no run to show.
     *
     * @param isWhole whether this is all of the file
     * @param notes receives a sentence about each thing that is not whole
     */
    @Nullable Recording build(boolean isWhole, List<String> notes) {
        if (comparison != null) {
            boolean isEmpty =
                    runs.stream().noneMatch(run -> run.isLive() || run.trace().isFinished());
            return isEmpty && !isWhole ? null : build(comparison, notes);
        }
        if (runs.isEmpty()) {
            return null;
        }
        PlanBuilder plan = plans.get(runs.getFirst().variant());
        RunBuilder run = runs.getFirst();
        return new RecordedRun(
                plan.plan(), plan.name(), begun, run.trace(), run.guessNanos(), run.speedUp());
    }

    private Recording build(ComparisonHead head, List<String> notes) {
        List<VariantResult> entries = new ArrayList<>();
        for (int variant = 0; variant < plans.size(); variant++) {
            entries.add(result(variant));
        }
        long broken =
                runs.stream().filter(run -> !run.isLive() && !run.trace().isFinished()).count();
        if (broken > 0) {
            notes.add(SessionText.runsLeftOut(broken));
        }
        ComparisonPlan plan =
                new ComparisonPlan(
                        entries.stream().map(VariantResult::variant).toList(), head.runs);
        return new RecordedComparison(
                new Comparison(plan, entries, head.finished),
                head.order,
                new Guesses(guesses),
                begun);
    }

    private VariantResult result(int variant) {
        List<Measurement> samples = new ArrayList<>();
        Trace live = null;
        for (RunBuilder run : runs) {
            if (run.variant() == variant && run.trace().isFinished()) {
                samples.add(measurement(run));
            } else if (run.variant() == variant && run.isLive()) {
                live = run.trace();
            }
        }
        PlanBuilder plan = plans.get(variant);
        return new VariantResult(new Variant(plan.name(), plan.plan()), samples, live);
    }

    private static Measurement measurement(RunBuilder run) {
        Trace trace = run.trace();
        return new Measurement(trace, run.cpuNanos(), run.leftOutNanos(), MachineLoad.of(trace));
    }
}
