package dev.overlap.render.timeline;

import dev.overlap.render.GuessAxisRange;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextStyle;
import dev.overlap.render.TimeAxisLayout;
import dev.overlap.render.TimeRange;
import dev.overlap.render.TimeScale;
import dev.overlap.render.VerticalSpan;
import dev.overlap.render.rows.RowPlacement;
import dev.overlap.text.NumberFormats;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The layout of one drawing of a timeline, used for painting and hit testing.
 *
 * <p>From top to bottom: legend, time axis, rows, captions of the reference lines, in-flight curve,
 * worker lanes. From left to right: the gutter with names and statuses, the plot. Only the time
 * axis and the visible rows are visited; the cost does not grow with the number of tasks.
 */
public final class ChartLayout implements TimeAxisLayout {

    static final double PAD = PaintTarget.PAD;
    static final double LEGEND_LINE = 20;
    private static final double AXIS = 22;
    static final double CAPTION_LINE = 19;
    private static final double CURVE = 84;
    private static final double MIN_CURVE = 48;
    private static final double COMFORTABLE_ROW = 38;

    /** More rows than these are squeezed or scrolled: as many are to be in sight, at least. */
    private static final int FEW_ROWS = 12;

    static final double BESIDE_NUMBER = 8;
    private static final double STATUS = 46;
    private static final double MIN_LABEL = 96;
    private static final double WORKER_LABEL = 130;
    private static final double CONNECTION_LABEL = 190;
    private static final double MAX_LABEL = 300;
    private static final double MIN_HEIGHT_FOR_CURVE = 240;

    private final ChartFrame frame;
    private final double width;
    private final List<LegendItems.Item> legendItems;
    private final VerticalSpan legend;
    private final VerticalSpan axis;
    private final VerticalSpan rows;
    private final VerticalSpan captions;
    private final VerticalSpan curve;
    private final LaneLayout laneLayout;
    private final double labelWidth;
    private final double numberWidth;
    private final RowPlacement placement;
    private final TimeScale scale;

    ChartLayout(ChartFrame frame, PaintTarget target, TextFitter textFitter) {
        this.frame = frame;
        this.width = target.width();
        numberWidth = numberWidth(frame, textFitter);
        labelWidth = labelWidth(frame, target.width(), textFitter, numberWidth);
        legendItems = LegendItems.of(frame, plotLeft(), plotRight(), textFitter);
        legend = new VerticalSpan(0, 8 + LEGEND_LINE * legendLines());
        axis = new VerticalSpan(legend.bottom(), AXIS);
        boolean roomy = target.height() >= MIN_HEIGHT_FOR_CURVE;
        laneLayout = LaneLayout.of(frame, target.height(), roomy);
        double captionHeight = captionsHeight(frame);
        double aboveLanes = target.height() - laneLayout.height();
        double curveHeight =
                roomy ? curveHeight(frame, aboveLanes - captionHeight - axis.bottom()) : 0;
        curve = new VerticalSpan(aboveLanes - curveHeight, curveHeight);
        captions = new VerticalSpan(curve.top() - captionHeight, captionHeight);
        rows = new VerticalSpan(axis.bottom(), Math.max(0, captions.top() - axis.bottom()));
        placement = placement(frame, rows);
        scale = new TimeScale(shown(frame), plotLeft(), plotRight(), target.pixel());
    }

    /**
     * The rows come before the curve: where a few of them would be squeezed, as in the larger size
     * for a projector, or only a few of many would be in sight, the curve is lower. Of what rows at
     * their largest leave over, it takes half, until it is twice as high.
     *
     * @param available for rows and curve
     */
    private static double curveHeight(ChartFrame frame, double available) {
        int count = RowMapping.finalRows(frame);
        double comfortable = count * COMFORTABLE_ROW;
        double largest = count * RowMapping.maxHeight(frame);
        double spare = Math.floor(Math.clamp((available - CURVE - largest) / 2, 0, CURVE));
        boolean showsEnough = available - CURVE >= FEW_ROWS * RowMapping.MIN_HEIGHT;
        double least = count > FEW_ROWS && showsEnough ? CURVE : MIN_CURVE;
        return Math.clamp(available - comfortable, least, CURVE) + spare;
    }

    private static RowPlacement placement(ChartFrame frame, VerticalSpan rows) {
        double rowHeight = RowMapping.height(frame, rows.height());
        double max = Math.max(0, RowMapping.content(frame, rowHeight) - rows.height());
        double scroll = Math.clamp(frame.scroll(), 0, max);
        return RowPlacement.of(rows, rowHeight, scroll, frame.pinnedRows(), frame.rows());
    }

    /** One line for each of the two reference lines and for each guess. */
    private static double captionsHeight(ChartFrame frame) {
        GuessMarks guessMarks = frame.guessed();
        int guesses = (guessMarks.nanos() < 0 ? 0 : 1) + (guessMarks.nextNanos() < 0 ? 0 : 1);
        return CAPTION_LINE * (2 + guesses);
    }

    private TimeRange shown(ChartFrame frame) {
        TimeRange requested = frame.range();
        return requested == null ? wholeWindow() : requested;
    }

    /** The column of the numbers of tasks; only where tasks share something that names them. */
    private static double numberWidth(ChartFrame frame, TextFitter textFitter) {
        Trace trace = frame.trace();
        String widest = NumberFormats.count(trace.tasks().size());
        return frame.grouping() == RowGrouping.TASKS && !trace.resources().isEmpty()
                ? Math.ceil(textFitter.width(widest, TextStyle.SMALL)) + BESIDE_NUMBER
                : 0;
    }

    private static double labelWidth(
            ChartFrame frame, double width, TextFitter textFitter, double numberWidth) {
        double wanted =
                switch (frame.grouping()) {
                    case TASKS -> textFitter.widestName(frame.trace()) + numberWidth + 6;
                    case WORKERS -> WORKER_LABEL;
                    case CONNECTIONS, RESOURCES -> CONNECTION_LABEL;
                };
        double max = Math.max(MIN_LABEL, Math.min(MAX_LABEL, width * 0.28));
        return Math.ceil(Math.clamp(wanted, MIN_LABEL, max));
    }

    /** The height at which all rows of the frame are visible, for a given row height. */
    static double heightFor(ChartFrame frame, double rowHeight, int legendLines) {
        double rest =
                8
                        + LEGEND_LINE * legendLines
                        + AXIS
                        + RowMapping.content(frame, rowHeight)
                        + captionsHeight(frame)
                        + CURVE;
        return rest + LaneLayout.beside(frame, rest);
    }

    /** The time range of the whole trace, with space for the text at the end of the bars. */
    @Override
    public TimeRange wholeWindow() {
        double plot = plotRight() - plotLeft();
        double endTextWidth = Math.min(RowMapping.END_TEXT, plot / 3);
        Trace trace = frame.trace();
        long known = trace.isFinished() ? trace.wallNanos() : frame.horizonNanos();
        long end =
                trace.isFinished() ? GuessAxisRange.of(known, frame.guessed().max()) : live(known);
        long withText = (long) (end * plot / (plot - endTextWidth));
        return trace.isFinished() ? TimeRange.whole(withText) : TimeRange.live(withText);
    }

    /** During a run it is unknown by how much a guess is too long, so all of it is shown. */
    private long live(long known) {
        return Math.max(known, frame.guessed().max());
    }

    /**
     * The time range of a task from its first work to its end, with margins and space for the text
     * at the end of its bar; null before any work.
     */
    public @Nullable TimeRange windowOf(int task) {
        TaskTrack track = frame.trace().task(task);
        int first = 0;
        while (first < track.segments() && !track.phase(first).isWork()) {
            first++;
        }
        long end = Math.min(track.endNanos(), frame.horizonNanos());
        if (first == track.segments() || track.begin(first) >= end) {
            return null;
        }
        double plot = plotRight() - plotLeft();
        long length = end - track.begin(first);
        long margin = Math.max(1_000, length / 20);
        long text = (long) ((length + margin) * Math.min(0.5, RowMapping.END_TEXT / plot));
        return new TimeRange(track.begin(first) - margin, end + margin + text);
    }

    /** Returns what is at a point, in units of the layout. */
    public HitResult hit(double x, double y) {
        if (rows.contains(y)) {
            int row = rowAt(y);
            return row < 0 ? new HitResult.Nothing() : row(row, x, y);
        }
        if (legend.contains(y)) {
            return LegendItems.hit(legendItems, legend, x, y);
        }
        if (laneLayout.programLane().contains(y)) {
            return new HitResult.Program();
        }
        int lane = laneLayout.laneAt(y);
        return lane < 0 ? new HitResult.Nothing() : worker(lane, x);
    }

    private HitResult worker(int worker, double x) {
        return x < statusRight()
                ? new HitResult.WorkerName(worker)
                : new HitResult.Lane(worker, finder().slice(worker, x));
    }

    private HitResult row(int row, double x, double y) {
        int index = RowMapping.index(frame, row);
        if (index < 0) {
            return new HitResult.Nothing();
        }
        return switch (frame.grouping()) {
            case TASKS -> new HitResult.Row(index, finder().segment(index, x));
            case WORKERS -> worker(index, x);
            case CONNECTIONS -> finder().connection(index, x);
            case RESOURCES -> finder().resource(index, row(row), x, y);
        };
    }

    private DrawnItemFinder finder() {
        return new DrawnItemFinder(frame, scale);
    }

    /**
     * Returns the task at a point: that of the row, slice or exchange there, or between the
     * exchanges of a connection the one that last used it; -1 for none.
     */
    public int taskAt(double x, double y) {
        return finder().task(hit(x, y));
    }

    /** The row at a height within the row area, or -1 below the last one. */
    int rowAt(double y) {
        return placement.at(y);
    }

    /**
     * Returns the row showing the task, or -1. With several candidates (grouped by connection),
     * prefers a visible one.
     */
    public int rowOfTask(int task) {
        int[] all = rowsOfTask(task);
        for (int row : all) {
            if (placement.shiftTo(row) == 0) {
                return row;
            }
        }
        return all.length == 0 ? -1 : all[0];
    }

    /** All rows showing a task, from top to bottom. */
    int[] rowsOfTask(int task) {
        TaskTrack track = frame.trace().task(task);
        IntStream indices =
                switch (frame.grouping()) {
                    case TASKS -> IntStream.of(task);
                    case WORKERS -> IntStream.of(track.worker());
                    case CONNECTIONS -> ResourceRows.connectionsOf(frame, track);
                    case RESOURCES -> ResourceRows.of(frame).of(frame, track);
                };
        return indices.filter(index -> index >= 0)
                .map(index -> RowMapping.rowOf(frame, index))
                .filter(row -> row >= 0)
                .distinct()
                .sorted()
                .toArray();
    }

    /** The upper edge of a row; outside the row area if scrolled away. */
    public double rowTop(int row) {
        return placement.top(row);
    }

    /** The place of a row; outside the row area if scrolled away. */
    VerticalSpan row(int row) {
        return placement.span(row);
    }

    /** Where all rows are. */
    public RowPlacement placement() {
        return placement;
    }

    /** The phase of the entry of the legend at a point, or null. */
    public @Nullable Phase legendPhaseAt(double x, double y) {
        return legend.contains(y) ? LegendItems.phaseAt(legendItems, legend, x, y) : null;
    }

    /** The places of the entries of the legend, in reading order. */
    public List<LegendPlace> legendPlaces() {
        return LegendItems.places(legendItems, legend);
    }

    /** The entries of the legend. */
    List<LegendItems.Item> legendItems() {
        return legendItems;
    }

    /** The height of one row. */
    public double rowHeight() {
        return placement.rowHeight();
    }

    /** The height of all rows together. */
    public double rowsHeight() {
        return RowMapping.content(frame, rowHeight());
    }

    /** The maximum {@link ChartFrame#scroll()}. */
    public double maxScroll() {
        return Math.max(0, rowsHeight() - rows.height());
    }

    /** The scroll offset of this drawing. */
    public double scroll() {
        return placement.scroll();
    }

    /** The visible time range. */
    @Override
    public TimeRange shownWindow() {
        return scale.range();
    }

    /** The instant at an x, in nanoseconds since time zero. */
    @Override
    public long nanosAt(double x) {
        return scale.nanos(x);
    }

    /** The x of an instant. */
    public double xOf(long nanos) {
        return scale.x(nanos);
    }

    @Override
    public double plotLeft() {
        return statusRight() + 10;
    }

    @Override
    public double plotRight() {
        return Math.max(plotLeft() + 1, width - PAD);
    }

    /** The row area. */
    public VerticalSpan rows() {
        return rows;
    }

    double width() {
        return width;
    }

    /** The width of the column of task numbers; 0 without one. */
    double numberWidth() {
        return numberWidth;
    }

    double labelWidth() {
        return labelWidth;
    }

    double statusRight() {
        return PAD + labelWidth + STATUS;
    }

    int legendLines() {
        return LegendItems.lines(legendItems);
    }

    VerticalSpan legend() {
        return legend;
    }

    /** The strip of the time axis, on which the playhead and a guess are dragged. */
    public VerticalSpan axis() {
        return axis;
    }

    VerticalSpan captions() {
        return captions;
    }

    VerticalSpan curve() {
        return curve;
    }

    LaneLayout lanes() {
        return laneLayout;
    }

    /** The scale of the time axis. */
    public TimeScale scale() {
        return scale;
    }
}
