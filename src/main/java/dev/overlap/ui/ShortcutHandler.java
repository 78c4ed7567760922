package dev.overlap.ui;

import dev.overlap.ui.controls.TextInputFocus;
import dev.overlap.ui.replay.Replay;

import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Executes the shortcuts of the whole window, as listed in {@link Shortcut}. Function and Ctrl keys
 * are handled before any control; letters, Space and {@code ?} after, so that a focused text field,
 * button or list may use them first.
 */
final class ShortcutHandler {

    /** The actions of the shortcuts; unset ones do nothing. */
    static final class Callbacks {

        private Runnable run = () -> {};
        private Runnable picture = () -> {};
        private Runnable open = () -> {};
        private Runnable save = () -> {};
        private Runnable escape = () -> {};
        private Runnable help = () -> {};
        private Runnable about = () -> {};
        private Runnable palette = () -> {};
        private Runnable find = () -> {};
        private Runnable nextGrouping = () -> {};
        private Runnable table = () -> {};
        private Runnable fullScreen = () -> {};
        private Runnable projector = () -> {};
        private Runnable compare = () -> {};
        private Runnable presenter = () -> {};
        private Consumer<MainSplitPane.Side> pane = _ -> {};
        private Predicate<Shortcut> applies = _ -> true;

        Callbacks run(Runnable run) {
            this.run = run;
            return this;
        }

        Callbacks picture(Runnable picture) {
            this.picture = picture;
            return this;
        }

        Callbacks open(Runnable open) {
            this.open = open;
            return this;
        }

        Callbacks save(Runnable save) {
            this.save = save;
            return this;
        }

        Callbacks escape(Runnable escape) {
            this.escape = escape;
            return this;
        }

        Callbacks help(Runnable help) {
            this.help = help;
            return this;
        }

        Callbacks about(Runnable about) {
            this.about = about;
            return this;
        }

        Callbacks palette(Runnable palette) {
            this.palette = palette;
            return this;
        }

        Callbacks find(Runnable find) {
            this.find = find;
            return this;
        }

        Callbacks nextGrouping(Runnable nextGrouping) {
            this.nextGrouping = nextGrouping;
            return this;
        }

        Callbacks table(Runnable table) {
            this.table = table;
            return this;
        }

        Callbacks fullScreen(Runnable fullScreen) {
            this.fullScreen = fullScreen;
            return this;
        }

        Callbacks projector(Runnable projector) {
            this.projector = projector;
            return this;
        }

        Callbacks compare(Runnable compare) {
            this.compare = compare;
            return this;
        }

        Callbacks presenter(Runnable presenter) {
            this.presenter = presenter;
            return this;
        }

        Callbacks pane(Consumer<MainSplitPane.Side> pane) {
            this.pane = pane;
            return this;
        }

        /** Sets the filter for shortcuts that currently apply. */
        Callbacks applies(Predicate<Shortcut> applies) {
            this.applies = applies;
            return this;
        }
    }

    private final Scene scene;
    private final Replay replay;
    private final Callbacks callbacks;

    private ShortcutHandler(Scene scene, Replay replay, Callbacks callbacks) {
        this.replay = replay;
        this.scene = scene;
        this.callbacks = callbacks;
    }

    static ShortcutHandler install(Scene scene, Replay replay, Callbacks callbacks) {
        ShortcutHandler shortcutHandler = new ShortcutHandler(scene, replay, callbacks);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, shortcutHandler::early);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, shortcutHandler::late);
        scene.addEventHandler(KeyEvent.KEY_TYPED, shortcutHandler::late);
        return shortcutHandler;
    }

    private void early(KeyEvent event) {
        for (Shortcut key : Shortcut.values()) {
            if (key.isEarly(event) && callbacks.applies.test(key)) {
                use(event, key);
            }
        }
    }

    private void late(KeyEvent event) {
        for (Shortcut key : Shortcut.values()) {
            if (key.isLate(event)
                    && (key == Shortcut.ESCAPE || !TextInputFocus.isIn(scene))
                    && callbacks.applies.test(key)) {
                use(event, key);
            }
        }
    }

    private void use(KeyEvent event, Shortcut key) {
        event.consume();
        use(key);
    }

    /** Does what a shortcut does. */
    void use(Shortcut key) {
        actionOf(key).run();
    }

    private Runnable actionOf(Shortcut key) {
        return switch (key) {
            case RUN -> callbacks.run;
            case ESCAPE -> callbacks.escape;
            case PICTURE -> callbacks.picture;
            case OPEN -> callbacks.open;
            case SAVE -> callbacks.save;
            case FIND -> callbacks.find;
            case COMPARE -> callbacks.compare;
            case PRESENTER -> callbacks.presenter;
            case SITES -> () -> callbacks.pane.accept(MainSplitPane.Side.SITES);
            case DETAILS -> () -> callbacks.pane.accept(MainSplitPane.Side.DETAILS);
            case FULL_SCREEN -> callbacks.fullScreen;
            case PROJECTOR -> callbacks.projector;
            case HELP -> callbacks.help;
            case ABOUT -> callbacks.about;
            case PALETTE -> callbacks.palette;
            case PLAY -> replay::toggle;
            case PREVIOUS -> replay::previous;
            case NEXT -> replay::next;
            case PREVIOUS_PHASE -> replay::previousPhase;
            case NEXT_PHASE -> replay::nextPhase;
            case RANGE_FROM -> replay::beginRange;
            case RANGE_TO -> replay::endRange;
            case RANGE_CLEAR -> replay::clearRange;
            case FOLD -> callbacks.nextGrouping;
            case TABLE -> callbacks.table;
        };
    }
}
