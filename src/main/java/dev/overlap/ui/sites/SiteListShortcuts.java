package dev.overlap.ui.sites;

import dev.overlap.plan.SiteLine;

import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** The keys of the site list while it has the focus and no line is being edited. */
final class SiteListShortcuts {

    private final SiteSelectionActions actions;

    private SiteListShortcuts(SiteSelectionActions actions) {
        this.actions = actions;
    }

    static void install(ListView<SiteLine> view, SiteSelectionActions actions) {
        SiteListShortcuts keys = new SiteListShortcuts(actions);
        view.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        boolean handled =
                event.isShortcutDown()
                        ? withControl(event)
                        : event.isAltDown() ? withAlt(event) : unmodified(event);
        if (handled) {
            event.consume();
        }
    }

    private boolean withControl(KeyEvent event) {
        switch (event.getCode()) {
            case C -> actions.copy();
            case V -> actions.paste();
            case D -> actions.duplicate();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean withAlt(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> actions.move(-1);
            case DOWN -> actions.move(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean unmodified(KeyEvent event) {
        switch (event.getCode()) {
            case DELETE, BACK_SPACE -> actions.remove();
            case SPACE -> actions.toggle();
            case F4 -> actions.nextProblem();
            default -> {
                return false;
            }
        }
        return true;
    }
}
