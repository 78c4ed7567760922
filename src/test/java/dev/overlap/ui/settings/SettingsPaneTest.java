package dev.overlap.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.RunRules;
import dev.overlap.plan.RunRules.CollectMode;
import dev.overlap.plan.Settings;
import dev.overlap.ui.controls.WindowTheme;

import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.time.Duration;

@ExtendWith(ApplicationExtension.class)
class SettingsPaneTest {

    private SettingsPane pane;

    @Start
    void start(Stage stage) {
        WindowTheme.LIGHT.apply();
        pane = new SettingsPane(Settings.DEFAULT);
        stage.setScene(new Scene(pane, 280, 320));
        stage.show();
    }

    @Test
    void limitIsTakenWhenTheFieldIsLeft(FxRobot robot) {
        type(robot, "#connections-per-host", "2");
        type(robot, "#connections", "9");
        robot.clickOn("#timeout");

        assertThat(settings().connections().perHost()).isEqualTo(2);
        assertThat(settings().connections().total()).isEqualTo(9);
    }

    @Test
    void emptyLimitRestoresTheDefaultShownInThePrompt(FxRobot robot) {
        type(robot, "#connections-per-host", "2");
        robot.push(KeyCode.ENTER);
        type(robot, "#connections-per-host", " ");
        robot.push(KeyCode.ENTER);

        assertThat(settings()).isEqualTo(Settings.DEFAULT);
        TextInputControl field = field(robot, "#connections-per-host");
        assertThat(field.getPromptText()).contains("6").contains("lab");
    }

    @Test
    void invalidInputIsReportedAtTheFieldAndTheOldValueKept(FxRobot robot) {
        type(robot, "#timeout", "soon");
        robot.push(KeyCode.ENTER);

        assertThat(settings().timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(field(robot, "#timeout").getText()).isEqualTo("10 s");
        assertThat(robot.lookup("#timeout-sentence").queryLabeled().getText())
                .startsWith("\"soon\" is not a duration.")
                .endsWith("It stays 10 s.");
        type(robot, "#timeout", "3");
        assertThat(robot.lookup("#timeout-sentence").query().isVisible()).isFalse();
    }

    @Test
    void escRevertsTheInput(FxRobot robot) {
        type(robot, "#repeat", "7");
        robot.push(KeyCode.ESCAPE);

        assertThat(field(robot, "#repeat").getText()).isEqualTo("1");
        assertThat(settings()).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void warmConnectionsAreAChoice(FxRobot robot) {
        ComboBox<?> picker = robot.lookup("#warm").queryComboBox();
        robot.interact(() -> picker.getSelectionModel().select(1));
        assertThat(settings().connections().warm()).isTrue();
        robot.interact(() -> pane.settingsProperty().set(Settings.DEFAULT));
        assertThat(picker.getValue()).hasToString("Cold");
    }

    @Test
    void howResultsAreCollectedIsAChoiceUnlessTheModelLeavesNone(FxRobot robot) {
        ComboBox<?> box = robot.lookup("#collect").queryComboBox();
        Label reason = robot.lookup("#collect-sentence").queryAs(Label.class);
        robot.interact(() -> box.getSelectionModel().select(2));
        assertThat(settings().rules().collect()).isEqualTo(CollectMode.IN_ORDER);
        assertThat(box.isDisabled() || reason.isVisible()).isFalse();

        robot.interact(() -> pane.explain(ConcurrencyModel.of("sequential")));
        assertThat(box.isDisabled() && reason.isVisible() && reason.isManaged()).isTrue();
        assertThat(reason.getText()).startsWith("This model has each result in hand before");
        assertThat(box.getAccessibleHelp()).isEqualTo(reason.getText());

        robot.interact(() -> pane.explain(ConcurrencyModel.of("threads")));
        assertThat(box.isDisabled() || reason.isVisible()).isFalse();
        assertThat(box.getValue()).as("kept meanwhile").hasToString("In order");
        robot.interact(() -> pane.settingsProperty().set(Settings.DEFAULT));
        assertThat(box.getValue()).hasToString("All at the end");
    }

    @Test
    void rulesAreSwitchedByMouseAndByKey(FxRobot robot) {
        robot.clickOn("#interpreter-lock");
        assertThat(settings().rules()).isEqualTo(new RunRules(true, false, false));
        robot.push(KeyCode.TAB).push(KeyCode.SPACE);
        assertThat(settings().rules()).isEqualTo(new RunRules(true, true, false));
        robot.push(KeyCode.TAB).push(KeyCode.SPACE);
        assertThat(settings().rules()).isEqualTo(new RunRules(true, true, true));
        robot.clickOn("#interpreter-lock");
        assertThat(settings().rules()).isEqualTo(new RunRules(false, true, true));
    }

    @Test
    void trustInTheSystemIsABoxOfTheNetwork(FxRobot robot) {
        CheckBox box = robot.lookup("#trust-system").queryAs(CheckBox.class);
        assertThat(box.isSelected()).isFalse();
        robot.clickOn(box);
        assertThat(settings())
                .isEqualTo(
                        Settings.DEFAULT.withConnections(
                                ConnectionSettings.DEFAULT.withTrustSystem(true)));
        robot.interact(() -> pane.settingsProperty().set(Settings.DEFAULT));
        assertThat(box.isSelected()).isFalse();
    }

    @Test
    void aNoteAboutTheNetworkTakesNoPlaceWhileThereIsNone(FxRobot robot) {
        Label note = robot.lookup("#network-note").queryAs(Label.class);
        assertThat(note.isManaged()).isFalse();
        robot.interact(() -> pane.note("No proxy is used."));
        assertThat(note.isVisible() && note.isManaged()).isTrue();
        assertThat(note.getText()).isEqualTo("No proxy is used.");
        robot.interact(() -> pane.note(""));
        assertThat(note.isVisible() || note.isManaged()).isFalse();
    }

    @Test
    void savedRulesAreShown(FxRobot robot) {
        robot.interact(
                () ->
                        pane.settingsProperty()
                                .set(settings().withRules(new RunRules(false, true, true))));

        assertThat(robot.lookup("#interpreter-lock").queryAs(CheckBox.class).isSelected())
                .isFalse();
        assertThat(robot.lookup("#first-failure-cancels").queryAs(CheckBox.class).isSelected())
                .isTrue();
        assertThat(robot.lookup("#break-deadlocks").queryAs(CheckBox.class).isSelected()).isTrue();
    }

    private static void type(FxRobot robot, String query, String text) {
        robot.clickOn(query).push(KeyCode.CONTROL, KeyCode.A).write(text);
    }

    private static TextInputControl field(FxRobot robot, String query) {
        return robot.lookup(query).queryTextInputControl();
    }

    private Settings settings() {
        return pane.settingsProperty().get();
    }
}
