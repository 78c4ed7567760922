package dev.overlap.text.measure;

import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.ResourceText;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.metrics.RangeBytes;
import dev.overlap.trace.metrics.RangeStatistics;
import dev.overlap.trace.metrics.WorkerUse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * The texts about a range of time of a run.
 *
 * @param range its statistics
 * @param moment of the run, as the window shows it
 */
public record RangeText(RangeStatistics range, TraceMoment moment) {

    public static final String ZOOM = "Zoom to it";
    public static final String ZOOM_HELP = "Show only this range; Ctrl+Z in the chart undoes it.";
    public static final String PLAY = "Play it";
    public static final String PLAY_HELP = "Replay this range over and over.";
    public static final String COPY_HELP = "Copy these figures, with those of every worker.";
    public static final String CLEAR_HELP = "Clear the range.";
    public static final String COPIED = "The figures of the range were copied.";
    public static final String NOT_COPIED = "The clipboard did not accept the figures.";

    private static final String BEGUN_HELP = "How many tasks left the queue within the range.";
    private static final String ENDED_HELP =
            "How many tasks ended within the range, in whatever way.";
    private static final String MEAN_HELP =
            "The mean number of tasks under way, over the time of the range.";
    private static final String PEAK_HELP = "The most tasks under way at once.";
    private static final String BYTES_HELP =
            "The bytes of the bodies of complete replies, as received. When each of its bytes came"
                    + " is not measured: a reply that reaches over a border counts from nothing to"
                    + " all of it.";
    private static final String PHASE_HELP =
            "The share of this phase of the time of all tasks in the range, from the begin of the"
                    + " run to their ends.";
    private static final String LOOP_HELP =
            "The share of the range in which the loop executed anything.";
    private static final String WORKER_HELP =
            "Occupied: the share of the range in which it had a task. Busy: in which it was"
                    + " sending, receiving or computing for it.";

    /** More workers are summed up. */
    private static final int MAX_WORKERS = 6;

    /** Returns the borders, such as {@code 200.0 ms to 500.0 ms}. */
    public String borders() {
        long total = Math.max(range.endNanos(), moment.trace().horizonNanos());
        return DurationFormat.instant(range.beginNanos(), total)
                + " to "
                + DurationFormat.instant(range.endNanos(), total);
    }

    /** Returns the length. */
    public String length() {
        return DurationFormat.text(range.lengthNanos());
    }

    /** Returns what the figures cover, if not all and only what is shown; else empty. */
    public String remark() {
        boolean finished = moment.trace().isFinished();
        if (range.knownNanos() < range.lengthNanos()) {
            return (finished ? "%s of it before the end of the run" : "%s of it so far")
                    .formatted(DurationFormat.text(range.knownNanos()));
        }
        boolean hidden = moment.replayed() && moment.horizonNanos() < range.endNanos();
        return hidden ? "all of it, also what the replay has not reached" : "";
    }

    /** Returns the figures of tasks. */
    public List<MeasuredFigure> tasks() {
        return List.of(
                new MeasuredFigure("begun", "Begun", count(range.begun()), BEGUN_HELP),
                new MeasuredFigure("ended", "Ended", count(range.ended()), ENDED_HELP),
                new MeasuredFigure("mean", "Mean in flight", mean(), MEAN_HELP),
                new MeasuredFigure("peak", "Peak", count(range.peakInFlight()), PEAK_HELP),
                new MeasuredFigure("bytes", "Received", bytes(range.bytes()), BYTES_HELP));
    }

    private static String count(int number) {
        return NumberFormats.count(number);
    }

    private String mean() {
        return range.knownNanos() == 0
                ? "\u2013"
                : String.format(Locale.ROOT, "%,.2f", range.meanInFlight());
    }

    private static String bytes(RangeBytes bytes) {
        String whole = NumberFormats.count(bytes.whole(), "byte");
        return bytes.cutReplies() == 0
                ? whole
                : NumberFormats.count(bytes.whole())
                        + " to "
                        + NumberFormats.count(bytes.whole() + bytes.cut(), "byte");
    }

    /** Returns the share of a phase. */
    public MeasuredFigure phase(Phase phase) {
        String name =
                phase == Phase.BLOCKED
                        ? ResourceText.waits(List.of(moment.trace()), range.endNanos())
                        : phase.words();
        return new MeasuredFigure(
                "phase-" + phase.id(), name, percent(range.share(phase)), PHASE_HELP);
    }

    private List<MeasuredFigure> phases() {
        return range.phaseNanos().keySet().stream().map(this::phase).toList();
    }

    private static String percent(double share) {
        return share > 0 && share < 0.005 ? "< 1 %" : Math.round(share * 100) + " %";
    }

    /** Returns the shares of the workers, or of many only the mean and the extremes. */
    public List<MeasuredFigure> workers() {
        return range.workers().size() <= MAX_WORKERS ? allWorkers() : summary();
    }

    private List<MeasuredFigure> allWorkers() {
        return range.workers().stream().map(this::worker).toList();
    }

    private MeasuredFigure worker(WorkerUse use) {
        WorkerTrack worker = moment.trace().worker(use.worker());
        String busy = percent(range.shareOfTime(use.busyNanos())) + " busy";
        boolean blocks = worker.role().runsOneTaskAtATime();
        String occupied = percent(range.shareOfTime(use.occupiedNanos())) + " occupied, ";
        return new MeasuredFigure(
                "worker-" + use.worker(),
                worker.name(),
                blocks ? occupied + busy : busy,
                blocks ? WORKER_HELP : LOOP_HELP);
    }

    private List<MeasuredFigure> summary() {
        String name = NumberFormats.count(range.workers().size(), "worker");
        String occupied = shares(WorkerUse::occupiedNanos) + " occupied";
        String busy = shares(WorkerUse::busyNanos) + " busy";
        return List.of(new MeasuredFigure("workers", name, occupied + "; " + busy, WORKER_HELP));
    }

    private String shares(ToLongFunction<WorkerUse> time) {
        LongSummaryStatistics all = range.workers().stream().mapToLong(time).summaryStatistics();
        String extremes =
                percent(range.shareOfTime(all.getMin()))
                        + " to "
                        + percent(range.shareOfTime(all.getMax()));
        return extremes
                + " (mean "
                + percent(all.getAverage() / Math.max(1, range.knownNanos()))
                + ")";
    }

    private List<MeasuredFigure> head() {
        List<MeasuredFigure> head = new ArrayList<>();
        head.add(new MeasuredFigure("title", "Range", borders(), ""));
        head.add(new MeasuredFigure("length", "Length", length(), ""));
        if (!remark().isEmpty()) {
            head.add(new MeasuredFigure("remark", "Measured", remark(), ""));
        }
        return head;
    }

    /** Returns everything as a sentence for a screen reader. */
    public String sentence() {
        List<MeasuredFigure> all = head();
        all.addAll(tasks());
        all.addAll(phases());
        all.addAll(workers());
        return all.stream().map(MeasuredFigure::words).collect(Collectors.joining(". ", "", "."));
    }

    /** Returns everything, with every worker, as lines of a name, a tab and a value. */
    public String table() {
        List<MeasuredFigure> all = head();
        all.addAll(tasks());
        all.addAll(phases());
        all.addAll(allWorkers());
        return all.stream()
                .map(figure -> figure.name() + "\t" + figure.value() + "\n")
                .collect(Collectors.joining());
    }
}
