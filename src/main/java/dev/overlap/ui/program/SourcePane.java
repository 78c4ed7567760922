package dev.overlap.ui.program;

import dev.overlap.snippet.HighlightedLine;
import dev.overlap.text.program.WatchText;
import dev.overlap.trace.TaskTrack;
import dev.overlap.ui.run.CodeLine;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * The file of the program that is shown. Marks the line in which the selected task is written.
 *
 * <p>Threads: JavaFX thread only.
 */
final class SourcePane extends BorderPane {

    private static final int NO_LINE = -1;

    private final Label name = new Label();
    private final Label position = new Label();
    private final ListView<HighlightedLine> lines = new ListView<>();
    private List<HighlightedLine> shown = List.of();
    private int marked = NO_LINE;

    SourcePane() {
        setId("program-source");
        name.setId("program-source-name");
        name.getStyleClass().add("model-name");
        name.setWrapText(true);
        position.setId("program-source-where");
        position.setWrapText(true);
        position.setMinHeight(USE_PREF_SIZE);
        VBox head = new VBox(name, position);
        head.getStyleClass().add("section");
        lines.setId("program-lines");
        lines.getStyleClass().add("code-lines");
        lines.setCellFactory(_ -> new CodeLine(line -> line == marked));
        lines.setAccessibleText(WatchText.SELECT_TASK);
        setTop(head);
        setCenter(lines);
    }

    /**
     * Shows a program.
     *
     * @param task the selected one, null for none
     */
    @SuppressWarnings("ReferenceEquality") // equal lines only cost showing them once more
    void show(ShownSource source, @Nullable TaskTrack task) {
        ProgramFile file = source.file();
        name.setText(source.name());
        if (source.lines() != shown) {
            shown = source.lines();
            lines.getItems().setAll(shown);
        }
        if (file == null) {
            mark(NO_LINE);
            position.setText(source.missing());
        } else if (task == null) {
            mark(NO_LINE);
            position.setText(WatchText.SELECT_TASK);
        } else {
            mark(show(task.source(), file));
        }
    }

    /** Says where a task is written; returns its line in the shown file, from 0. */
    private int show(String source, ProgramFile file) {
        int colon = source.lastIndexOf(':');
        if (colon < 0) {
            position.setText(WatchText.NO_SOURCE);
            return NO_LINE;
        }
        if (!isShown(source.substring(0, colon), file)) {
            position.setText(WatchText.OTHER_SOURCE + source);
            return NO_LINE;
        }
        position.setText(WatchText.MARKED_FILE);
        return number(source.substring(colon + 1)) - 1;
    }

    private static boolean isShown(String named, ProgramFile shown) {
        try {
            Path path = shown.folder().resolve(named).normalize();
            return path.equals(shown.file().normalize());
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException _) {
            return 0; // of no line
        }
    }

    private void mark(int line) {
        if (line != marked) {
            marked = line;
            lines.refresh();
            if (line != NO_LINE) {
                lines.scrollTo(Math.max(0, line - 4));
            }
        }
    }
}
