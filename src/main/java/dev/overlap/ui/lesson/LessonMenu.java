package dev.overlap.ui.lesson;

import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonGroup;
import dev.overlap.text.LessonText;
import dev.overlap.text.course.CourseText;
import dev.overlap.text.course.PresenterText;
import dev.overlap.text.lesson.NewLessonText;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.function.Consumer;

/**
 * The menu of lessons: all of them as cards, the built-in ones in groups, and entries to open a
 * file, to open the presenter's window and to leave a lesson.
 */
final class LessonMenu extends MenuButton {

    /** The actions of the menu; unset ones do nothing. */
    static final class Callbacks {

        private Consumer<Lesson> open = _ -> {};
        private Runnable course = () -> {};
        private Runnable presenter = () -> {};
        private Runnable create = () -> {};
        private Runnable openFile = () -> {};
        private Runnable leave = () -> {};

        Callbacks open(Consumer<Lesson> open) {
            this.open = open;
            return this;
        }

        Callbacks course(Runnable course) {
            this.course = course;
            return this;
        }

        Callbacks presenter(Runnable presenter) {
            this.presenter = presenter;
            return this;
        }

        Callbacks create(Runnable create) {
            this.create = create;
            return this;
        }

        Callbacks openFile(Runnable openFile) {
            this.openFile = openFile;
            return this;
        }

        Callbacks leave(Runnable leave) {
            this.leave = leave;
            return this;
        }
    }

    private final MenuItem leave = new MenuItem(LessonText.LEAVE);

    private final Callbacks callbacks;
    private int count;

    LessonMenu(List<LessonGroup> groups, Callbacks callbacks) {
        super("Lessons", new FontIcon(Feather.BOOK_OPEN));
        setId("lesson");
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText("Lessons: open one.");
        setTooltip(new Tooltip(LessonText.MENU_HELP));
        this.callbacks = callbacks;
        getItems().add(item("lesson-all", CourseText.MENU, callbacks.course));
        getItems().add(new SeparatorMenuItem());
        groups.forEach(group -> getItems().add(group(group)));
        leave.setId("lesson-leave");
        leave.setOnAction(_ -> callbacks.leave.run());
        getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item("lesson-presenter", PresenterText.MENU, callbacks.presenter),
                        item("lesson-new", NewLessonText.MENU, callbacks.create),
                        item("lesson-file", LessonText.OPEN_OWN, callbacks.openFile),
                        leave);
        showOpen(false);
    }

    private Menu group(LessonGroup group) {
        Menu menu = new Menu(group.title());
        for (Lesson lesson : group.lessons()) {
            count++;
            String title = count + ". " + lesson.title();
            menu.getItems()
                    .add(item("lesson-" + lesson.id(), title, () -> callbacks.open.accept(lesson)));
        }
        return menu;
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** Enables the entry to leave a lesson while one is open. */
    void showOpen(boolean open) {
        leave.setDisable(!open);
    }
}
