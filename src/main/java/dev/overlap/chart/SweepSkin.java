package dev.overlap.chart;

import dev.overlap.compare.Comparison;
import dev.overlap.paint.Sheet;
import dev.overlap.paint.Surface;
import dev.overlap.paint.SweepLayout;
import dev.overlap.paint.SweepPainter;
import dev.overlap.paint.SweepPicture;

import javafx.event.EventHandler;
import javafx.scene.Cursor;
import javafx.scene.control.SkinBase;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The canvas of a {@link SweepView}, and what clicks and keys on it do. */
final class SweepSkin extends SkinBase<SweepView> {

    private static final System.Logger LOG = System.getLogger(SweepSkin.class.getName());
    private static final SweepPicture NOTHING = new SweepPicture(List.of(), -1, -1, "");

    private final FxTypeface typeface = new FxTypeface();
    private final Paper paper = new Paper(typeface);
    private final SweepPainter painter = new SweepPainter(typeface);
    private final Subscription subscription;
    private SweepPicture shown = NOTHING;
    private @Nullable SweepLayout layout;
    private boolean dirty = true;

    SweepSkin(SweepView view) {
        super(view);
        getChildren().add(paper.canvas());
        subscription = Subscription.combine(watch(view), listen(view));
        look();
    }

    private Subscription watch(SweepView view) {
        Runnable touch = () -> dirty = true;
        return Subscription.combine(
                view.comparisonProperty().subscribe(this::look),
                view.sentenceProperty().subscribe(this::look),
                view.selectedProperty().subscribe((_, _) -> select()),
                view.focusVisibleProperty().subscribe(touch),
                view.darkProperty().subscribe(touch),
                view.scaleProperty().subscribe(touch));
    }

    private Subscription listen(SweepView view) {
        EventHandler<MouseEvent> clicked = this::clicked;
        EventHandler<MouseEvent> moved = this::moved;
        EventHandler<KeyEvent> key = this::key;
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, clicked);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, moved);
        view.addEventHandler(KeyEvent.KEY_PRESSED, key);
        return () -> {
            view.removeEventHandler(MouseEvent.MOUSE_CLICKED, clicked);
            view.removeEventHandler(MouseEvent.MOUSE_MOVED, moved);
            view.removeEventHandler(KeyEvent.KEY_PRESSED, key);
        };
    }

    /** Once for each change and not for each frame, because it looks at every task. */
    private void look() {
        Comparison comparison = getSkinnable().comparisonProperty().get();
        String sentence = getSkinnable().sentenceProperty().get();
        shown = comparison == null ? NOTHING : SweepPicture.of(comparison, sentence);
        select();
    }

    private void select() {
        shown = shown.selecting(getSkinnable().selectedProperty().get());
        getSkinnable().setAccessibleText(Narration.of(shown));
        dirty = true;
    }

    private int under(MouseEvent event) {
        SweepLayout last = layout;
        return last == null ? -1 : last.hit(paper.units(event.getX()), paper.units(event.getY()));
    }

    private void clicked(MouseEvent event) {
        getSkinnable().requestFocus();
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            getSkinnable().selectedProperty().set(under(event));
            getSkinnable().open(under(event));
        }
    }

    private void key(KeyEvent event) {
        int now = getSkinnable().selectedProperty().get();
        int last = shown.points().size() - 1;
        if (last < 0 || event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> select(Math.max(0, now - 1));
            case RIGHT -> select(Math.min(last, now + 1));
            case HOME -> select(0);
            case END -> select(last);
            case ENTER -> getSkinnable().open(now);
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private void select(int point) {
        getSkinnable().selectedProperty().set(point);
    }

    private void moved(MouseEvent event) {
        int point = under(event);
        boolean opens = point >= 0 && shown.points().get(point).medianNanos() >= 0;
        getSkinnable().setCursor(opens ? Cursor.HAND : Cursor.DEFAULT);
    }

    @Override
    public void dispose() {
        if (getSkinnable() == null) {
            return;
        }
        subscription.unsubscribe();
        getChildren().remove(paper.canvas()); // another skin may have put its own there
        super.dispose();
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        dirty |= paper.fill(x, y, width, height);
    }

    /** Where everything stood in the last frame, or null where nothing has been painted. */
    @Nullable SweepLayout layout() {
        return layout;
    }

    void pulse() {
        if (!dirty || paper.isTooSmall()) {
            return;
        }
        dirty = false; // a frame that fails would fail again, sixty times a second
        try {
            paper.setScale(getSkinnable().scaleProperty().get());
            Sheet sheet = paper.sheet(getSkinnable(), getSkinnable().darkProperty().get());
            paper.paint(sheet, surface -> paint(surface, sheet));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A sweep could not be painted.", e);
        }
    }

    private void paint(Surface surface, Sheet sheet) {
        layout = painter.paint(surface, shown, sheet);
        if (getSkinnable().isFocusVisible()) {
            surface.outline(0, 0, sheet.width(), sheet.height(), sheet.theme().accent());
        }
    }
}
