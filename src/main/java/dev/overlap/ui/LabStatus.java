package dev.overlap.ui;

import dev.overlap.text.WindowText;
import dev.overlap.ui.controls.FxExecutor;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;

import java.net.URI;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

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

    /**
     * Follows the start of the lab, from any thread.
     *
     * @param listening receives the address once it is known
     * @param failed receives the sentence that says why there is none
     */
    void watch(CompletionStage<URI> lab, Consumer<URI> listening, Consumer<String> failed) {
        lab.whenCompleteAsync(
                (uri, fault) -> {
                    if (uri != null) {
                        listensAt(uri);
                        listening.accept(uri);
                    } else if (fault != null) {
                        failed();
                        failed.accept(EngineHost.sentence(fault));
                    }
                },
                new FxExecutor());
    }

    private void listensAt(URI uri) {
        dot.getStyleClass().setAll("lab-up");
        label.setText("Lab server \u00b7 " + uri.getAuthority());
    }

    private void failed() {
        dot.getStyleClass().setAll("lab-down");
        label.setText(WindowText.LAB_NOT_RUNNING);
    }
}
