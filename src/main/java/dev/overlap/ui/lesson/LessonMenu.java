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

/** All lessons that Overlap brings along, and the way to one's own. */
final class LessonMenu extends MenuButton {

    /** What the menu's entries lead to. */
    record Actions(Consumer<Lesson> open, Runnable openFile, Runnable leave) {}

    private final MenuItem leave = new MenuItem(LessonText.LEAVE);

    LessonMenu(List<Lesson> lessons, Actions actions) {
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
            item.setOnAction(_ -> actions.open.accept(lesson));
            getItems().add(item);
        }
        MenuItem file = new MenuItem(LessonText.OPEN_OWN);
        file.setId("lesson-file");
        file.setOnAction(_ -> actions.openFile.run());
        leave.setId("lesson-leave");
        leave.setOnAction(_ -> actions.leave.run());
        getItems().addAll(new SeparatorMenuItem(), file, leave);
        showOpen(false);
    }

    /** Whether there is a lesson to leave. */
    void showOpen(boolean open) {
        leave.setDisable(!open);
    }
}
