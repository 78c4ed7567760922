package dev.overlap.ui.durations;

import dev.overlap.text.DurationFormat;
import dev.overlap.text.measure.DistributionText;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.metrics.DurationDistribution;
import dev.overlap.trace.metrics.DurationHistogram;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.function.ToLongFunction;

/**
 * The distribution of the durations of the tasks that were completed by a moment: as many
 * percentiles as their number justifies, and a histogram if they are enough. Hidden with fewer than
 * two, whose durations the chart shows.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class DurationsPane extends VBox {

    private static final int MIN_TASKS = 2;

    private final GridPane grid = new GridPane();
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

    /** Shows the tasks of a moment; hidden without any. */
    public void show(@Nullable TraceMoment moment) {
        DurationDistribution tasks = moment == null ? null : DurationDistribution.ofTasks(moment);
        boolean enough = tasks != null && tasks.count() >= MIN_TASKS;
        NodeVisibility.set(this, enough);
        if (moment != null && tasks != null && enough) {
            basis.setText(DistributionText.basis(tasks.count(), ended(moment) - tasks.count()));
            showTable(tasks, DurationDistribution.ofTasksAndQueue(moment));
            showHistogram(tasks.histogram());
        }
    }

    private static int ended(TraceMoment moment) {
        int ended = 0;
        for (TaskTrack task : moment.trace().tasks()) {
            ended += moment.hasEnded(task) ? 1 : 0;
        }
        return ended;
    }

    private void showTable(DurationDistribution tasks, DurationDistribution queued) {
        grid.getChildren().clear();
        grid.add(head(DistributionText.FROM_START, DistributionText.FROM_START_HELP), 1, 0);
        grid.add(head(DistributionText.WITH_QUEUE, DistributionText.WITH_QUEUE_HELP), 2, 0);
        row("shortest", "Shortest", tasks, queued, DurationDistribution::shortest);
        row("median", "Median", tasks, queued, DurationDistribution::median);
        for (int percent : tasks.percentiles()) {
            String name = DistributionText.percentile(percent);
            Label label = row("p" + percent, name, tasks, queued, it -> it.percentile(percent));
            label.setTooltip(tooltip(DistributionText.PERCENTILE_HELP));
        }
        row("longest", "Longest", tasks, queued, DurationDistribution::longest);
    }

    private static Label head(String words, String help) {
        Label head = new Label(words);
        head.getStyleClass().add("quiet");
        head.setTooltip(tooltip(help));
        return head;
    }

    private static Tooltip tooltip(String help) {
        Tooltip tooltip = new Tooltip(help);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(340);
        return tooltip;
    }

    private Label row(
            String id,
            String name,
            DurationDistribution tasks,
            DurationDistribution queued,
            ToLongFunction<DurationDistribution> value) {
        Label label = new Label(name);
        label.getStyleClass().add("quiet");
        int row = grid.getRowCount();
        grid.add(label, 0, row);
        grid.add(cell("duration-" + id, name, value.applyAsLong(tasks)), 1, row);
        grid.add(cell("duration-queued-" + id, name, value.applyAsLong(queued)), 2, row);
        return label;
    }

    private static Label cell(String id, String name, long nanos) {
        Label cell = new Label(DurationFormat.text(nanos));
        cell.setId(id);
        cell.getStyleClass().add("figure");
        cell.setAccessibleText(name + ": " + cell.getText());
        return cell;
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
