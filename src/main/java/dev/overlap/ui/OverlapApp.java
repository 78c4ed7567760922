package dev.overlap.ui;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** The desktop program. */
public final class OverlapApp extends Application {

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new Label("Overlap")));
        stage.setTitle("Overlap");
        stage.show();
    }
}
