package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.render.TimeRange;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Phase;
import dev.overlap.ui.Shortcut.Stroke;
import dev.overlap.ui.replay.Replay;

import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that every shortcut of the table is handled, and listed in the help. */
@ExtendWith(ApplicationExtension.class)
class ShortcutHandlerTest {

    private final List<String> done = new ArrayList<>();
    private final Replay replay = new Replay();
    private TextField field;
    private VBox root;
    private ShortcutHelp help;
    private Predicate<Shortcut> applies = _ -> true;

    @Start
    void start(Stage stage) {
        field = new TextField();
        help = new ShortcutHelp();
        root = new VBox(field, help);
        root.setFocusTraversable(true);
        Scene scene = new Scene(root);
        ShortcutHandler.install(
                scene,
                replay,
                new ShortcutHandler.Callbacks()
                        .run(() -> done.add("RUN"))
                        .picture(() -> done.add("PICTURE"))
                        .open(() -> done.add("OPEN"))
                        .save(() -> done.add("SAVE"))
                        .escape(() -> done.add("ESCAPE"))
                        .help(() -> done.add("HELP"))
                        .about(() -> done.add("ABOUT"))
                        .find(() -> done.add("FIND"))
                        .nextGrouping(() -> done.add("FOLD"))
                        .fullScreen(() -> done.add("FULL_SCREEN"))
                        .projector(() -> done.add("PROJECTOR"))
                        .compare(() -> done.add("COMPARE"))
                        .presenter(() -> done.add("PRESENTER"))
                        .palette(() -> done.add("PALETTE"))
                        .table(() -> done.add("TABLE"))
                        .pane(side -> done.add(side.name()))
                        .applies(key -> applies.test(key)));
        stage.setScene(scene);
        stage.show();
        watchReplay();
    }

    /** Prepares a paused replay in the middle of a run, and records what is done to it. */
    private void watchReplay() {
        TraceBuilder traceBuilder =
                TraceBuilder.of("a", "b").enter(0, Phase.WAIT, 2).enter(0, Phase.RECEIVE, 6);
        traceBuilder.enter(1, Phase.WAIT, 3).enter(1, Phase.RECEIVE, 5).answered(0, 200, 8);
        replay.load(traceBuilder.answered(1, 200, 8).finished());
        replay.selectedTaskProperty().set(0);
        replay.seek(4_000_000);
        replay.playingProperty().subscribe((_, _) -> done.add("PLAY"));
        replay.playheadProperty().subscribe((_, now) -> done.add(stepKey(now.longValue())));
        replay.rangeProperty().subscribe((_, now) -> done.add(rangeKey(now)));
    }

    private void pauseInTheMiddle() {
        if (replay.playingProperty().get()) {
            replay.toggle();
        }
        replay.setRange(1_000_000, 7_000_000);
        replay.seek(4_000_000);
    }

    /** Task 0, the selected one, changes at 2 and 6 ms, task 1 at 3 and 5 ms. */
    private static String stepKey(long now) {
        return switch ((int) (now / 1_000_000)) {
            case 2 -> "PREVIOUS_PHASE";
            case 3 -> "PREVIOUS";
            case 4 -> "PAUSED";
            case 5 -> "NEXT";
            case 6 -> "NEXT_PHASE";
            default -> "PLAY";
        };
    }

    private static String rangeKey(TimeRange now) {
        return now == null
                ? "RANGE_CLEAR"
                : now.endNanos() == 4_000_000 ? "RANGE_TO" : "RANGE_FROM";
    }

    @Test
    void everyStrokeOfTheTableTriggersItsAction(FxRobot robot) {
        robot.interact(root::requestFocus);
        for (Shortcut key : Shortcut.values()) {
            for (Stroke stroke : key.strokes()) {
                robot.interact(this::pauseInTheMiddle);
                done.clear();
                robot.interact(() -> Event.fireEvent(root, event(stroke)));
                assertThat(done).as(key + " by " + stroke.text()).containsExactly(key.name());
            }
        }
    }

    @Test
    void onlyEarlyStrokesAndEscActWhileTyping(FxRobot robot) {
        robot.interact(field::requestFocus);
        robot.interact(this::pauseInTheMiddle);
        assertThat(field.isFocused()).isTrue();
        for (Shortcut key : Shortcut.values()) {
            for (Stroke stroke : key.strokes()) {
                done.clear();
                robot.interact(() -> Event.fireEvent(field.getParent(), event(stroke)));
                boolean acts = stroke instanceof Stroke.Early || key == Shortcut.ESCAPE;
                assertThat(done)
                        .as(key + " by " + stroke.text())
                        .isEqualTo(acts ? List.of(key.name()) : List.of());
            }
        }
    }

    @Test
    void shortcutThatDoesNotApplyIsNotConsumed(FxRobot robot) {
        robot.interact(root::requestFocus);
        robot.interact(this::pauseInTheMiddle);
        applies = _ -> false;
        for (Stroke stroke : strokes()) {
            KeyEvent event = event(stroke);
            done.clear();
            robot.interact(() -> Event.fireEvent(root, event));
            assertThat(done).as(stroke.text()).isEmpty();
        }
        applies = key -> key == Shortcut.NEXT;
        for (Stroke stroke : strokes()) {
            robot.interact(() -> Event.fireEvent(root, event(stroke)));
        }
        assertThat(done).containsExactly("NEXT");
    }

    private static List<Stroke> strokes() {
        return Stream.of(Shortcut.values()).flatMap(key -> key.strokes().stream()).toList();
    }

    @Test
    void everyShortcutIsListedInTheHelpWithItsAction(FxRobot robot) {
        Map<String, String> actions =
                robot.from(help).lookup(".keys-table").queryAllAs(GridPane.class).stream()
                        .flatMap(ShortcutHandlerTest::rows)
                        .collect(Collectors.toMap(List::getFirst, List::getLast, (a, b) -> a));

        for (Shortcut key : Shortcut.values()) {
            assertThat(actions).containsEntry(key.text(), key.action());
        }
    }

    /** The texts of the rows with two cells. */
    private static Stream<List<String>> rows(GridPane table) {
        return table.getChildren().stream()
                .map(Label.class::cast)
                .collect(Collectors.groupingBy(GridPane::getRowIndex))
                .values()
                .stream()
                .filter(row -> row.size() == 2)
                .map(row -> row.stream().map(Label::getText).toList());
    }

    /** Spelled out, because users memorise these: a change must be deliberate. */
    @Test
    void keysDoNotChangeAccidentally() {
        assertThat(Stream.of(Shortcut.values()).map(key -> key + ": " + key.text()))
                .containsExactly(
                        "RUN: F5, Ctrl+Enter",
                        "ESCAPE: Esc",
                        "PICTURE: Ctrl+E",
                        "OPEN: Ctrl+O",
                        "SAVE: Ctrl+S",
                        "FIND: /, Ctrl+F",
                        "COMPARE: F6",
                        "PRESENTER: F7",
                        "SITES: F9",
                        "DETAILS: F10",
                        "FULL_SCREEN: F11",
                        "PROJECTOR: F8, Ctrl+Shift+P",
                        "PALETTE: Ctrl+K",
                        "HELP: ?",
                        "ABOUT: F1",
                        "PLAY: Space",
                        "PREVIOUS: , (comma)",
                        "NEXT: . (period)",
                        "PREVIOUS_PHASE: Shift+, (comma)",
                        "NEXT_PHASE: Shift+. (period)",
                        "RANGE_FROM: [",
                        "RANGE_TO: ]",
                        "RANGE_CLEAR: \\ (backslash)",
                        "FOLD: V",
                        "TABLE: T");
    }

    private static KeyEvent event(Stroke stroke) {
        return switch (stroke) {
            case Stroke.Early(KeyCodeCombination keys) -> pressed(keys);
            case Stroke.Late(KeyCode key) -> pressed(new KeyCodeCombination(key));
            case Stroke.LateWithShift(KeyCode key) ->
                    pressed(new KeyCodeCombination(key, KeyCombination.SHIFT_DOWN));
            case Stroke.Typed(String character) ->
                    new KeyEvent(
                            KeyEvent.KEY_TYPED,
                            character,
                            "",
                            KeyCode.UNDEFINED,
                            false,
                            false,
                            false,
                            false);
        };
    }

    private static KeyEvent pressed(KeyCodeCombination keys) {
        boolean control = keys.getShortcut() == ModifierValue.DOWN;
        boolean shift = keys.getShift() == ModifierValue.DOWN;
        return new KeyEvent(
                KeyEvent.KEY_PRESSED, "", "", keys.getCode(), shift, control, false, false);
    }
}
