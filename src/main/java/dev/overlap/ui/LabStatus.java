package dev.overlap.ui;

import dev.overlap.text.WindowText;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;

import java.net.URI;

/** Shows whether the lab is running, and its address. */
final class LabStatus extends HBox {

    private final Circle dot = new Circle(4.5);
    private final Label label = new Label(WindowText.LAB_STARTING);

    LabStatus() {
        setId("lab");
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("lab-foot");
        dot.getStyleClass().add("lab-starting");
        getChildren().setAll(dot, label);
    }

    void listensAt(URI uri) {
        dot.getStyleClass().setAll("lab-up");
        label.setText("Lab server \u00b7 " + uri.getAuthority());
    }

    void failed() {
        dot.getStyleClass().setAll("lab-down");
        label.setText(WindowText.LAB_NOT_RUNNING);
    }
}
