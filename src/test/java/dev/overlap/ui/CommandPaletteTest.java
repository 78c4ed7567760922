package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonCatalog;
import dev.overlap.plan.SampleLists;
import dev.overlap.ui.palette.PaletteCommand;
import dev.overlap.ui.settings.WorkersSpinner;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Checks that the palette has everything that the window can do, and does it. */
class CommandPaletteTest extends WindowTest {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void hasEachShortcutModelLessonAndSample() {
        List<String> wanted = new ArrayList<>();
        Arrays.stream(Shortcut.values()).map(Shortcut::action).forEach(wanted::add);
        ConcurrencyModel.all().stream().map(ConcurrencyModel::name).forEach(wanted::add);
        LessonCatalog.all().stream().map(Lesson::title).forEach(wanted::add);
        SampleLists.all().stream().map(SampleLists.SampleList::name).forEach(wanted::add);
        wanted.addAll(List.of("One row per worker", "Simulate CPython's GIL", "dark theme", "CSV"));
        robot.push(KeyCode.CONTROL, KeyCode.K);
        List<String> listed = commands();

        assertThat(wanted)
                .allSatisfy(name -> assertThat(listed).anyMatch(command -> command.contains(name)));
        assertThat(listed).doesNotHaveDuplicates().noneMatch(command -> command.contains("@"));
    }

    @Test
    void opensALessonChoosesAModelAndSetsWorkers() {
        find("lesson 6").push(KeyCode.ENTER);
        screen.until(() -> screen.has("#lesson-end"));
        assertThat(screen.text("#lesson-title")).isEqualTo(LessonCatalog.all().get(5).title());
        assertThat(screen.shows("#palette")).isFalse();
        find("leave lesson").push(KeyCode.ENTER);
        find("pool thread").push(KeyCode.ENTER);
        find("workers 8").push(KeyCode.ENTER);

        assertThat(begin().plan().model()).isEqualTo("thread-pool");
        assertThat(screen.find("#workers", WorkersSpinner.class).asked()).hasValue(8);
    }

    @Test
    void greysWhatDoesNotApplyAndDoesNotDoIt() {
        find("save a picture").push(KeyCode.ENTER);
        assertThat(screen.shows("#palette")).as("nothing to save, so it stays").isTrue();
        assertThat(selectedText()).contains("does not apply now", "Ctrl+E");
        robot.push(KeyCode.ESCAPE);
        assertThat(screen.shows("#palette")).isFalse();
        finish();
        find("replay pause").push(KeyCode.ENTER);

        screen.until(() -> window.replay().isOn());
        find("");
        robot.push(KeyCode.CONTROL, KeyCode.K);
        assertThat(screen.shows("#palette")).as("the same keys close it").isFalse();
    }

    private FxRobot find(String typed) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        screen.until(() -> focused("#palette-field"));
        return robot.write(typed);
    }

    private String selectedText() {
        return screen.look(() -> screen.node("#palette-field").getAccessibleText());
    }

    @SuppressWarnings("unchecked") // the list holds commands
    private List<String> commands() {
        ListView<PaletteCommand> list = screen.find("#palette-list", ListView.class);
        return screen.look(() -> list.getItems().stream().map(PaletteCommand::text).toList());
    }
}
