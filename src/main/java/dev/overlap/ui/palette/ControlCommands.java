package dev.overlap.ui.palette;

import dev.overlap.ui.controls.ModalOverlay;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The commands of the controls of a window: each entry of its menus, each choice of its boxes, each
 * button and check box. They are taken from the window itself, so that none can be missing that was
 * added elsewhere.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class ControlCommands {

    private final Set<String> left;

    private ControlCommands(Set<String> left) {
        this.left = left;
    }

    /**
     * Returns the commands of the controls in a part of a window, in its order.
     *
     * @param left the ids of controls to leave out
     */
    public static List<PaletteCommand> in(Parent part, Set<String> left) {
        return new ControlCommands(left).of(part).toList();
    }

    private Stream<PaletteCommand> of(Node node) {
        if (node.getId() != null && left.contains(node.getId())) {
            return Stream.empty();
        }
        return switch (node) {
            case MenuButton menu -> entries(menu, menu.getText(), menu.getItems());
            case ComboBox<?> box -> choices(box);
            case CheckBox box -> button(box, box.getText(), box::fire);
            case ToggleButton button -> button(button, sentence(button), button::fire);
            case Button button when button.getId() != null ->
                    button(button, sentence(button), button::fire);
            case ModalOverlay _ -> Stream.empty();
            case Control control when !holdsControls(control) -> Stream.empty();
            case Parent parent -> parent.getChildrenUnmodifiable().stream().flatMap(this::of);
            default -> Stream.empty();
        };
    }

    /** Other controls are made of controls that are of no use alone. */
    private static boolean holdsControls(Control control) {
        return control instanceof ScrollPane
                || control instanceof SplitPane
                || control instanceof TitledPane;
    }

    private static Stream<PaletteCommand> entries(
            MenuButton menu, String group, List<MenuItem> items) {
        return items.stream().flatMap(item -> entry(menu, group, item));
    }

    private static Stream<PaletteCommand> entry(MenuButton menu, String group, MenuItem item) {
        if (item instanceof Menu sub) {
            return entries(menu, group + ", " + sub.getText(), sub.getItems());
        } else if (item instanceof SeparatorMenuItem || item.getText() == null) {
            return Stream.empty();
        }
        return Stream.of(
                new PaletteCommand(
                        group,
                        item.getText(),
                        "",
                        "",
                        () -> isUsable(menu) && !item.isDisable(),
                        () -> choose(item)));
    }

    /** A click on an item that can be checked changes that, which firing it alone does not. */
    private static void choose(MenuItem item) {
        if (item instanceof CheckMenuItem check) {
            check.setSelected(!check.isSelected());
        }
        item.fire();
    }

    private static <T> Stream<PaletteCommand> choices(ComboBox<T> box) {
        String group = name(box);
        return box.getItems().stream()
                .map(
                        item ->
                                new PaletteCommand(
                                        group,
                                        text(box.getConverter(), item),
                                        "",
                                        "",
                                        () -> isUsable(box),
                                        () -> box.setValue(item)));
    }

    private static <T> String text(@Nullable StringConverter<T> converter, T item) {
        return converter == null ? String.valueOf(item) : converter.toString(item);
    }

    private static Stream<PaletteCommand> button(Control control, String title, Runnable fire) {
        return Stream.of(
                new PaletteCommand(
                        "", title, explanation(control), "", () -> isUsable(control), fire));
    }

    private static String explanation(Control control) {
        Tooltip tooltip = control.getTooltip();
        return control.getAccessibleText() + (tooltip == null ? "" : " " + tooltip.getText());
    }

    /** The label that belongs to a control, or else the beginning of its accessible text. */
    static String name(Node control) {
        return control.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY)
                        instanceof Label label
                ? label.getText()
                : firstSentence(control);
    }

    /** The accessible text, which tells what a control does, without its end. */
    private static String sentence(Node control) {
        return Objects.requireNonNullElse(control.getAccessibleText(), "").replaceAll("[.]$", "");
    }

    private static String firstSentence(Node control) {
        String text = Objects.requireNonNullElse(control.getAccessibleText(), "");
        return text.split("[.:;](\\s|$)", 2)[0];
    }

    /** Whether a control can be used now: it is in sight and enabled. */
    static boolean isUsable(Node control) {
        return !control.isDisabled()
                && control.getScene() != null
                && Stream.iterate(control, Objects::nonNull, Node::getParent)
                        .allMatch(Node::isVisible);
    }
}
