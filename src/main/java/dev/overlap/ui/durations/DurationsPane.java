package dev.overlap.ui.durations;

import dev.overlap.text.measure.DistributionText;
import dev.overlap.trace.metrics.DurationDistribution;
import dev.overlap.trace.metrics.DurationHistogram;
import dev.overlap.trace.metrics.TaskDurations;
import dev.overlap.ui.controls.NodeVisibility;
import dev.overlap.ui.controls.WideTooltip;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The distribution of the durations of the tasks that were completed by a moment: as many
 * percentiles as their number justifies, and a histogram if they are enough. Hidden with fewer than
 * two, whose durations the chart shows. The nodes are reused, so that an open tooltip stays while
 * the numbers change.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class DurationsPane extends VBox {

    private static final int MIN_TASKS = 2;

    private final GridPane grid = new GridPane();
    private final Label fromStart =
            head(DistributionText.FROM_START, DistributionText.FROM_START_HELP);
    private final Label withQueue =
            head(DistributionText.WITH_QUEUE, DistributionText.WITH_QUEUE_HELP);
    private final DurationRow shortest =
            new DurationRow("shortest", "Shortest", DurationDistribution::shortest);
    private final DurationRow median =
            new DurationRow("median", "Median", DurationDistribution::median);
    private final DurationRow longest =
            new DurationRow("longest", "Longest", DurationDistribution::longest);
    private final Map<Integer, DurationRow> percentiles = new HashMap<>();
    private List<DurationRow> rows = List.of();
    private final Label basis = new Label();
    private final VBox picture = new VBox();
    private final HistogramBars bars = new HistogramBars();
    private final Label first = new Label();
    private final Label last = new Label();
    private final Label most = new Label();

    public DurationsPane() {
        setId("durations");
        getStyleClass().add("section");
        Label title = new Label(DistributionText.TITLE);
        title.getStyleClass().add("pane-title");
        basis.setId("durations-basis");
        basis.getStyleClass().addAll("quiet", "helpers");
        basis.setWrapText(true);
        grid.getStyleClass().add("workers-grid");
        setUpColumns();
        setUpPicture();
        getChildren().setAll(title, grid, picture, basis);
        NodeVisibility.set(this, false);
    }

    private void setUpColumns() {
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        numbers.setMinWidth(USE_PREF_SIZE);
        grid.getColumnConstraints().setAll(names, numbers, numbers);
    }

    private void setUpPicture() {
        most.setId("durations-most");
        most.setWrapText(true);
        for (Label label : new Label[] {first, last, most}) {
            label.getStyleClass().addAll("quiet", "helpers");
        }
        BorderPane axis = new BorderPane();
        axis.setLeft(first);
        axis.setRight(last);
        picture.getChildren().setAll(bars, axis, most);
    }

    /** Shows the durations of the tasks of a moment; hidden without any. */
    public void show(@Nullable TaskDurations durations) {
        boolean enough = durations != null && durations.fromStart().count() >= MIN_TASKS;
        NodeVisibility.set(this, enough);
        if (durations != null && enough) {
            DurationDistribution tasks = durations.fromStart();
            basis.setText(DistributionText.basis(tasks.count(), durations.leftOut()));
            showTable(tasks, durations.withQueue());
            showHistogram(tasks.histogram());
        }
    }

    private void showTable(DurationDistribution tasks, DurationDistribution queued) {
        List<DurationRow> justified = new ArrayList<>(List.of(shortest, median));
        for (int percent : tasks.percentiles()) {
            justified.add(percentiles.computeIfAbsent(percent, DurationRow::percentile));
        }
        justified.add(longest);
        if (!justified.equals(rows)) {
            rows = justified;
            layOutTable();
        }
        rows.forEach(row -> row.show(tasks, queued));
    }

    private void layOutTable() {
        grid.getChildren().clear();
        grid.addRow(0, new Region(), fromStart, withQueue);
        for (int row = 0; row < rows.size(); row++) {
            grid.addRow(row + 1, rows.get(row).labels());
        }
    }

    private static Label head(String words, String help) {
        Label head = new Label(words);
        head.getStyleClass().add("quiet");
        head.setTooltip(new WideTooltip(help));
        return head;
    }

    private void showHistogram(@Nullable DurationHistogram histogram) {
        NodeVisibility.set(picture, histogram != null);
        if (histogram != null) {
            bars.show(histogram);
            first.setText(DistributionText.border(histogram.edges()[0]));
            last.setText(DistributionText.border(histogram.edges()[histogram.bins()]));
            most.setText(DistributionText.largest(histogram));
        }
    }
}
