package dev.overlap.ui.run;

import dev.overlap.text.ResourceStatisticsText;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.metrics.ResourceStatistics;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.scene.layout.VBox;

import java.util.List;

/**
 * A row per lock, permit, counter and queue with what was measured of it; hidden without any. Shows
 * the first {@value #MAX_ROWS}, since each visits all uses of its resource.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ResourceRows extends VBox {

    private static final int MAX_ROWS = 8;

    ResourceRows() {
        setId("resource-numbers");
        getStyleClass().add("number-lines");
        clear();
    }

    void clear() {
        getChildren().clear();
        NodeVisibility.set(this, false);
    }

    /**
     * Shows what there is at a moment.
     *
     * @param wallNanos of the run up to there
     */
    void show(TraceMoment moment, long wallNanos) {
        List<ResourceTrack> all = List.copyOf(moment.trace().resources());
        List<ResourceTrack> shown = all.subList(0, Math.min(MAX_ROWS, all.size()));
        getChildren().setAll(shown.stream().map(it -> row(it, moment, wallNanos)).toList());
        NodeVisibility.set(this, !shown.isEmpty());
    }

    private static StatisticRow row(ResourceTrack resource, TraceMoment moment, long wallNanos) {
        ResourceStatistics numbers =
                ResourceStatistics.of(moment.trace(), resource, moment.horizonNanos());
        StatisticRow row =
                StatisticRow.of(
                        "resource-" + resource.index(), ResourceStatisticsText.name(resource));
        row.show(ResourceStatisticsText.text(resource, numbers, wallNanos));
        return row;
    }
}
