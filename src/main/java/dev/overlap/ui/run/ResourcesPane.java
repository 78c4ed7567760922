package dev.overlap.ui.run;

import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.PictureText;
import dev.overlap.text.RunText;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.metrics.ResourceStatistics;
import dev.overlap.ui.run.PaneFigures.ResourceRow;
import dev.overlap.ui.run.StatisticsTable.StatisticColumn;

import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What sharing cost up to the shown moment: one row per lock, permit, counter and queue.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ResourcesPane extends VBox {

    private final StatisticsTable<ResourceRow> table =
            new StatisticsTable<>(
                    "resources",
                    "Resources",
                    List.of(
                            new StatisticColumn<>(
                                    "resource-name",
                                    "resource",
                                    RunText.RESOURCE_HELP,
                                    ResourcesPane::name),
                            new StatisticColumn<>(
                                    "resource-held",
                                    "held",
                                    RunText.RESOURCE_HELD_HELP,
                                    ResourcesPane::held),
                            new StatisticColumn<>(
                                    "resource-mean",
                                    "wait",
                                    RunText.RESOURCE_MEAN_HELP,
                                    row -> wait(row, row.numbers().meanWaitNanos())),
                            new StatisticColumn<>(
                                    "resource-longest",
                                    "longest",
                                    RunText.RESOURCE_LONGEST_HELP,
                                    row -> wait(row, row.numbers().longestWaitNanos())),
                            new StatisticColumn<>(
                                    "resource-most",
                                    "most",
                                    RunText.RESOURCE_MOST_HELP,
                                    ResourcesPane::most),
                            new StatisticColumn<>(
                                    "resource-lost",
                                    "lost",
                                    RunText.RESOURCE_LOST_HELP,
                                    ResourcesPane::lost)));

    ResourcesPane() {
        getChildren().setAll(table);
        managedProperty().bind(table.managedProperty());
    }

    private static boolean isCounter(ResourceRow row) {
        return row.resource().type() == ResourceTrack.Type.COUNTER;
    }

    private static String name(ResourceRow row) {
        return row.numbers().isCopied()
                ? row.resource().label() + ", " + PictureText.NOT_SHARED
                : row.resource().label();
    }

    private static String held(ResourceRow row) {
        return switch (row.resource().type()) {
            case LOCK, PERMIT -> DurationFormat.bareMillis(row.numbers().heldNanos());
            case COUNTER, QUEUE -> StatisticsTable.NONE;
        };
    }

    private static String wait(ResourceRow row, long nanos) {
        return isCounter(row) ? StatisticsTable.NONE : DurationFormat.bareMillis(nanos);
    }

    private static String most(ResourceRow row) {
        return isCounter(row)
                ? StatisticsTable.NONE
                : NumberFormats.count(row.numbers().mostWaiting());
    }

    private static String lost(ResourceRow row) {
        boolean known =
                isCounter(row)
                        && !row.numbers().isCopied()
                        && row.numbers().expected() != ResourceStatistics.UNKNOWN;
        return known ? NumberFormats.count(row.numbers().lost()) : StatisticsTable.NONE;
    }

    /** Shows the resources of a moment; hidden without any. */
    void show(@Nullable MomentStatistics statistics) {
        if (statistics == null) {
            table.clear();
        } else {
            table.show(
                    statistics.panes().resources(), statistics.moment().trace().resources().size());
        }
    }
}
