package dev.overlap.render.timeline;

import dev.overlap.render.resource.ResourceHit;
import dev.overlap.render.resource.ResourceTimeline;
import dev.overlap.render.resource.TaskInterval;
import dev.overlap.text.DisplayNames;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.PictureText;
import dev.overlap.text.ResourceText;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.ResourceTrack.Access;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.LostUpdates.LostUpdate;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Creates the tooltip of a resource at the instant of a frame. */
final class ResourceTooltip {

    private final Trace trace;
    private final ResourceTimeline resource;
    private final @Nullable ResourceTrack track;
    private final long horizon;

    ResourceTooltip(ChartFrame frame, int index) {
        this.trace = frame.trace();
        this.resource = ResourceRows.of(frame).resource(frame, index);
        this.track = resource.track();
        this.horizon = frame.resourceHorizonNanos();
    }

    TooltipContent of(ResourceHit hit) {
        return switch (hit) {
            case ResourceHit.Held(TaskInterval taskInterval) ->
                    content(
                            "held by " + of(taskInterval),
                            label(taskInterval.task()) + waiting(taskInterval.begin()));
            case ResourceHit.Waited(TaskInterval taskInterval) ->
                    content(waits(taskInterval), label(taskInterval.task()));
            case ResourceHit.Accessed(int index) when track != null ->
                    accessed(track.accesses(), index);
            case ResourceHit.Accessed _ -> content("", "");
            case ResourceHit.Instant(long nanos) -> content(at(nanos), who(nanos));
        };
    }

    private TooltipContent content(String here, String reason) {
        return new TooltipContent(title(), here, List.of(), reason);
    }

    private String title() {
        if (track == null) {
            return PictureText.GIL;
        }
        String label = track.label();
        String name = Character.toUpperCase(label.charAt(0)) + label.substring(1);
        return switch (track.type()) {
            case LOCK, COUNTER -> name;
            case PERMIT -> name + ", " + NumberFormats.count(track.places(), "place");
            case QUEUE -> name + ", holds " + NumberFormats.count(track.places(), "item");
        };
    }

    /** {@code task 3: 300 ms, from 12 ms to 312 ms}. */
    private String of(TaskInterval taskInterval) {
        return ResourceText.task(taskInterval.task())
                + ": "
                + TimeSpanText.of(taskInterval.begin(), taskInterval.end(), horizon);
    }

    private String waits(TaskInterval taskInterval) {
        return ResourceText.task(taskInterval.task())
                + " waits: "
                + TimeSpanText.of(taskInterval.begin(), taskInterval.end(), horizon);
    }

    private String label(int task) {
        return sentence(ResourceText.task(task))
                + " is "
                + DisplayNames.whole(trace.task(task))
                + ".";
    }

    private String waiting(long nanos) {
        List<Integer> waiting = resource.waitersAt(nanos);
        return waiting.isEmpty() ? "" : " " + waiting(waiting);
    }

    private static String waiting(List<Integer> tasks) {
        String verb = tasks.size() == 1 ? " waits" : " wait";
        return sentence(ResourceText.tasks(tasks)) + verb + " for it then.";
    }

    private String at(long nanos) {
        String instant = " at " + DurationFormat.text(nanos);
        if (track != null && track.type() == ResourceTrack.Type.QUEUE) {
            return NumberFormats.count(resource.itemsAt(nanos), "item") + instant;
        }
        if (track != null && track.type() == ResourceTrack.Type.COUNTER) {
            return "";
        }
        List<Integer> holders = resource.holdersAt(nanos);
        return holders.isEmpty()
                ? "free" + instant
                : "held by " + ResourceText.tasks(holders) + instant;
    }

    private String who(long nanos) {
        List<Integer> waiting = resource.waitersAt(nanos);
        return waiting.isEmpty() ? "" : waiting(waiting);
    }

    private TooltipContent accessed(List<Access> accesses, int index) {
        Access access = accesses.get(index);
        String verb = access.isWrite() ? " wrote " : " read ";
        String here = ResourceText.task(access.task()) + verb + value(access);
        return content(here, lost(accesses, index) + label(access.task()));
    }

    /** {@code 12 at 300 ms}. */
    private static String value(Access access) {
        return NumberFormats.count(access.value()) + " at " + DurationFormat.text(access.nanos());
    }

    private String lost(List<Access> accesses, int index) {
        for (LostUpdate lost : resource.lost()) { // in order of the writes
            if (accesses.get(lost.write()).nanos() > horizon) {
                break;
            }
            Access swallowed = accesses.get(lost.swallowed());
            Access read = accesses.get(lost.read());
            if (lost.write() == index) {
                return PictureText.SWALLOWS.formatted(
                        ResourceText.task(swallowed.task()), value(read));
            }
            if (lost.swallowed() == index) {
                return PictureText.SWALLOWED.formatted(
                        ResourceText.task(accesses.get(lost.write()).task()));
            }
        }
        return "";
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
