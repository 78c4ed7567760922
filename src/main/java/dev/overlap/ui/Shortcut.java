package dev.overlap.ui;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys of the whole window: which they are and what they do. {@link ShortcutHandler} obeys this
 * table and {@link ShortcutHelp} shows it, so the two cannot disagree.
 */
enum Shortcut {
    RUN(Part.WINDOW, "Run the list", early(KeyCode.F5), early(KeyCode.ENTER, SHORTCUT_DOWN)),
    ESCAPE(
            Part.WINDOW,
            "End what is on top: an edit, a comparison, a replay, a run",
            late(KeyCode.ESCAPE)),
    PICTURE(Part.WINDOW, "Save a picture", early(KeyCode.E, SHORTCUT_DOWN)),
    OPEN(Part.WINDOW, "Open a list of sites", early(KeyCode.O, SHORTCUT_DOWN)),
    SAVE(Part.WINDOW, "Save the list of sites", early(KeyCode.S, SHORTCUT_DOWN)),
    FIND(Part.WINDOW, "Find a task", typed("/"), early(KeyCode.F, SHORTCUT_DOWN)),
    COMPARE(Part.WINDOW, "Compare models on this list, or go back", early(KeyCode.F6)),
    SITES(Part.WINDOW, "Hide or show the list", early(KeyCode.F9)),
    DETAILS(Part.WINDOW, "Hide or show the details", early(KeyCode.F10)),
    FULL_SCREEN(Part.WINDOW, "Fill the screen, or leave it", early(KeyCode.F11)),
    PROJECTOR(
            Part.WINDOW,
            "Large type for a projector, or usual",
            early(KeyCode.F8),
            early(KeyCode.P, SHORTCUT_DOWN, SHIFT_DOWN)),
    HELP(Part.WINDOW, "Show these keys", typed("?")),
    PLAY(Part.REPLAY, "Replay the finished run, or hold", late(KeyCode.SPACE)),
    PREVIOUS(Part.REPLAY, "Hold, and show the event before", typed(",")),
    NEXT(Part.REPLAY, "Hold, and show the next event", typed(".")),
    RANGE_FROM(Part.REPLAY, "Play round and round from here on", typed("[")),
    RANGE_TO(Part.REPLAY, "Play round and round up to here", typed("]")),
    RANGE_CLEAR(Part.REPLAY, "Play all of the run again", typed("\\")),
    FOLD(Part.TIMELINE, "Rows by task, by worker, by connection", typed("V"));

    /** Where a key belongs on the sheet of all keys. */
    enum Part {
        WINDOW("In the window"),
        REPLAY("Replay"),
        TIMELINE("In the timeline");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** One way to press a key. */
    sealed interface Stroke {

        /** Comes before any control. */
        record Early(KeyCodeCombination keys) implements Stroke {}

        /** Comes after the control that has the focus, and not while somebody types. */
        record Late(KeyCode key) implements Stroke {}

        /**
         * The same for a character, wherever its key is on this keyboard; a letter is meant in
         * either case.
         */
        record Typed(String character) implements Stroke {}

        /** As the sheet of all keys names it. */
        default String words() {
            return switch (this) {
                case Early(var keys) -> modifiers(keys) + keys.getCode().getName();
                case Late(var key) -> key.getName();
                case Typed(var character) -> character + name(character);
            };
        }

        /** Some are too small to be read from a distance. */
        private static String name(String character) {
            return switch (character) {
                case "," -> " (comma)";
                case "." -> " (period)";
                case "\\" -> " (backslash)";
                default -> ""; // it speaks for itself
            };
        }

        private static String modifiers(KeyCodeCombination keys) {
            return (keys.getShortcut() == ModifierValue.DOWN ? "Ctrl+" : "")
                    + (keys.getShift() == ModifierValue.DOWN ? "Shift+" : "");
        }

        private boolean matches(KeyEvent event) {
            boolean pressed = event.getEventType() == KeyEvent.KEY_PRESSED;
            return switch (this) {
                case Early(var keys) -> pressed && keys.match(event);
                case Late(var key) -> pressed && event.getCode() == key;
                case Typed(var character) ->
                        !pressed && character.equalsIgnoreCase(event.getCharacter());
            };
        }
    }

    private final Part part;
    private final String action;

    @SuppressWarnings("ImmutableEnumChecker") // a copy by List.of; its entries are immutable
    private final List<Stroke> strokes;

    Shortcut(Part part, String action, Stroke... strokes) {
        this.part = part;
        this.action = action;
        this.strokes = List.of(strokes);
    }

    private static Stroke early(KeyCode key, KeyCombination.Modifier... modifiers) {
        return new Stroke.Early(new KeyCodeCombination(key, modifiers));
    }

    private static Stroke late(KeyCode key) {
        return new Stroke.Late(key);
    }

    private static Stroke typed(String character) {
        return new Stroke.Typed(character);
    }

    Part part() {
        return part;
    }

    /** What it does, in words. */
    String action() {
        return action;
    }

    List<Stroke> strokes() {
        return strokes;
    }

    /** All ways to press it, in words. */
    String words() {
        return strokes.stream().map(Stroke::words).collect(Collectors.joining(", "));
    }

    /** The keys of one part, in the order of the table. */
    static List<Shortcut> of(Part part) {
        return Stream.of(values()).filter(key -> key.part == part).toList();
    }

    /** Whether an event presses this key before any control sees it. */
    boolean isEarly(KeyEvent event) {
        return strokes.stream().anyMatch(it -> it instanceof Stroke.Early && it.matches(event));
    }

    /** Whether an event that no control has used presses this key. */
    boolean isLate(KeyEvent event) {
        return strokes.stream().anyMatch(it -> !(it instanceof Stroke.Early) && it.matches(event));
    }
}
