package dev.overlap.render.comparison;

import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.StandaloneText;
import dev.overlap.trace.Statistics;
import dev.overlap.trace.WorkerTrack.Role;

import java.util.Locale;

/** The columns of numbers beside the parts of a comparison, from left to right. */
enum NumberColumn {
    WALL("wall", 0) {
        @Override
        Cell cell(VariantPanel panel, VariantPanels all) {
            VariantPanel.Drawn drawn = panel.drawn();
            long most = all.shown().comparison().mostNanos();
            if (panel.wallNanos() >= 0) {
                return new Cell(
                        DurationFormat.inColumn(panel.wallNanos(), most), spread(panel, most));
            }
            return drawn == null
                    ? Cell.NONE
                    : new Cell(
                            DurationFormat.inColumn(
                                    drawn.horizonNanos(), Math.max(most, drawn.horizonNanos())),
                            "so far");
        }
    },
    SPEED_UP("speed-up", 1) {
        @Override
        Cell cell(VariantPanel panel, VariantPanels all) {
            double measured = all.shown().comparison().speedUp(panel.result());
            if (!Double.isNaN(measured)) {
                return new Cell(StandaloneText.times(measured), "");
            }
            boolean comes =
                    all.shown().comparison().oneByOne() != null
                            && !all.shown().comparison().finished();
            if (comes || panel.wallNanos() <= 0) {
                return Cell.NONE;
            }
            double derived = all.shown().comparison().derivedSpeedUp(panel.result(), all.basis());
            return Double.isNaN(derived)
                    ? new Cell(Cell.NOUGHT, "")
                    : new Cell("\u2248 " + StandaloneText.times(derived), "derived");
        }
    },
    THREADS("threads", 3) {
        @Override
        Cell of(VariantPanel.Drawn drawn) {
            PanelMetrics figures = drawn.figures();
            int virtual = figures.heads().of(Role.VIRTUAL_THREAD);
            int helpers = figures.helpers();
            String note = helpers == 0 ? "" : "+ " + NumberFormats.count(helpers, "helper");
            if (virtual > 0 && figures.carriers() == 0) {
                return new Cell(number(virtual), "virtual");
            }
            return new Cell(
                    number(figures.threads()), virtual > 0 ? number(virtual) + " virtual" : note);
        }
    },
    PROCESSES("processes", 4) {
        @Override
        Cell of(VariantPanel.Drawn drawn) {
            return new Cell(number(drawn.figures().heads().of(Role.PROCESS)), "");
        }
    },
    IN_FLIGHT("in flight", 5) {
        @Override
        Cell of(VariantPanel.Drawn drawn) {
            return new Cell(number(drawn.figures().numbers().peakInFlight()), "");
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
            Statistics numbers = drawn.figures().numbers();
            return new Cell(number(numbers.failed()), numbers.failed() == 0 ? "" : note(numbers));
        }

        private static String note(Statistics numbers) {
            String cancelled = NumberFormats.count(numbers.cancelled()) + " cancelled";
            String all = "of " + NumberFormats.count(numbers.tasks());
            return numbers.cancelled() == 0 ? all : all + ", " + cancelled;
        }
    };

    /**
     * What stands in a column beside a part.
     *
     * @param text the number
     * @param note what is to be known of it, in a smaller line below
     */
    record Cell(String text, String note) {

        static final Cell NONE = new Cell("", "");
        static final String NOUGHT = "\u2013";

        /** Whether it says more than that there is nothing. */
        boolean says() {
            return !text.isEmpty() && !text.equals(NOUGHT);
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

    /** Which ones stay where there is no room for all: those with a small number. */
    int importance() {
        return importance;
    }

    /** Whether it is one of the two that a comparison is about. */
    boolean isMain() {
        return this == WALL || this == SPEED_UP;
    }

    /** What stands here beside a part. */
    Cell cell(VariantPanel panel, VariantPanels all) {
        VariantPanel.Drawn drawn = panel.drawn();
        return drawn == null ? Cell.NONE : of(drawn);
    }

    /** What stands here beside a run that is drawn; asked unless a column looks further. */
    Cell of(VariantPanel.Drawn drawn) {
        return Cell.NONE;
    }

    private static String number(int count) {
        return count == 0 ? Cell.NOUGHT : NumberFormats.count(count);
    }

    /** From the shortest run to the longest one, where there are several. */
    private static String spread(VariantPanel panel, long most) {
        return panel.result().samples().size() < 2
                ? ""
                : DurationFormat.range(
                        panel.result().leastNanos(), panel.result().mostNanos(), most);
    }
}
