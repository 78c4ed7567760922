package dev.overlap.chart;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.VariantResult;
import dev.overlap.render.GuessAxisRange;
import dev.overlap.render.TimeRange;
import dev.overlap.render.comparison.ComparisonLayout;

import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/** The mouse, wheel and key handling of a {@link ComparisonChart}. */
final class ComparisonChartBehavior {

    /** A guess dragged further left of the axis than this is removed. */
    private static final double REMOVAL_DISTANCE = 6;

    private static final int STEPS_PER_AXIS = 50;

    /** Behind the end of the run that is fitted, this part of its wall time is shown, as 1/n. */
    private static final int MARGIN_SHARE = 40;

    private final ComparisonChart view;
    private final ComparisonChartSkin skin;
    private double lastX;
    private @Nullable VariantResult guessed;

    ComparisonChartBehavior(ComparisonChart view, ComparisonChartSkin skin) {
        this.view = view;
        this.skin = skin;
    }

    /** Installs the handlers; the returned subscription removes them. */
    Subscription install() {
        return Subscription.combine(
                on(MouseEvent.MOUSE_MOVED, this::moved),
                on(MouseEvent.MOUSE_PRESSED, this::pressed),
                on(MouseEvent.MOUSE_DRAGGED, this::dragged),
                on(MouseEvent.MOUSE_RELEASED, this::released),
                on(MouseEvent.MOUSE_CLICKED, this::clicked),
                on(ScrollEvent.SCROLL, this::scrolled),
                on(ZoomEvent.ZOOM, skin.navigator()::pinched),
                on(KeyEvent.KEY_PRESSED, this::key));
    }

    private <E extends Event> Subscription on(EventType<E> type, Consumer<E> action) {
        EventHandler<E> handler = action::accept;
        view.addEventHandler(type, handler);
        return () -> view.removeEventHandler(type, handler);
    }

    private ComparisonLayout.@Nullable Under under(MouseEvent event) {
        ComparisonLayout layout = skin.layout();
        return layout == null
                ? null
                : layout.hit(
                        skin.scaledCanvas().units(event.getX()),
                        skin.scaledCanvas().units(event.getY()));
    }

    /** Whether guesses are still allowed: no result is visible yet. */
    private boolean isOpenToGuesses() {
        Comparison comparison = view.comparisonProperty().get();
        return comparison != null
                && comparison.entries().stream()
                        .allMatch(variantResult -> variantResult.drawn() == null);
    }

    private void moved(MouseEvent event) {
        var under = under(event);
        view.setCursor(under == null ? Cursor.DEFAULT : cursor(under));
    }

    private Cursor cursor(ComparisonLayout.Under under) {
        if (!isOpenToGuesses()) {
            return Cursor.HAND;
        }
        return under.nanos() >= 0 ? Cursor.H_RESIZE : Cursor.DEFAULT;
    }

    private void pressed(MouseEvent event) {
        view.requestFocus();
        lastX = skin.scaledCanvas().units(event.getX());
        skin.band().press(lastX);
        var under = under(event);
        ComparisonLayout layout = skin.layout();
        if (under == null || layout == null) {
            return;
        }
        view.selectedProperty().set(under.index());
        boolean plain = event.getButton() == MouseButton.PRIMARY && !event.isShortcutDown();
        if (plain && isOpenToGuesses() && under.nanos() >= 0) {
            guessed = under.result();
            skin.hold(layout.shownWindow());
            guess(under.result(), event);
        }
    }

    private void dragged(MouseEvent event) {
        VariantResult variantResult = guessed;
        ComparisonLayout layout = skin.layout();
        if (variantResult != null) {
            guess(variantResult, event);
        } else if (layout != null && event.getButton() == MouseButton.PRIMARY) {
            drag(event, layout);
        }
    }

    /** Spans a range with Ctrl, or else moves the axis. */
    private void drag(MouseEvent event, ComparisonLayout layout) {
        double x = skin.scaledCanvas().units(event.getX());
        if (event.isShortcutDown()) {
            skin.band().drag(layout, layout.view(), x);
        } else {
            skin.navigator().pan(lastX - x);
        }
        lastX = x;
    }

    private void guess(VariantResult variantResult, MouseEvent event) {
        ComparisonLayout layout = skin.layout();
        if (layout == null) {
            return;
        }
        double x = skin.scaledCanvas().units(event.getX());
        boolean removed = x < layout.plotLeft() - REMOVAL_DISTANCE;
        long at = layout.nanosAt(Math.min(x, layout.plotRight()));
        setGuess(variantResult, removed ? null : GuessAxisRange.rounded(at, layout.shownWindow()));
    }

    private void setGuess(VariantResult variantResult, @Nullable Long guess) {
        Guesses current = view.guessesProperty().get();
        view.guessesProperty().set(current.with(variantResult.variant().plan().model(), guess));
    }

    private void released(MouseEvent event) {
        if (guessed != null) {
            guessed = null;
            skin.hold(null);
            event.consume();
        }
        TimeRange spanned = skin.band().release(skin.layout());
        if (spanned != null) {
            skin.navigator().show(spanned);
        }
    }

    private void clicked(MouseEvent event) {
        var under = under(event);
        if (under != null
                && event.getButton() == MouseButton.PRIMARY
                && event.isStillSincePress()) {
            view.open(under.result());
        }
    }

    private void scrolled(ScrollEvent event) {
        ComparisonLayout layout = skin.layout();
        if (layout != null && skin.navigator().scrolled(event)) {
            event.consume();
        } else if (layout != null && layout.maxScroll() > 0) {
            double wanted = layout.scroll() - skin.scaledCanvas().units(event.getDeltaY());
            view.scrollProperty().set(Math.clamp(wanted, 0, layout.maxScroll()));
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        ComparisonLayout layout = skin.layout();
        if (layout == null || event.isAltDown()) {
            return;
        }
        boolean handled =
                event.isShortcutDown()
                        ? skin.navigator().undoOrRedo(event)
                        : ofPanel(event, layout) || skin.navigator().key(event);
        if (handled) {
            event.consume();
        }
    }

    private boolean ofPanel(KeyEvent event, ComparisonLayout layout) {
        return switch (event.getCode()) {
            case UP -> select(layout, -1);
            case DOWN -> select(layout, 1);
            case ENTER -> open();
            case F -> fit();
            case LEFT -> nudge(layout, -1);
            case RIGHT -> nudge(layout, 1);
            case DELETE, BACK_SPACE -> removeGuess();
            default -> false;
        };
    }

    private boolean select(ComparisonLayout layout, int step) {
        List<Integer> order = layout.indices();
        int current = order.indexOf(view.selectedProperty().get());
        int next = current < 0 ? 0 : Math.clamp(current + step, 0, order.size() - 1);
        view.selectedProperty().set(order.get(next));
        return true;
    }

    private @Nullable VariantResult selected() {
        return view.selectedPanel();
    }

    /** Shows the run of the selected panel, or everything if that is in sight already. */
    private boolean fit() {
        VariantResult selected = selected();
        long wall = selected == null ? -1 : selected.maxNanos();
        skin.navigator().fit(wall <= 0 ? null : TimeRange.whole(wall + wall / MARGIN_SHARE));
        return true;
    }

    private boolean open() {
        VariantResult variantResult = selected();
        if (variantResult != null) {
            view.open(variantResult);
        }
        return variantResult != null;
    }

    /** Moves the guess of the selected panel, or creates one in the first quarter of the axis. */
    private boolean nudge(ComparisonLayout layout, int steps) {
        VariantResult variantResult = selected();
        if (variantResult == null || !isOpenToGuesses()) {
            return false;
        }
        TimeRange shown = layout.shownWindow();
        Long current = view.guessesProperty().get().of(variantResult.variant().plan().model());
        long moved =
                current == null
                        ? shown.lengthNanos() / 4
                        : current + steps * (shown.lengthNanos() / STEPS_PER_AXIS);
        setGuess(variantResult, GuessAxisRange.rounded(moved, shown));
        return true;
    }

    private boolean removeGuess() {
        VariantResult variantResult = selected();
        boolean allowed = variantResult != null && isOpenToGuesses();
        if (variantResult != null && allowed) {
            setGuess(variantResult, null);
        }
        return allowed;
    }
}
