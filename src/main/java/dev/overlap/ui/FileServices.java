package dev.overlap.ui;

import dev.overlap.comparison.Guesses;
import dev.overlap.ui.controls.OpenDialog;
import dev.overlap.ui.controls.SaveDialog;
import dev.overlap.ui.export.ExportService;
import dev.overlap.ui.lesson.LessonCallbacks;
import dev.overlap.ui.lesson.LessonController;
import dev.overlap.ui.sites.SiteEdits;
import dev.overlap.ui.sites.SiteListFileActions;

import javafx.beans.property.ObjectProperty;
import javafx.stage.Window;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Creates the parts of a window that ask for files, which they read and write in the background.
 *
 * @param background runs tasks that may block
 * @param inbox runs on the JavaFX thread
 * @param window supplies the owner of dialogs
 * @param say receives status messages
 */
record FileServices(
        Executor background, Executor inbox, Supplier<Window> window, Consumer<String> say) {

    ExportService export(SaveDialog saving) {
        return new ExportService(
                background, inbox, saving, new ExportService.Callbacks().window(window).say(say));
    }

    SiteListFileActions siteLists(SiteEdits edits, OpenDialog opening, SaveDialog saving) {
        return new SiteListFileActions(
                edits,
                background,
                inbox,
                opening,
                saving,
                new SiteListFileActions.Callbacks().window(window).say(say));
    }

    LessonController lessons(
            OpenDialog opening, ObjectProperty<Guesses> guesses, LessonCallbacks actions) {
        return new LessonController(background, inbox, guesses, opening, actions.window(window));
    }
}
