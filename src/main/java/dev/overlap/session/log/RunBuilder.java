package dev.overlap.session.log;

import dev.overlap.plan.Plan;
import dev.overlap.plan.Task;
import dev.overlap.trace.CollectRule;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRestorer;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Collects the events of a run: first its tasks, then all that happened. */
final class RunBuilder {

    private final int variant;
    private final List<Task> planned;
    private final boolean isForeign;
    private final int processors;
    private final long guessNanos;
    private final double speedUp;
    private final long cpuNanos;
    private final long leftOutNanos;
    private final boolean live;
    private final Leftovers leftovers;
    private final int maxTasks;

    private final List<String> labels = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private final List<Boolean> queued = new ArrayList<>();
    private @Nullable TraceRestorer restorer;
    private @Nullable TaskEvents tasks;
    private @Nullable WorkerEvents workers;
    private @Nullable ResourceEvents resources;
    private long latestNanos;
    private @Nullable Trace trace;

    /**
     * Begins a run.
     *
     * @param plan what is run
     * @param maxTasks how many tasks it can have at most
     */
    RunBuilder(LogEvent event, Plan plan, int maxTasks, Leftovers leftovers) {
        variant = event.integer(FieldName.PLAN, 0);
        planned = plan.tasks();
        isForeign = plan.isWatched();
        processors = event.integer(FieldName.PROCESSORS, 1);
        guessNanos = event.number(FieldName.GUESS, -1);
        speedUp = event.decimal(FieldName.SPEED_UP);
        cpuNanos = event.number(FieldName.CPU, -1);
        leftOutNanos = event.number(FieldName.LEFT_OUT, 0);
        live = event.is(FieldName.LIVE);
        this.maxTasks = maxTasks;
        this.leftovers = leftovers;
    }

    int variant() {
        return variant;
    }

    long guessNanos() {
        return guessNanos;
    }

    double speedUp() {
        return speedUp;
    }

    long cpuNanos() {
        return cpuNanos;
    }

    long leftOutNanos() {
        return leftOutNanos;
    }

    /** Returns whether it was in progress while its comparison was saved. */
    boolean isLive() {
        return live;
    }

    int tasks() {
        return labels.size();
    }

    /** Adds an event; returns false if it is not known. */
    boolean add(LogEvent event) {
        if (trace != null) {
            throw new IllegalArgumentException("the run has ended");
        }
        if (event.name().equals(EventName.TASK)) {
            addTask(event);
            return true;
        }
        begin();
        long nanos = event.nanos();
        boolean isKnown = restore(event);
        if (isKnown && trace == null) {
            latestNanos = Math.max(latestNanos, nanos);
        }
        return isKnown;
    }

    private void addTask(LogEvent event) {
        if (restorer != null || event.integer(FieldName.TASK) != labels.size()) {
            throw new IllegalArgumentException("tasks come first, counted from 0");
        }
        addTask(
                event.text(FieldName.NAME),
                event.text(FieldName.SOURCE, ""),
                event.text(FieldName.PHASE, "").equals(Phase.QUEUED.name()));
    }

    private void addTask(String label, String source, boolean isQueued) {
        if (labels.size() == maxTasks) {
            throw new IllegalArgumentException("too many tasks");
        }
        labels.add(label);
        sources.add(source);
        queued.add(isQueued);
    }

    /** Begins the trace with the tasks that are known, and those of the list that are missing. */
    private void begin() {
        if (restorer != null) {
            return;
        }
        if (!planned.isEmpty() && labels.size() > planned.size()) {
            throw new IllegalArgumentException("the list has fewer tasks");
        }
        for (int task = labels.size(); task < planned.size(); task++) {
            addTask(planned.get(task).label(), "", false);
        }
        TraceRestorer begun = new TraceRestorer(labels, processors);
        for (int task = 0; task < labels.size(); task++) {
            begun.setSource(task, sources.get(task));
            if (queued.get(task)) {
                begun.enter(task, Phase.QUEUED, false, 0);
            }
        }
        if (isForeign) {
            begun.setForeign();
        }
        restorer = begun;
        tasks = new TaskEvents(begun, leftovers);
        workers = new WorkerEvents(begun, leftovers);
        resources = new ResourceEvents(begun, leftovers);
    }

    private boolean restore(LogEvent event) {
        switch (event.name()) {
            case EventName.BEGIN -> begun().begin();
            case EventName.NOTE -> begun().addNote(event.text(FieldName.TEXT));
            case EventName.LIMIT -> begun().limit(event.integer(FieldName.TASKS));
            case EventName.COLLECTS -> collects(event);
            case EventName.RUN_END -> end(event);
            case EventName.STEP -> {
                requireStep(event);
                return requireTasks().add(event);
            }
            default -> {
                return requireTasks().add(event)
                        || Objects.requireNonNull(workers).add(event)
                        || Objects.requireNonNull(resources).add(event);
            }
        }
        return true;
    }

    private void collects(LogEvent event) {
        CollectRule rule = EnumCodes.read(CollectRule.class, event.text(FieldName.HOW));
        begun().collects(leftovers.known(rule, CollectRule.EACH));
    }

    private TraceRestorer begun() {
        return Objects.requireNonNull(restorer);
    }

    private TaskEvents requireTasks() {
        return Objects.requireNonNull(tasks);
    }

    private void requireStep(LogEvent event) {
        int task = event.integer(FieldName.TASK);
        int step = event.integer(FieldName.STEP);
        if (task >= 0
                && task < planned.size()
                && step >= planned.get(task).steps().flat().count()) {
            throw new IllegalArgumentException("the line has fewer steps");
        }
    }

    private void end(LogEvent event) {
        trace =
                event.is(FieldName.FINISHED)
                        ? begun().finish()
                        : begun().stop(Math.max(latestNanos, event.nanos()));
    }

    /** Returns the trace; that of a run whose end is missing goes as far as it is known. */
    Trace trace() {
        if (trace == null) {
            begin();
            trace = begun().stop(latestNanos);
        }
        return trace;
    }
}
