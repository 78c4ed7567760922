package dev.overlap.ui.measure;

import dev.overlap.text.measure.MeasuredFigure;
import dev.overlap.ui.controls.WideTooltip;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Figures in a row after other nodes; they wrap rather than being cut off. The nodes are reused, so
 * that a tooltip stays while the numbers change.
 */
final class FigureList extends FlowPane {

    private final Function<MeasuredFigure, Optional<Node>> chip;
    private final List<Node> leading;
    private List<HBox> boxes = List.of();

    /**
     * Creates a row without figures.
     *
     * @param chip returns what a figure has before its name
     * @param leading what the row begins with
     */
    FigureList(Function<MeasuredFigure, Optional<Node>> chip, Node... leading) {
        this.chip = chip;
        this.leading = List.of(leading);
        getStyleClass().add("figure-list");
        setMinWidth(0);
    }

    /** Shows these figures. */
    void show(List<MeasuredFigure> figures) {
        boolean same = figures.stream().map(FigureList::boxId).toList().equals(shownIds());
        if (!same) {
            boxes = figures.stream().map(this::box).toList();
            getChildren().setAll(leading);
            getChildren().addAll(boxes);
        }
        for (int i = 0; i < figures.size(); i++) {
            fill(boxes.get(i), figures.get(i));
        }
    }

    private List<String> shownIds() {
        return boxes.stream().map(Node::getId).toList();
    }

    private static String boxId(MeasuredFigure figure) {
        return "range-box-" + figure.id();
    }

    private HBox box(MeasuredFigure figure) {
        Label name = new Label();
        name.getStyleClass().add("quiet");
        name.setTooltip(new WideTooltip(figure.help()));
        Label value = new Label();
        value.setId("range-" + figure.id());
        value.getStyleClass().add("figure");
        value.setTooltip(new WideTooltip(figure.help()));
        HBox box = new HBox(name, value);
        chip.apply(figure).ifPresent(node -> box.getChildren().addFirst(node));
        box.setId(boxId(figure));
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("range-figure");
        return box;
    }

    private static void fill(HBox box, MeasuredFigure figure) {
        int last = box.getChildren().size() - 1;
        ((Label) box.getChildren().get(last - 1)).setText(figure.name());
        Label value = (Label) box.getChildren().get(last);
        value.setText(figure.value());
        value.setAccessibleText(figure.words());
    }
}
