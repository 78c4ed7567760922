package dev.overlap.ui;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.function.Consumer;

/**
 * The keys of the whole window. Keys with a function of their own come before any control; letters,
 * Space and {@code ?} come after, so that a text field, a button or the list that has the focus may
 * use them first.
 */
final class Keys {

    /** What the keys lead to. */
    record Actions(
            Runnable run,
            Runnable picture,
            Runnable open,
            Runnable save,
            Runnable escape,
            Runnable replay,
            Runnable help,
            Runnable find,
            Runnable fold,
            Consumer<Panes.Side> pane) {}

    private final Scene scene;
    private final Actions actions;

    private Keys(Scene scene, Actions actions) {
        this.scene = scene;
        this.actions = actions;
    }

    static void install(Scene scene, Actions actions) {
        Keys keys = new Keys(scene, actions);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::early);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, keys::late);
        scene.addEventHandler(KeyEvent.KEY_TYPED, keys::typed);
    }

    private void early(KeyEvent event) {
        boolean controlEnter = event.isShortcutDown() && event.getCode() == KeyCode.ENTER;
        if (event.getCode() == KeyCode.F5 || controlEnter) {
            use(event, actions.run);
        } else if (event.getCode() == KeyCode.F9) {
            use(event, () -> actions.pane.accept(Panes.Side.SITES));
        } else if (event.getCode() == KeyCode.F10) {
            use(event, () -> actions.pane.accept(Panes.Side.DETAILS));
        } else if (event.isShortcutDown()) {
            earlyWithControl(event);
        }
    }

    private void earlyWithControl(KeyEvent event) {
        switch (event.getCode()) {
            case E -> use(event, actions.picture);
            case F -> use(event, actions.find);
            case O -> use(event, actions.open);
            case S -> use(event, actions.save);
            default -> {} // a key of whatever has the focus
        }
    }

    private void late(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            use(event, actions.escape);
        } else if (event.getCode() == KeyCode.SPACE && !isTyping()) {
            use(event, actions.replay);
        }
    }

    private void typed(KeyEvent event) {
        if (isTyping()) {
            return;
        }
        switch (event.getCharacter()) {
            case "?" -> use(event, actions.help);
            case "/" -> use(event, actions.find);
            case "v", "V" -> use(event, actions.fold);
            default -> {} // nothing begins with it
        }
    }

    private boolean isTyping() {
        Node owner = scene.getFocusOwner();
        return owner instanceof TextInputControl;
    }

    private static void use(KeyEvent event, Runnable action) {
        event.consume();
        action.run();
    }
}
