package dev.overlap.paint;

import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

/**
 * The lanes of the workers. A loop's lane is solid where it runs something and hatched where it has
 * nothing to do; slices too short for a pixel stand as high as their share of its time; a thread's
 * lane is light where a task occupies it, with a solid foot where that task does more than wait, as
 * far as its phases tell: sending, reading, computing.
 */
final class LanePainter implements Slices.Sink, Bars.Sink {

    private static final double LEAST_LABEL = 60;
    private static final double LEAST_DETAIL = 8;
    private static final double LEAST_SHARE = 0.25;

    private final Painting painting;
    private final Surface surface;
    private final Theme theme;
    private final Layout layout;
    private final Trace trace;
    private WorkerTrack.Role role = WorkerTrack.Role.LOOP;
    private double top;
    private double height;
    private double sliceLeft;
    private double sliceRight;

    LanePainter(Painting painting) {
        this.painting = painting;
        this.surface = painting.surface();
        this.theme = painting.theme();
        this.layout = painting.layout();
        this.trace = painting.frame().trace();
    }

    void paint() {
        Lanes lanes = layout.lanes();
        for (int lane = 0; lane < lanes.shown(); lane++) {
            lane(trace.worker(lane), lanes);
        }
        if (lanes.leftOut() > 0) {
            double middle = lanes.laneTop(lanes.shown()) + lanes.laneHeight() / 2;
            String words = "and " + Names.count(lanes.leftOut(), "more worker");
            painting.name(words, middle, TextStyle.SMALL, theme.quietText());
        }
    }

    private void lane(WorkerTrack worker, Lanes lanes) {
        double gap = lanes.areTall() ? 7 : 3;
        role = worker.role();
        top = lanes.laneTop(worker.index()) + gap;
        height = lanes.laneHeight() - 2 * gap;
        names(worker, lanes);
        ground();
        Slices.walk(worker, painting.scale(), painting.frame().horizonNanos(), this);
    }

    private void names(WorkerTrack worker, Lanes lanes) {
        double[] shares = painting.frame().figures().busyShare();
        double share = worker.index() < shares.length ? shares[worker.index()] : 0;
        String busy = busyWord(worker) + " " + Math.round(Math.min(1, share) * 100) + " %";
        double middle = top + height / 2;
        if (lanes.areTall()) {
            painting.name(worker.name(), middle - 8, TextStyle.STRONG, theme.text());
            painting.name(busy, middle + 8, TextStyle.SMALL, theme.quietText());
            return;
        }
        double busyWidth = painting.labels().width(busy, TextStyle.SMALL);
        double room = layout.statusRight() - Layout.PAD - busyWidth - 8;
        String name = painting.labels().fit(worker.name(), TextStyle.SMALL, room);
        painting.text(name, Layout.PAD, middle, TextStyle.SMALL, Surface.Align.LEFT, theme.text());
        painting.text(
                busy,
                layout.statusRight(),
                middle,
                TextStyle.SMALL,
                Surface.Align.RIGHT,
                theme.quietText());
    }

    private static String busyWord(WorkerTrack worker) {
        return switch (worker.role()) {
            case LOOP -> "busy";
            case THREAD, VIRTUAL_THREAD, PROCESS -> "occupied";
        };
    }

    /** The lane from time zero to the horizon, as if nothing ran. */
    private void ground() {
        TimeScale scale = painting.scale();
        double left = Math.max(scale.left(), scale.edge(0));
        double right = Math.min(scale.right(), scale.edge(painting.frame().horizonNanos()));
        if (right <= left) {
            return;
        }
        if (role == WorkerTrack.Role.LOOP) {
            surface.hatch(left, top, right - left, height, theme.idle());
        }
        surface.outline(left, top, right - left, height, theme.idle());
    }

    @Override
    public void slice(int slice, int task, double x, double width, double share) {
        switch (role) {
            case LOOP -> {
                double high = Math.round(height * Math.max(LEAST_SHARE, share));
                surface.fill(x, top + height - high, width, high, theme.busy());
                if (width >= LEAST_DETAIL) {
                    surface.fill(x, top, 1, height, theme.ground());
                }
                label(task, x, width, theme.onBusy());
            }
            case THREAD, VIRTUAL_THREAD, PROCESS -> occupied(task, x, width);
        }
    }

    private void occupied(int task, double x, double width) {
        surface.fill(x, top, width, height, theme.occupied());
        if (task >= 0 && width >= LEAST_DETAIL) {
            sliceLeft = x;
            sliceRight = x + width;
            Bars.walk(trace.task(task), painting.scale(), painting.frame().horizonNanos(), this);
        }
        if (width >= LEAST_DETAIL) {
            surface.fill(x, top, painting.scale().pixel(), height, theme.busy());
        }
        label(task, x, width, theme.text());
    }

    @Override
    public void bar(int segment, Phase phase, double x, double width) {
        double left = Math.max(x, sliceLeft);
        double right = Math.min(x + width, sliceRight);
        if (right > left && isWorking(phase)) {
            double foot = Math.round(height / 4);
            surface.fill(left, top + height - foot, right - left, foot, theme.busy());
        }
    }

    private static boolean isWorking(Phase phase) {
        return switch (phase) {
            case SEND, RECEIVE, COMPUTE -> true;
            case QUEUED, READY, LEASE, DNS, CONNECT, TLS, WAIT, PAUSE -> false;
        };
    }

    private void label(int task, double x, double width, int ink) {
        if (task < 0 || width < LEAST_DETAIL) {
            return;
        }
        String name = Names.of(trace.task(task));
        if (width < LEAST_LABEL && painting.labels().width(name, TextStyle.TINY) > width - 8) {
            return;
        }
        String shown = painting.labels().fit(name, TextStyle.TINY, width - 8);
        double foot = role.carriesOneAtATime() ? height / 8 : 0;
        painting.text(
                shown, x + 5, top + height / 2 - foot, TextStyle.TINY, Surface.Align.LEFT, ink);
    }
}
