package dev.overlap.ui.program;

import atlantafx.base.theme.Styles;

import dev.overlap.text.program.Advice;
import dev.overlap.text.program.WatchText;
import dev.overlap.ui.controls.WideTooltip;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What went wrong with a program, and commands that help, which are copied and never run. */
final class AdviceBox extends VBox {

    /** What can be done about some of it. */
    interface Actions {

        /** Copies a command. */
        void copy(String command);

        /** Shows the command again, with the hosts that were not reached played by the lab. */
        void playHosts();

        /** Writes a mended copy of the program. */
        void mend();
    }

    AdviceBox(Advice advice, Actions actions) {
        getStyleClass().add("advice");
        getChildren().add(sentence(advice.sentence()));
        advice.copyable().forEach(line -> getChildren().add(copyable(line, actions)));
        switch (advice.topic()) {
            case HOST_UNREACHABLE ->
                    getChildren()
                            .add(
                                    button(
                                            "program-play",
                                            WatchText.PLAY_HOSTS,
                                            WatchText.PLAY_HOSTS_HELP,
                                            actions::playHosts));
            case CURLY_QUOTES ->
                    getChildren()
                            .add(
                                    button(
                                            "program-mend",
                                            WatchText.MEND,
                                            WatchText.MEND_HELP,
                                            actions::mend));
            case NO_PYTHON,
                    NOT_STARTED,
                    TOO_OLD,
                    NOT_WATCHED,
                    NOTHING_TO_SEE,
                    PARTLY_SEEN,
                    LIBRARY_MISSING,
                    NAME_SHADOWED,
                    INDENTATION_LOST,
                    NO_EVENT_LOOP,
                    LOOP_RUNS,
                    ASKS_FOR_INPUT -> {}
        }
    }

    /** Returns a sentence that wraps. */
    static Label sentence(String words) {
        Label sentence = new Label(words);
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.getStyleClass().add("advice-sentence");
        return sentence;
    }

    private static HBox copyable(String command, Actions actions) {
        Label words = new Label(command);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        words.getStyleClass().add("advice-command");
        HBox.setHgrow(words, Priority.ALWAYS);
        Button copy =
                button(
                        "program-copy-command",
                        "Copy",
                        WatchText.COPY_COMMAND_HELP,
                        () -> actions.copy(command));
        copy.setGraphic(new FontIcon(Feather.COPY));
        HBox line = new HBox(8, words, copy);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Button button(String id, String words, String help, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add(Styles.SMALL);
        button.setTooltip(new WideTooltip(help));
        button.setAccessibleText(words + ". " + help);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
