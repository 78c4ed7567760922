package dev.overlap.bench;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The least that a window costs: one of the same size with nothing in it. */
public final class EmptyWindow extends Application {

    public static void main(String[] args) {
        Application.launch(EmptyWindow.class);
    }

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(), 1280, 800));
        stage.setTitle("Empty");
        stage.show();
    }
}
