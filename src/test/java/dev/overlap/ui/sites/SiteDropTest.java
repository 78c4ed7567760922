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

/** A clipboard holds what a drag board holds, and can be filled by a test. */
@ExtendWith(ApplicationExtension.class)
class SiteDropTest {

    private final List<String> taken = new ArrayList<>();
    private final ClipboardContent content = new ClipboardContent();

    @Test
    void textBecomesLines(FxRobot robot) {
        content.putString("a.example\nb.example");

        assertThat(taken(robot)).containsExactly("2: a.example\nb.example");
    }

    @Test
    void addressOfALinkIsTakenRatherThanItsTitle(FxRobot robot) {
        content.putString("A page");
        content.putUrl("https://a.example/page");

        assertThat(taken(robot)).containsExactly("2: https://a.example/page");
    }

    @Test
    void filesAreOpened(FxRobot robot) {
        content.putFiles(List.of(new File("a.sites"), new File("b.txt")));

        assertThat(taken(robot)).containsExactly("2: [a.sites, b.txt]");
    }

    @Test
    void nothingOfUseIsLeftAlone(FxRobot robot) {
        assertThat(taken(robot)).isEmpty();
    }

    private List<String> taken(FxRobot robot) {
        robot.interact(
                () -> {
                    Clipboard clipboard = Clipboard.getSystemClipboard();
                    clipboard.clear();
                    clipboard.setContent(content);
                    SiteDrop.take(clipboard, 2, new Notes());
                });
        return taken;
    }

    private final class Notes implements SiteDrop.Target {

        @Override
        public void files(List<File> files, int row) {
            taken.add(row + ": " + files.stream().map(File::getName).toList());
        }

        @Override
        public void text(String text, int row) {
            taken.add(row + ": " + text);
        }
    }
}
