package dev.overlap.ui.run;

import dev.overlap.text.DurationFormat;
import dev.overlap.text.ResourceText;
import dev.overlap.text.RunText;
import dev.overlap.text.glossary.Glossary;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.ui.controls.NodeVisibility;
import dev.overlap.ui.controls.ProportionBar;
import dev.overlap.ui.controls.TooltipNavigation;
import dev.overlap.ui.controls.WideTooltip;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The time a task spent in each phase: one row per phase it entered, with colour, bar and duration,
 * summed over repetitions.
 */
final class PhaseTable extends GridPane {

    private record Row(Region chip, Label name, ProportionBar bar, Label millis) {
        List<Node> nodes() {
            return List.of(chip, name, bar, millis);
        }

        void show(String phase, String time) {
            name.setText(phase);
            millis.setText(time);
            millis.setAccessibleText(phase + ": " + time);
        }
    }

    private final Map<Phase, Row> rows = new EnumMap<>(Phase.class);

    PhaseTable() {
        getStyleClass().add("phase-table");
        ColumnConstraints stretch = new ColumnConstraints(40, 80, Double.MAX_VALUE);
        stretch.setHgrow(Priority.ALWAYS);
        ColumnConstraints right = column();
        right.setHalignment(HPos.RIGHT);
        getColumnConstraints().setAll(column(), column(), stretch, right);
        for (Phase phase : Phase.values()) {
            Row row = row(phase);
            rows.put(phase, row);
            addRow(rows.size(), row.nodes().toArray(Node[]::new));
        }
        setId("phase-table");
        TooltipNavigation.install(this, RunText.PHASES_ACCESSIBLE, this::names);
    }

    private List<Labeled> names() {
        return rows.values().stream().<Labeled>map(Row::name).toList();
    }

    private static ColumnConstraints column() {
        ColumnConstraints column = new ColumnConstraints();
        column.setMinWidth(USE_PREF_SIZE);
        return column;
    }

    private static Row row(Phase phase) {
        String styleClass = PhaseStylesheet.styleClass(phase);
        Region chip = new Region();
        chip.getStyleClass().addAll("phase-chip", styleClass);
        chip.setStyle(PhaseStylesheet.inlineStyle(phase));
        ProportionBar bar = new ProportionBar(styleClass);
        bar.setStyle(PhaseStylesheet.inlineStyle(phase));
        Label millis = new Label();
        millis.getStyleClass().add("figure");
        Label name = new Label(phase.words());
        name.setTooltip(new WideTooltip(Glossary.of(phase).meaning()));
        millis.setAccessibleHelp(Glossary.of(phase).meaning());
        return new Row(chip, name, bar, millis);
    }

    /** Shows the phases of a task up to an instant. */
    void show(Trace trace, TaskTrack task, long horizonNanos) {
        List<Phase> entered = new ArrayList<>();
        long longest = 1;
        for (int s = 0; s < task.segments() && task.begin(s) <= horizonNanos; s++) {
            entered.add(task.phase(s));
        }
        for (Phase phase : entered) {
            longest = Math.max(longest, task.nanosIn(phase, horizonNanos));
        }
        for (Map.Entry<Phase, Row> row : rows.entrySet()) {
            boolean shown = entered.contains(row.getKey());
            row.getValue().nodes().forEach(node -> NodeVisibility.set(node, shown));
            long nanos = shown ? task.nanosIn(row.getKey(), horizonNanos) : 0;
            row.getValue().bar().fill((double) nanos / longest);
            if (shown) {
                String name = ResourceText.words(row.getKey(), trace, task, horizonNanos);
                row.getValue().show(name, DurationFormat.inColumn(nanos));
            }
        }
    }
}
