package dev.overlap.ui;

import dev.overlap.ui.replay.Replay;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Obeys the keys of the whole window, as the table {@link Shortcut} has them. Keys with a function
 * of their own come before any control; letters, Space and {@code ?} come after, so that a text
 * field, a button or the list that has the focus may use them first.
 */
final class ShortcutHandler {

    /**
     * What the keys lead to.
     *
     * @param replay the keys of the replay lead to it directly
     * @param meant whether a key means anything now
     */
    record Actions(
            Runnable run,
            Runnable picture,
            Runnable open,
            Runnable save,
            Runnable escape,
            Replay replay,
            Runnable help,
            Runnable find,
            Runnable fold,
            Runnable fullScreen,
            Runnable projector,
            Runnable compare,
            Consumer<MainSplitPane.Side> pane,
            Predicate<Shortcut> meant) {}

    private final Scene scene;
    private final Actions actions;

    private ShortcutHandler(Scene scene, Actions actions) {
        this.scene = scene;
        this.actions = actions;
    }

    static void install(Scene scene, Actions actions) {
        ShortcutHandler shortcutHandler = new ShortcutHandler(scene, actions);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, shortcutHandler::early);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, shortcutHandler::late);
        scene.addEventHandler(KeyEvent.KEY_TYPED, shortcutHandler::late);
    }

    private void early(KeyEvent event) {
        for (Shortcut key : Shortcut.values()) {
            if (key.isEarly(event) && actions.meant.test(key)) {
                use(event, key);
            }
        }
    }

    private void late(KeyEvent event) {
        for (Shortcut key : Shortcut.values()) {
            if (key.isLate(event)
                    && (key == Shortcut.ESCAPE || !isTyping())
                    && actions.meant.test(key)) {
                use(event, key);
            }
        }
    }

    /** A field within a spinner or a box has the focus in the name of the whole. */
    private boolean isTyping() {
        Node owner = scene.getFocusOwner();
        return owner instanceof TextInputControl
                || (owner instanceof Spinner<?> spinner && spinner.isEditable())
                || (owner instanceof ComboBoxBase<?> box && box.isEditable());
    }

    private void use(KeyEvent event, Shortcut key) {
        event.consume();
        actionOf(key).run();
    }

    private Runnable actionOf(Shortcut key) {
        return switch (key) {
            case RUN -> actions.run;
            case ESCAPE -> actions.escape;
            case PICTURE -> actions.picture;
            case OPEN -> actions.open;
            case SAVE -> actions.save;
            case FIND -> actions.find;
            case COMPARE -> actions.compare;
            case SITES -> () -> actions.pane.accept(MainSplitPane.Side.SITES);
            case DETAILS -> () -> actions.pane.accept(MainSplitPane.Side.DETAILS);
            case FULL_SCREEN -> actions.fullScreen;
            case PROJECTOR -> actions.projector;
            case HELP -> actions.help;
            case PLAY -> actions.replay::toggle;
            case PREVIOUS -> actions.replay::previous;
            case NEXT -> actions.replay::next;
            case RANGE_FROM -> actions.replay::beginRange;
            case RANGE_TO -> actions.replay::endRange;
            case RANGE_CLEAR -> actions.replay::clearRange;
            case FOLD -> actions.fold;
        };
    }
}
