package dev.overlap.render.timeline;

import dev.overlap.text.DisplayNames;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.PictureText;
import dev.overlap.trace.ConnectionTrack;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.util.ArrayList;
import java.util.List;

/** Creates the tooltip of a connection at the instant of a frame. */
final class ConnectionTooltip {

    private final Trace trace;
    private final ConnectionTrack connection;
    private final long horizon;
    private final int last;

    ConnectionTooltip(ChartFrame frame, int index) {
        this.trace = frame.trace();
        this.connection = trace.connections().get(index);
        this.horizon = frame.horizonNanos();
        this.last = connection.useAt(horizon);
    }

    /**
     * Returns the tooltip.
     *
     * @param use the use under the mouse, or the last one before, or -1
     * @param inUse whether the use is under the mouse
     */
    TooltipContent of(int use, boolean inUse) {
        return inUse
                ? new TooltipContent(title(), during(use), parts(use), owner(use))
                : new TooltipContent(title(), idle(use), List.of(), total());
    }

    /** {@code Connection 3 (c-12) to example.org:443}. */
    private String title() {
        String host = connection.host().isEmpty() ? "" : " to " + connection.host();
        String name = DisplayNames.shortened(connection.identity());
        return "Connection "
                + NumberFormats.count(connection.index() + 1)
                + " ("
                + name
                + ")"
                + host;
    }

    private String during(int use) {
        return "in use " + TimeSpanText.of(connection.begin(use), connection.end(use), horizon);
    }

    private String idle(int use) {
        if (use < 0 || use >= last) {
            return "not in use";
        }
        long idleBegin = connection.end(use);
        long idleEnd = connection.begin(use + 1);
        return "kept, idle " + TimeSpanText.of(idleBegin, idleEnd, horizon);
    }

    private List<TooltipContent.PhaseShare> parts(int use) {
        TaskTrack task = trace.task(connection.task(use));
        long end = Math.min(connection.end(use), horizon);
        List<TooltipContent.PhaseShare> parts = new ArrayList<>();
        for (int s = connection.segment(use); s < task.segments() && task.begin(s) < end; s++) {
            Phase phase = task.phase(s);
            parts.add(
                    new TooltipContent.PhaseShare(
                            phase, Math.min(task.end(s), end) - task.begin(s)));
        }
        return parts;
    }

    private String owner(int use) {
        TaskTrack task = trace.task(connection.task(use));
        String which = task.exchanges().size() < 2 ? "" : ", request " + number(use);
        return "For " + DisplayNames.whole(task) + which + ". " + origin(task, use);
    }

    private String number(int use) {
        return NumberFormats.count(connection.exchange(use) + 1);
    }

    /** Whether the exchange opened or reused its connection. */
    private String origin(TaskTrack task, int use) {
        if (use == 0) {
            return connection.wasOpened()
                    ? PictureText.CONNECTION_OPENED
                    : PictureText.CONNECTION_OPENED_AHEAD;
        }
        int before = connection.task(use - 1);
        return before == task.index()
                ? PictureText.CONNECTION_ITS_OWN
                : PictureText.CONNECTION_BEFORE.formatted(DisplayNames.whole(trace.task(before)));
    }

    private String total() {
        String count = NumberFormats.count(last + 1, "exchange");
        return last < 1 ? count + "." : count + " on one connection.";
    }
}
