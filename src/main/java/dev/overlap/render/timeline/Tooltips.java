package dev.overlap.render.timeline;

import dev.overlap.render.resource.ResourceHit;
import dev.overlap.render.resource.ResourceMark;
import dev.overlap.text.CollectText;
import dev.overlap.text.DisplayNames;
import dev.overlap.text.ResourceText;
import dev.overlap.text.glossary.Glossary;
import dev.overlap.text.glossary.GlossaryTerm;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.metrics.CollectedResults;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Creates tooltips. */
public final class Tooltips {

    private Tooltips() {}

    /**
     * Returns the tooltip of a hit in a frame, or null for none.
     *
     * @param longestWait the sentence on the longest wait of the task that was hit; empty for none
     */
    public static @Nullable TooltipContent of(ChartFrame frame, HitResult hit, String longestWait) {
        return switch (hit) {
            case HitResult.Nothing() -> null;
            case HitResult.Program() -> ofProgram(frame);
            case HitResult.LegendEntry(var phase, var mark) -> ofLegend(frame, phase, mark);
            case HitResult.WorkerName(int worker) -> ofWorkerName(frame, worker);
            case HitResult.Row(int task, int segment) -> ofTask(frame, task, segment, longestWait);
            case HitResult.Lane(int worker, int slice) -> ofWorker(frame, worker, slice);
            case HitResult.Connection(int connection, int use, boolean inUse) ->
                    new ConnectionTooltip(frame, connection).of(use, inUse);
            case HitResult.Resource(int index, ResourceHit at) ->
                    new ResourceTooltip(frame, index).of(at);
        };
    }

    private static @Nullable TooltipContent ofLegend(
            ChartFrame frame, @Nullable Phase phase, @Nullable ResourceMark mark) {
        if (phase != null) {
            String word = frame.metrics().words(phase);
            return new TooltipContent(word, "", List.of(), Glossary.of(phase).meaning());
        }
        return mark == null
                ? null
                : new TooltipContent(mark.words(), "", List.of(), mark.meaning());
    }

    private static TooltipContent ofProgram(ChartFrame frame) {
        CollectedResults known = CollectedResults.of(frame.trace(), frame.horizonNanos());
        return new TooltipContent(
                CollectText.PROGRAM,
                CollectText.first(known.firstNanos()),
                List.of(),
                CollectText.PROGRAM_MEANING);
    }

    private static TooltipContent ofWorkerName(ChartFrame frame, int index) {
        WorkerTrack worker = frame.trace().worker(index);
        GlossaryTerm role = Glossary.of(worker.role());
        return new TooltipContent(worker.name(), role.word(), List.of(), role.meaning());
    }

    private static TooltipContent ofTask(
            ChartFrame frame, int index, int segment, String longestWait) {
        TaskTrack task = frame.trace().task(index);
        long horizon = frame.horizonNanos();
        String here =
                segment < 0
                        ? ""
                        : ResourceText.words(frame.trace(), task, segment, horizon)
                                + " "
                                + TimeSpanText.of(task.begin(segment), task.end(segment), horizon);
        return new TooltipContent(
                DisplayNames.whole(task),
                here,
                parts(frame, task),
                reason(frame, task, longestWait));
    }

    private static List<TooltipContent.PhaseShare> parts(ChartFrame frame, TaskTrack task) {
        long horizon = frame.horizonNanos();
        List<TooltipContent.PhaseShare> parts = new ArrayList<>();
        for (int s = 0; s < task.segments() && task.begin(s) <= horizon; s++) {
            Phase phase = task.phase(s);
            if (parts.stream().noneMatch(phaseShare -> phaseShare.phase() == phase)) {
                String name = ResourceText.words(phase, frame.trace(), task, horizon);
                parts.add(new TooltipContent.PhaseShare(phase, name, task.nanosIn(phase, horizon)));
            }
        }
        return parts;
    }

    private static String reason(ChartFrame frame, TaskTrack task, String longestWait) {
        long horizon = frame.horizonNanos();
        String collected = CollectText.of(frame.trace(), task, horizon);
        String reason =
                task.endNanos() <= horizon && task.outcome() instanceof Outcome.Failed failed
                        ? failed.sentence()
                        : longestWait;
        return (reason + " " + collected).strip();
    }

    private static TooltipContent ofWorker(ChartFrame frame, int index, int slice) {
        Trace trace = frame.trace();
        WorkerTrack worker = trace.worker(index);
        if (slice < 0) {
            return new TooltipContent(worker.name(), "idle", List.of(), "");
        }
        int task = worker.task(slice);
        String what = worker.role() == WorkerTrack.Role.LOOP ? "busy" : "occupied";
        String here =
                what
                        + " "
                        + TimeSpanText.of(
                                worker.begin(slice), worker.end(slice), frame.horizonNanos());
        String owner = task < 0 ? "" : "For " + DisplayNames.whole(trace.task(task)) + ".";
        return new TooltipContent(worker.name(), here, List.of(), owner + carrier(worker, slice));
    }

    /** The carriers on which a virtual thread was seen; empty if unknown. */
    private static String carrier(WorkerTrack worker, int slice) {
        int first = worker.firstCarrier(slice);
        int last = worker.lastCarrier(slice);
        if (worker.role() != WorkerTrack.Role.VIRTUAL_THREAD || first < 0) {
            return "";
        }
        return first == last || last < 0
                ? " Seen on carrier " + first + "."
                : " Seen on carrier " + first + " first, on " + last + " last.";
    }
}
