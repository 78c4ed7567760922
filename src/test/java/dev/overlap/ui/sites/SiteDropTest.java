package dev.overlap.ui.sites;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * Uses the clipboard, which has the same content types as a drag board and can be filled by a test.
 */
@ExtendWith(ApplicationExtension.class)
class SiteDropTest {

    private final List<String> dropped = new ArrayList<>();
    private final ClipboardContent content = new ClipboardContent();

    @Test
    void textBecomesLines(FxRobot robot) {
        content.putString("a.example\nb.example");

        assertThat(dropped(robot)).containsExactly("2: a.example\nb.example");
    }

    @Test
    void addressOfALinkIsUsedRatherThanItsTitle(FxRobot robot) {
        content.putString("A page");
        content.putUrl("https://a.example/page");

        assertThat(dropped(robot)).containsExactly("2: https://a.example/page");
    }

    @Test
    void filesAreOpened(FxRobot robot) {
        content.putFiles(List.of(new File("a.sites"), new File("b.txt")));

        assertThat(dropped(robot)).containsExactly("2: [a.sites, b.txt]");
    }

    @Test
    void unusableContentIsIgnored(FxRobot robot) {
        assertThat(dropped(robot)).isEmpty();
    }

    private List<String> dropped(FxRobot robot) {
        robot.interact(
                () -> {
                    Clipboard clipboard = Clipboard.getSystemClipboard();
                    clipboard.clear();
                    clipboard.setContent(content);
                    SiteDrop.take(clipboard, 2, new RecordingTarget());
                });
        return dropped;
    }

    private final class RecordingTarget implements SiteDrop.Target {

        @Override
        public void files(List<File> files, int row) {
            dropped.add(row + ": " + files.stream().map(File::getName).toList());
        }

        @Override
        public void text(String text, int row) {
            dropped.add(row + ": " + text);
        }
    }
}
