package dev.overlap.ui.program;

import dev.overlap.text.program.WatchText;
import dev.overlap.ui.program.BoundedOutput.Snapshot;

import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What a program prints, line by line. It follows the end, unless it was scrolled away from there.
 *
 * <p>Threads: JavaFX thread only.
 */
final class OutputList extends ListView<OutputLine> {

    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private @Nullable ProgramLaunch shown;
    private long version = -1;
    private int stable;
    private boolean begun;
    private boolean follows = true;
    private boolean touched;

    /**
     * @param onCopy receives the lines that are to be copied
     */
    OutputList(Consumer<String> onCopy) {
        setId("program-output");
        getStyleClass().add("output-lines");
        setAccessibleText(WatchText.OUTPUT_HELP);
        setPlaceholder(new Label(WatchText.NO_OUTPUT));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setCellFactory(_ -> new OutputCell(line -> shown == null ? 0 : shown.sinceBegin(line)));
        heightProperty().subscribe(this::keepEnd);
        widthProperty().subscribe(this::keepEnd);
        addEventFilter(ScrollEvent.SCROLL, _ -> touched = true);
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> touched = true);
        addEventFilter(MouseEvent.MOUSE_DRAGGED, _ -> touched = true);
        addEventFilter(KeyEvent.KEY_PRESSED, _ -> touched = true);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (COPY.match(event)) {
                        onCopy.accept(text(getSelectionModel().getSelectedItems()));
                        event.consume();
                    }
                });
    }

    /** Shows what has been printed since the last call; of another program, all. */
    @SuppressWarnings("ReferenceEquality") // each launch is another one
    void refresh(ProgramLaunch launch) {
        if (launch != shown) {
            shown = launch;
            stable = 0;
            version = -1;
            begun = false;
            follows = true;
            getItems().clear();
        }
        if (touched) { // and scrolled, perhaps
            touched = false;
            follows = isAtEnd();
        }
        if (launch.output().version() != version) {
            show(launch.output().snapshot());
        }
        boolean hasBegun = launch.hasBegun();
        if (hasBegun != begun) { // now the times are those of the chart
            begun = hasBegun;
            refresh();
        }
    }

    private void show(Snapshot snapshot) {
        List<OutputLine> lines = snapshot.lines();
        int same = Math.min(stable, Math.min(getItems().size(), lines.size()));
        if (getItems().size() > same) {
            getItems().remove(same, getItems().size());
        }
        getItems().addAll(lines.subList(same, lines.size()));
        stable = snapshot.stable();
        version = snapshot.version();
        keepEnd();
    }

    /** What a program has printed last says most: it stays in sight, also in another size. */
    private void keepEnd() {
        if (follows && !getItems().isEmpty()) {
            scrollTo(getItems().size() - 1);
        }
    }

    private boolean isAtEnd() {
        if (!(lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
            return true;
        }
        IndexedCell<?> last = flow.getLastVisibleCell();
        return last == null || last.getIndex() >= getItems().size() - 2;
    }

    /** Returns all lines as text. */
    String text() {
        return text(getItems());
    }

    private static String text(List<OutputLine> lines) {
        return lines.stream().map(it -> it.text() + "\n").collect(Collectors.joining());
    }
}
