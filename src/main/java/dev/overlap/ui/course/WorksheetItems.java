package dev.overlap.ui.course;

import dev.overlap.export.worksheet.Worksheet;
import dev.overlap.export.worksheet.WorksheetLesson;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonCatalog;
import dev.overlap.storage.AtomicFile;
import dev.overlap.text.lesson.LessonRunText;
import dev.overlap.text.lesson.WorksheetText;
import dev.overlap.ui.export.ExportService;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.MenuItem;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The items of a menu that save lessons on paper as HTML files, which any browser prints: the open
 * lesson, and the whole course. Nothing is run for them, and nothing is opened.
 *
 * <p>Threads: JavaFX thread only; files are written in the background.
 */
final class WorksheetItems {

    private final MenuItem open = new MenuItem(WorksheetText.PRINT_OPEN);
    private final MenuItem all = new MenuItem(WorksheetText.PRINT_ALL);
    private final ExportService export;

    WorksheetItems(ExportService export, ReadOnlyObjectProperty<@Nullable Lesson> lesson) {
        this.export = export;
        open.setId("file-worksheet");
        open.setOnAction(_ -> saveOpen(lesson.get()));
        all.setId("file-worksheets");
        all.setOnAction(_ -> saveAll(LessonCatalog.all()));
        lesson.subscribe(now -> open.setDisable(now == null));
    }

    List<MenuItem> items() {
        return List.of(open, all);
    }

    private void saveOpen(@Nullable Lesson lesson) {
        if (lesson != null) {
            save(WorksheetText.FILE_NAME, lesson.title(), List.of(lesson));
        }
    }

    private void saveAll(List<Lesson> lessons) {
        save(WorksheetText.FILE_NAME_ALL, LessonRunText.worksheets(lessons.size()), lessons);
    }

    private void save(String name, String title, List<Lesson> lessons) {
        List<WorksheetLesson> printed = lessons.stream().map(WorksheetLesson::new).toList();
        export.save(
                name, file -> AtomicFile.write(file, out -> Worksheet.write(title, printed, out)));
    }
}
