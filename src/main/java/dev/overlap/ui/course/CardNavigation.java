package dev.overlap.ui.course;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The arrow keys among the cards: left and right in their order, up and down to the nearest card of
 * the next row. A card that gets the focus scrolls into sight.
 *
 * <p>Threads: JavaFX thread only.
 */
final class CardNavigation {

    /** The room above and below a card that has been scrolled into sight. */
    private static final double ROOM_PX = 12;

    private final List<? extends Node> cards;
    private final ScrollPane scrolling;
    private final Region content;

    CardNavigation(List<? extends Node> cards, ScrollPane scrolling, Region content) {
        this.cards = List.copyOf(cards);
        this.scrolling = scrolling;
        this.content = content;
        content.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        for (Node card : this.cards) {
            card.focusedProperty().subscribe(focused -> focused(card, focused));
        }
    }

    private void focused(Node card, boolean focused) {
        if (focused) {
            reveal(card);
        }
    }

    private void key(KeyEvent event) {
        Node now = focused();
        Node next = now == null || event.isShortcutDown() ? null : next(now, event.getCode());
        if (next != null) {
            event.consume();
            next.requestFocus();
        }
    }

    private @Nullable Node focused() {
        return cards.stream().filter(Node::isFocused).findFirst().orElse(null);
    }

    /** Returns the card that a key leads to; the same at an edge; null for any other key. */
    private @Nullable Node next(Node now, KeyCode key) {
        int index = cards.indexOf(now);
        return switch (key) {
            case LEFT -> cards.get(Math.max(0, index - 1));
            case RIGHT -> cards.get(Math.min(cards.size() - 1, index + 1));
            case HOME -> cards.getFirst();
            case END -> cards.getLast();
            case UP -> vertical(now, place -> -place.getCenterY());
            case DOWN -> vertical(now, Bounds::getCenterY);
            default -> null;
        };
    }

    /** Returns the nearest card of the next row in the direction in which a measure grows. */
    private Node vertical(Node now, ToDoubleFunction<Bounds> measure) {
        Bounds from = place(now);
        double beyond = measure.applyAsDouble(from) + from.getHeight() / 2;
        return cards.stream()
                .filter(card -> measure.applyAsDouble(place(card)) > beyond)
                .min(
                        Comparator.<Node>comparingDouble(
                                        card -> Math.rint(measure.applyAsDouble(place(card))))
                                .thenComparingDouble(
                                        card ->
                                                Math.abs(
                                                        place(card).getCenterX()
                                                                - from.getCenterX())))
                .map(Node.class::cast)
                .orElse(now);
    }

    private Bounds place(Node card) {
        return content.sceneToLocal(card.localToScene(card.getLayoutBounds()));
    }

    private void reveal(Node card) {
        double height = scrolling.getViewportBounds().getHeight();
        double hidden = content.getHeight() - height;
        if (hidden <= 0) {
            return;
        }
        double top = scrolling.getVvalue() * hidden;
        Bounds place = place(card);
        if (place.getMinY() - ROOM_PX < top) {
            top = place.getMinY() - ROOM_PX;
        } else if (place.getMaxY() + ROOM_PX > top + height) {
            top = place.getMaxY() + ROOM_PX - height;
        }
        scrolling.setVvalue(Math.clamp(top / hidden, 0, 1));
    }
}
