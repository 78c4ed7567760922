package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.proxy.ProxySettings;
import dev.overlap.ui.settings.SettingsPane;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.Map;

@ExtendWith(ApplicationExtension.class)
class ProxyNoteTest {

    private final ObjectProperty<SiteList> list =
            new SimpleObjectProperty<>(SiteList.parse("lab:/delay/1"));
    private SettingsPane pane;

    @Start
    void start(Stage stage) {
        pane = new SettingsPane(Settings.DEFAULT);
        ProxyNote.keep(
                list,
                pane,
                ProxySettings.of(Map.of("https_proxy", "ann:secret@p.test:1"), _ -> null));
    }

    @Test
    void itIsThereWhileASiteOfTheListWouldHaveAProxy(FxRobot robot) {
        Label note = (Label) pane.lookup("#network-note");
        assertThat(note.isVisible()).isFalse();

        robot.interact(() -> list.set(SiteList.parse("lab:/delay/1\nhttps://example.org")));
        assertThat(note.isVisible()).isTrue();
        assertThat(note.getText())
                .isEqualTo(
                        "No proxy is used, although this machine's settings name one"
                                + " (https_proxy=p.test:1).");

        robot.interact(() -> list.set(SiteList.parse("lab:/delay/1\noff https://example.org")));
        assertThat(note.isVisible()).isFalse();
    }
}
