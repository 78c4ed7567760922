package dev.overlap.ui.palette;

import dev.overlap.text.PaletteText;
import dev.overlap.ui.controls.ModalOverlay;

import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The commands that set a field to a value that was typed with its name, such as {@code workers 8}
 * or {@code timeout 2 s}. The field reads the value, and complains, as if it had been typed there.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class FieldCommands {

    private FieldCommands() {}

    /**
     * Returns the commands for what was typed; none without a value.
     *
     * @param part the part of the window with the fields
     * @param left the ids of fields to leave out
     */
    public static List<PaletteCommand> in(Parent part, Set<String> left, String typed) {
        String stripped = typed.strip();
        String name = stripped.replaceFirst("\\s*\\d.*$", "");
        String value = stripped.substring(name.length()).strip();
        if (name.isEmpty() || value.isEmpty()) {
            return List.of();
        }
        List<PaletteCommand> all = fields(part, left).map(field -> command(field, value)).toList();
        return CommandSearch.find(all, name);
    }

    private static Stream<Node> fields(Node node, Set<String> left) {
        if (node instanceof ModalOverlay || (node.getId() != null && left.contains(node.getId()))) {
            return Stream.empty();
        } else if (node instanceof Spinner || node instanceof TextField) {
            return Stream.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(child -> fields(child, left))
                : Stream.empty();
    }

    private static PaletteCommand command(Node field, String value) {
        return new PaletteCommand(
                ControlCommands.name(field),
                PaletteText.SET_TO.formatted(value),
                "",
                "",
                () -> ControlCommands.isUsable(field),
                () -> set(field, value));
    }

    private static void set(Node field, String value) {
        if (field instanceof Spinner<?> spinner) {
            spinner.getEditor().setText(value);
            spinner.commitValue();
        } else if (field instanceof TextField text) {
            text.setText(value);
            text.fireEvent(new ActionEvent());
        }
    }
}
