package dev.overlap.ui.lesson;

import dev.overlap.lesson.LessonProblem;
import dev.overlap.text.LessonText;
import dev.overlap.text.NumberFormats;
import dev.overlap.ui.controls.ModalOverlay;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.nio.file.Path;
import java.util.List;

/** Shows line by line why a file is not a lesson. */
final class LessonProblemsPane extends ModalOverlay {

    private static final int MAX_SHOWN = 12;

    private final Label title;
    private final GridPane lines;
    private final Button close;

    LessonProblemsPane() {
        Label title = new Label();
        GridPane lines = new GridPane();
        Button close = new Button("Close");
        super("lesson-problems", content(title, lines, close));
        this.title = title;
        this.lines = lines;
        this.close = close;
        close.setOnAction(_ -> hide());
    }

    private static VBox content(Label title, GridPane lines, Button close) {
        title.getStyleClass().add("pane-title");
        title.setWrapText(true);
        lines.getStyleClass().add("problems");
        close.setId("problems-close");
        close.setAccessibleText(LessonText.CLOSE_PROBLEMS);
        close.setDefaultButton(true);
        close.setCancelButton(true);
        HBox buttons = new HBox(close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox content = new VBox(12, title, lines, buttons);
        content.setPrefWidth(620);
        return content;
    }

    /** Shows the problems of a file, limited to the first few. */
    void show(Path file, List<LessonProblem> problems) {
        String count = NumberFormats.count(problems.size(), "problem");
        title.setText(LessonText.NOT_A_LESSON.formatted(file.getFileName(), count));
        setAccessibleText(title.getText());
        lines.getChildren().clear();
        problems.stream().limit(MAX_SHOWN).forEach(this::line);
        if (problems.size() > MAX_SHOWN) {
            Label more = new Label("and " + (problems.size() - MAX_SHOWN) + " more");
            lines.add(more, 1, lines.getRowCount());
        }
        show(close);
    }

    private void line(LessonProblem problem) {
        Label number = new Label("Line " + problem.line());
        number.setMinWidth(USE_PREF_SIZE);
        number.getStyleClass().add("quiet");
        Label sentence = new Label(problem.sentence());
        sentence.setWrapText(true);
        lines.addRow(lines.getRowCount(), number, sentence);
    }
}
