package dev.overlap.ui.controls;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Supplier;

/**
 * Lets the keyboard reach the tooltips of a group of labels: the group is one stop of Tab, and the
 * arrow keys go from label to label. The tooltip of the current one is shown, and read out as the
 * accessible text of the group.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class TooltipNavigation {

    private static final PseudoClass EXPLAINED = PseudoClass.getPseudoClass("explained");
    private static final double BELOW = 4;

    private final Region group;
    private final String name;
    private final Supplier<List<Labeled>> labels;
    private @Nullable Labeled current;
    private @Nullable Tooltip shown;

    private TooltipNavigation(Region group, String name, Supplier<List<Labeled>> labels) {
        this.group = group;
        this.name = name;
        this.labels = labels;
    }

    /**
     * Makes a group navigable.
     *
     * @param name what the group is, for screen readers
     * @param labels supplies its labels; hidden ones, and those without a tooltip, are skipped
     */
    public static void install(Region group, String name, Supplier<List<Labeled>> labels) {
        TooltipNavigation navigation = new TooltipNavigation(group, name, labels);
        group.setFocusTraversable(true);
        group.setAccessibleText(name);
        group.focusVisibleProperty().subscribe((_, now) -> navigation.focused(now));
        group.addEventHandler(KeyEvent.KEY_PRESSED, navigation::key);
    }

    private List<Labeled> explained() {
        return labels.get().stream()
                .filter(label -> label.isVisible() && label.getTooltip() != null)
                .filter(label -> label.getParent() == null || label.getParent().isVisible())
                .toList();
    }

    private void focused(boolean now) {
        hide();
        List<Labeled> all = explained();
        if (now && !all.isEmpty()) {
            show(current != null && all.contains(current) ? current : all.getFirst());
        }
    }

    private void key(KeyEvent event) {
        int step =
                switch (event.getCode()) {
                    case UP -> -1;
                    case DOWN -> 1;
                    default -> 0;
                };
        List<Labeled> all = explained();
        if (step != 0 && !all.isEmpty()) {
            int next = Math.clamp(all.indexOf(current) + (long) step, 0, all.size() - 1);
            hide();
            show(all.get(next));
            event.consume();
        }
    }

    private void show(Labeled label) {
        current = label;
        label.pseudoClassStateChanged(EXPLAINED, true);
        reveal(label);
        Tooltip tooltip = label.getTooltip();
        Point2D below = label.localToScreen(0, label.getHeight() + BELOW);
        if (tooltip != null && below != null) {
            shown = tooltip;
            tooltip.show(label, below.getX(), below.getY());
            group.setAccessibleText(name + " " + label.getText() + ": " + tooltip.getText());
        }
    }

    private void hide() {
        if (current != null) {
            current.pseudoClassStateChanged(EXPLAINED, false);
        }
        if (shown != null) {
            shown.hide();
            shown = null;
        }
        group.setAccessibleText(name);
    }

    /** Scrolls a label into view. */
    private static void reveal(Labeled label) {
        for (Node node = label.getParent(); node != null; node = node.getParent()) {
            if (node instanceof ScrollPane pane && pane.getContent() != null) {
                reveal(label, pane, pane.getContent());
                return;
            }
        }
    }

    private static void reveal(Labeled label, ScrollPane pane, Node content) {
        Bounds at = content.sceneToLocal(label.localToScene(label.getBoundsInLocal()));
        double hidden =
                content.getBoundsInLocal().getHeight() - pane.getViewportBounds().getHeight();
        if (hidden > 0) {
            double top = pane.getVvalue() * hidden;
            double lowest = at.getMaxY() - pane.getViewportBounds().getHeight();
            pane.setVvalue(Math.clamp(top, lowest, Math.max(lowest, at.getMinY())) / hidden);
            pane.layout();
        }
    }
}
