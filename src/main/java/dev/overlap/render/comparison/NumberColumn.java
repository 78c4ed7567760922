package dev.overlap.render.comparison;

import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.UncontendedTimeText;
import dev.overlap.trace.WorkerTrack.Role;
import dev.overlap.trace.metrics.Statistics;

import java.util.Locale;

/** The columns of metrics beside the panels of a comparison, from left to right. */
enum NumberColumn {
    WALL("wall", 0) {
        @Override
        Cell cell(VariantPanel panel, VariantPanels all) {
            VariantPanel.Drawn drawn = panel.drawn();
            long max = all.shown().comparison().maxNanos();
            if (panel.wallNanos() >= 0) {
                return new Cell(
                        DurationFormat.inColumn(panel.wallNanos(), max), spread(panel, max));
            }
            return drawn == null
                    ? Cell.NONE
                    : new Cell(
                            DurationFormat.inColumn(
                                    drawn.horizonNanos(), Math.max(max, drawn.horizonNanos())),
                            "so far");
        }
    },
    SPEED_UP("speed-up", 1) {
        @Override
        Cell cell(VariantPanel panel, VariantPanels all) {
            double measured = all.shown().comparison().speedUp(panel.result());
            if (!Double.isNaN(measured)) {
                return new Cell(UncontendedTimeText.times(measured), "");
            }
            boolean willBeMeasured =
                    all.shown().comparison().oneByOne() != null
                            && !all.shown().comparison().finished();
            if (willBeMeasured || panel.wallNanos() <= 0) {
                return Cell.NONE;
            }
            double derived = all.shown().comparison().derivedSpeedUp(panel.result(), all.basis());
            return Double.isNaN(derived)
                    ? new Cell(Cell.DASH, "")
                    : new Cell("\u2248 " + UncontendedTimeText.times(derived), "derived");
        }
    },
    THREADS("threads", 3) {
        @Override
        Cell of(VariantPanel.Drawn drawn) {
            PanelMetrics metrics = drawn.metrics();
            int virtual = metrics.workers().of(Role.VIRTUAL_THREAD);
            int helpers = metrics.helpers();
            String note = helpers == 0 ? "" : "+ " + NumberFormats.count(helpers, "helper");
            if (virtual > 0 && metrics.carriers() == 0) {
                return new Cell(number(virtual), "virtual");
            }
            return new Cell(
                    number(metrics.threads()), virtual > 0 ? number(virtual) + " virtual" : note);
        }
    },
    PROCESSES("processes", 4) {
        @Override
        Cell of(VariantPanel.Drawn drawn) {
            return new Cell(number(drawn.metrics().workers().of(Role.PROCESS)), "");
        }
    },
    IN_FLIGHT("in flight", 5) {
        @Override
        Cell of(VariantPanel.Drawn drawn) {
            return new Cell(number(drawn.metrics().numbers().peakInFlight()), "");
        }
    },
    CPU("CPU", 6) {
        @Override
        Cell cell(VariantPanel panel, VariantPanels all) {
            return panel.cpuNanos() < 0
                    ? Cell.NONE
                    : new Cell(
                            String.format(
                                    Locale.ROOT, "%.2f s", panel.cpuNanos() / NANOS_PER_SECOND),
                            "");
        }
    },
    FAILED("failed", 2) {
        @Override
        Cell of(VariantPanel.Drawn drawn) {
            Statistics numbers = drawn.metrics().numbers();
            return new Cell(number(numbers.failed()), numbers.failed() == 0 ? "" : note(numbers));
        }

        private static String note(Statistics numbers) {
            String cancelled = NumberFormats.count(numbers.cancelled()) + " cancelled";
            String all = "of " + NumberFormats.count(numbers.tasks());
            return numbers.cancelled() == 0 ? all : all + ", " + cancelled;
        }
    };

    /**
     * The cell of a panel in a column.
     *
     * @param text the number
     * @param note a remark, in a smaller line below
     */
    record Cell(String text, String note) {

        static final Cell NONE = new Cell("", "");
        static final String DASH = "\u2013";

        /** Whether it contains more than a placeholder. */
        boolean hasValue() {
            return !text.isEmpty() && !text.equals(DASH);
        }
    }

    private static final double NANOS_PER_SECOND = 1e9;

    private final String heading;
    private final int importance;

    NumberColumn(String heading, int importance) {
        this.heading = heading;
        this.importance = importance;
    }

    String heading() {
        return heading;
    }

    /**
     * The priority if there is not enough space for all columns; smaller numbers are more
     * important.
     */
    int importance() {
        return importance;
    }

    /** Whether it is one of the two columns that a comparison is about. */
    boolean isMain() {
        return this == WALL || this == SPEED_UP;
    }

    /** Returns the cell of a panel. */
    Cell cell(VariantPanel panel, VariantPanels all) {
        VariantPanel.Drawn drawn = panel.drawn();
        return drawn == null ? Cell.NONE : of(drawn);
    }

    /** Returns the cell of a drawn run, for columns that need nothing else. */
    Cell of(VariantPanel.Drawn drawn) {
        return Cell.NONE;
    }

    private static String number(int count) {
        return count == 0 ? Cell.DASH : NumberFormats.count(count);
    }

    /** From the shortest run to the longest, if there are several. */
    private static String spread(VariantPanel panel, long max) {
        return panel.result().samples().size() < 2
                ? ""
                : DurationFormat.range(panel.result().minNanos(), panel.result().maxNanos(), max);
    }
}
