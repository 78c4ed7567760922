package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/** Checks exports from the window: file names, colours and sizes. */
class WindowExportTest extends WindowTest {

    private static final int PICTURE_WIDTH = 1280;
    private static final int DARK_GROUND = 0xFF14171C;
    private static final int LIGHT_GROUND = 0xFFFFFFFF;

    @TempDir private Path folder;

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void suggestedFileNamesDescribeTheContent() {
        finish();
        file = folder.resolve("run.png");
        robot.push(KeyCode.CONTROL, KeyCode.E);
        saved();
        file = folder.resolve("run.csv");
        fire("#export", "export-csv");
        saved();
        file = folder.resolve("mine.sites");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        saved();
        robot.push(KeyCode.CONTROL, KeyCode.S);
        screen.until(() -> suggested.size() == 4);
        file = folder.resolve("program.py");
        robot.clickOn("#page-code").clickOn("#code-save");
        saved();

        assertThat(suggested)
                .containsExactly(
                        "overlap-event-loop.png",
                        "overlap-event-loop.csv",
                        "list.sites",
                        "mine.sites",
                        "event_loop_fetch.py");
    }

    @Test
    void suggestedFileNamesOfAComparison() {
        openComparison();
        measure();
        file = folder.resolve("comparison.png");
        robot.push(KeyCode.CONTROL, KeyCode.E);
        saved();
        file = folder.resolve("comparison.csv");
        fire("#compare-export", "compare-export-csv");
        saved();

        assertThat(suggested).containsExactly("overlap-comparison.png", "overlap-comparison.csv");
    }

    @Test
    void imageHasTheThemeAndScaleOfItsMenuItem() throws IOException {
        finish();
        BufferedImage light = picture("export-png-light-1");
        assertThat(light.getWidth()).isEqualTo(PICTURE_WIDTH);
        assertThat(light.getRGB(2, 2)).isEqualTo(LIGHT_GROUND);
        BufferedImage dark = picture("export-png-dark-4");
        assertThat(dark.getWidth()).isEqualTo(4 * PICTURE_WIDTH);
        assertThat(dark.getRGB(2, 2)).isEqualTo(DARK_GROUND);
    }

    @Test
    void pictureIsWideAndHasTheListIfThatIsChosen() throws IOException {
        finish();
        BufferedImage wide = picture("export-png-dark-wide-1");
        assertThat(wide.getWidth()).isEqualTo(PICTURE_WIDTH);
        assertThat(wide.getHeight()).isEqualTo(PICTURE_WIDTH * 9 / 16);
        assertThat(svg("export-svg-light")).doesNotContain(">List</text>");
        robot.push(KeyCode.CONTROL, KeyCode.K).write("pictures with the list");
        robot.push(KeyCode.ENTER);
        assertThat(svg("export-svg-light-wide"))
                .contains("height=\"720\"")
                .contains(">List</text>");
        MenuItem shared = item("#compare-export", "compare-export-with-list");
        assertThat(((CheckMenuItem) shared).isSelected()).isTrue();
    }

    private String svg(String entry) throws IOException {
        file = folder.resolve(entry + ".svg");
        fire("#export", entry);
        saved();
        return Files.readString(file);
    }

    @Test
    void imageSavedByShortcutHasTheThemeOfTheWindow() throws IOException {
        finish();
        robot.clickOn("#theme");
        file = folder.resolve("key.png");
        robot.push(KeyCode.CONTROL, KeyCode.E);
        saved();
        robot.clickOn("#theme");

        assertThat(ImageIO.read(file.toFile()).getRGB(2, 2)).isEqualTo(DARK_GROUND);
    }

    @Test
    void comparisonTableAndProgramAreCopiedAsText() {
        openComparison();
        measure();
        fire("#compare-export", "compare-export-copy-table");
        screen.until(() -> clipboard().contains("event-loop\t"));
        assertThat(clipboard()).contains("sequential\t").startsWith("model\twall\t");
        robot.push(KeyCode.ESCAPE);
        robot.clickOn("#page-code").clickOn("#code-copy");

        screen.until(() -> clipboard().contains("import asyncio"));
    }

    private BufferedImage picture(String entry) throws IOException {
        file = folder.resolve(entry + ".png");
        fire("#export", entry);
        saved();
        return ImageIO.read(file.toFile());
    }

    private void saved() {
        Path asked = file;
        screen.until(() -> screen.status().startsWith("Saved " + asked));
    }

    private String clipboard() {
        return screen.look(() -> String.valueOf(Clipboard.getSystemClipboard().getString()));
    }

    /** Chooses an item of a menu or of a submenu. */
    private void fire(String menu, String entry) {
        robot.interact(item(menu, entry)::fire);
    }

    private MenuItem item(String menu, String entry) {
        return screen.find(menu, MenuButton.class).getItems().stream()
                .flatMap(WindowExportTest::withSubmenu)
                .filter(it -> entry.equals(it.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<MenuItem> withSubmenu(MenuItem item) {
        return item instanceof Menu menu ? menu.getItems().stream() : Stream.of(item);
    }
}
