package dev.overlap.ui.lesson;

import dev.overlap.lesson.Lesson;
import dev.overlap.text.LessonText;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.function.Consumer;

/** The menu of built-in lessons, with entries to open a file and to leave a lesson. */
final class LessonMenu extends MenuButton {

    /** The actions of the menu; unset ones do nothing. */
    static final class Callbacks {

        private Consumer<Lesson> open = _ -> {};
        private Runnable openFile = () -> {};
        private Runnable leave = () -> {};

        Callbacks open(Consumer<Lesson> open) {
            this.open = open;
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

    LessonMenu(List<Lesson> lessons, Callbacks callbacks) {
        super("Lessons", new FontIcon(Feather.BOOK_OPEN));
        setId("lesson");
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText("Lessons: open one.");
        setTooltip(new Tooltip(LessonText.MENU_HELP));
        for (int i = 0; i < lessons.size(); i++) {
            Lesson lesson = lessons.get(i);
            MenuItem item = new MenuItem(i + 1 + ". " + lesson.title());
            item.setId("lesson-" + lesson.id());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> callbacks.open.accept(lesson));
            getItems().add(item);
        }
        MenuItem file = new MenuItem(LessonText.OPEN_OWN);
        file.setId("lesson-file");
        file.setOnAction(_ -> callbacks.openFile.run());
        leave.setId("lesson-leave");
        leave.setOnAction(_ -> callbacks.leave.run());
        getItems().addAll(new SeparatorMenuItem(), file, leave);
        showOpen(false);
    }

    /** Enables the entry to leave a lesson while one is open. */
    void showOpen(boolean open) {
        leave.setDisable(!open);
    }
}
