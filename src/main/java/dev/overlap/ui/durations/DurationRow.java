package dev.overlap.ui.durations;

import dev.overlap.text.DurationFormat;
import dev.overlap.text.measure.DistributionText;
import dev.overlap.trace.metrics.DurationDistribution;
import dev.overlap.ui.controls.WideTooltip;

import javafx.scene.control.Label;

import java.util.function.ToLongFunction;

/** One figure of the durations: its name, and its value without and with the queue. */
final class DurationRow {

    private final ToLongFunction<DurationDistribution> value;
    private final Label name;
    private final Label fromStart = new Label();
    private final Label withQueue = new Label();

    DurationRow(String id, String name, ToLongFunction<DurationDistribution> value) {
        this.value = value;
        this.name = new Label(name);
        this.name.getStyleClass().add("quiet");
        fromStart.setId("duration-" + id);
        fromStart.getStyleClass().add("figure");
        withQueue.setId("duration-queued-" + id);
        withQueue.getStyleClass().add("figure");
    }

    static DurationRow percentile(int percent) {
        DurationRow row =
                new DurationRow(
                        "p" + percent,
                        DistributionText.percentile(percent),
                        durations -> durations.percentile(percent));
        row.name.setTooltip(new WideTooltip(DistributionText.PERCENTILE_HELP));
        return row;
    }

    void show(DurationDistribution tasks, DurationDistribution queued) {
        fill(fromStart, value.applyAsLong(tasks));
        fill(withQueue, value.applyAsLong(queued));
    }

    private void fill(Label cell, long nanos) {
        cell.setText(DurationFormat.text(nanos));
        cell.setAccessibleText(name.getText() + ": " + cell.getText());
    }

    /** Returns the cells from left to right. */
    Label[] labels() {
        return new Label[] {name, fromStart, withQueue};
    }
}
