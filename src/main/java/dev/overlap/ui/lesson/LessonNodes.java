package dev.overlap.ui.lesson;

import static javafx.scene.layout.Region.USE_PREF_SIZE;

import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Creates the labels and buttons of the lesson page. */
final class LessonNodes {

    private LessonNodes() {}

    static Button button(String id, String name, String accessibleText, Runnable action) {
        Button button = new Button(name);
        button.setId(id);
        button.setAccessibleText(accessibleText);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    static Label title(String content) {
        Label title = new Label(content);
        title.setWrapText(true);
        title.getStyleClass().add("pane-title");
        return title;
    }

    static Label quiet(String content) {
        Label label = new Label(content);
        label.setWrapText(true);
        label.getStyleClass().add("quiet");
        return label;
    }

    static Label text(String id, String content) {
        Label text = new Label(content);
        text.setId(id);
        text.setWrapText(true);
        return text;
    }
}
