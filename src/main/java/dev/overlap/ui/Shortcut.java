package dev.overlap.ui;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import dev.overlap.text.ShortcutText;
import dev.overlap.text.table.TaskTableText;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keyboard shortcuts of the whole window. {@link ShortcutHandler} executes this table and
 * {@link ShortcutHelp} shows it, so the two cannot disagree.
 */
enum Shortcut {
    RUN(
            Section.WINDOW,
            ShortcutText.RUN_THE_LIST,
            early(KeyCode.F5),
            early(KeyCode.ENTER, SHORTCUT_DOWN)),
    ESCAPE(Section.WINDOW, ShortcutText.ESCAPE, late(KeyCode.ESCAPE)),
    PICTURE(Section.WINDOW, ShortcutText.SAVE_A_PICTURE, early(KeyCode.E, SHORTCUT_DOWN)),
    OPEN(Section.WINDOW, ShortcutText.OPEN_SITE_LIST, early(KeyCode.O, SHORTCUT_DOWN)),
    SAVE(Section.WINDOW, ShortcutText.SAVE_THE_LIST_OF_SITES, early(KeyCode.S, SHORTCUT_DOWN)),
    FIND(Section.WINDOW, ShortcutText.FIND_A_TASK, typed("/"), early(KeyCode.F, SHORTCUT_DOWN)),
    COMPARE(Section.WINDOW, ShortcutText.COMPARE, early(KeyCode.F6)),
    PRESENTER(Section.WINDOW, ShortcutText.PRESENTER, early(KeyCode.F7)),
    SITES(Section.WINDOW, ShortcutText.TOGGLE_LIST, early(KeyCode.F9)),
    DETAILS(Section.WINDOW, ShortcutText.TOGGLE_DETAILS, early(KeyCode.F10)),
    FULL_SCREEN(Section.WINDOW, ShortcutText.FULL_SCREEN, early(KeyCode.F11)),
    PROJECTOR(
            Section.WINDOW,
            ShortcutText.PROJECTOR,
            early(KeyCode.F8),
            early(KeyCode.P, SHORTCUT_DOWN, SHIFT_DOWN)),
    PALETTE(Section.WINDOW, ShortcutText.PALETTE, early(KeyCode.K, SHORTCUT_DOWN)),
    HELP(Section.WINDOW, ShortcutText.SHOW_THESE_KEYS, typed("?")),
    ABOUT(Section.WINDOW, ShortcutText.ABOUT, early(KeyCode.F1)),
    PLAY(Section.REPLAY, ShortcutText.PLAY, late(KeyCode.SPACE)),
    PREVIOUS(Section.REPLAY, ShortcutText.PREVIOUS_HELP, typed(",")),
    NEXT(Section.REPLAY, ShortcutText.NEXT_HELP, typed(".")),
    PREVIOUS_PHASE(Section.REPLAY, ShortcutText.PREVIOUS_PHASE, withShift(KeyCode.COMMA)),
    NEXT_PHASE(Section.REPLAY, ShortcutText.NEXT_PHASE, withShift(KeyCode.PERIOD)),
    RANGE_FROM(Section.REPLAY, ShortcutText.RANGE_FROM_HELP, typed("[")),
    RANGE_TO(Section.REPLAY, ShortcutText.RANGE_TO_HELP, typed("]")),
    RANGE_CLEAR(Section.REPLAY, ShortcutText.RANGE_CLEAR_HELP, typed("\\")),
    FOLD(Section.TIMELINE, ShortcutText.ROW_GROUPING, typed("V")),
    TABLE(Section.TIMELINE, TaskTableText.TOGGLE, typed("T"));

    /** The section of a shortcut in the help overlay. */
    enum Section {
        WINDOW(ShortcutText.IN_THE_WINDOW),
        REPLAY("Replay"),
        TIMELINE(ShortcutText.IN_THE_TIMELINE);

        private final String title;

        Section(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** One key stroke of a shortcut. */
    sealed interface Stroke {

        /** Handled before any control. */
        record Early(KeyCodeCombination keys) implements Stroke {}

        /** Handled after the focused control, and not while typing. */
        record Late(KeyCode key) implements Stroke {}

        /** Like {@link Late} with the Shift key, whatever character they type together. */
        record LateWithShift(KeyCode key) implements Stroke {}

        /**
         * Like {@link Late} for a character, wherever its key is on the keyboard; letters in either
         * case.
         */
        record Typed(String character) implements Stroke {}

        /** The name in the help overlay. */
        default String text() {
            return switch (this) {
                case Early(var keys) -> modifiers(keys) + keys.getCode().getName();
                case Late(var key) -> key.getName();
                case LateWithShift(var key) -> "Shift+" + character(key);
                case Typed(var character) -> character + name(character);
            };
        }

        private static String character(KeyCode key) {
            String character = key.getChar();
            return character + name(character);
        }

        /** Some characters are too small to be legible from a distance. */
        private static String name(String character) {
            return switch (character) {
                case "," -> " (comma)";
                case "." -> " (period)";
                case "\\" -> " (backslash)";
                default -> "";
            };
        }

        private static String modifiers(KeyCodeCombination keys) {
            return (keys.getShortcut() == ModifierValue.DOWN ? "Ctrl+" : "")
                    + (keys.getShift() == ModifierValue.DOWN ? "Shift+" : "");
        }

        private static boolean isWithShift(KeyEvent event, KeyCode key) {
            return event.getCode() == key && event.isShiftDown() && !event.isShortcutDown();
        }

        private boolean matches(KeyEvent event) {
            boolean pressed = event.getEventType() == KeyEvent.KEY_PRESSED;
            return switch (this) {
                case Early(var keys) -> pressed && keys.match(event);
                case Late(var key) -> pressed && event.getCode() == key;
                case LateWithShift(var key) -> pressed && isWithShift(event, key);
                case Typed(var character) ->
                        !pressed && character.equalsIgnoreCase(event.getCharacter());
            };
        }
    }

    private final Section section;
    private final String action;

    @SuppressWarnings("ImmutableEnumChecker") // a copy by List.of; its entries are immutable
    private final List<Stroke> strokes;

    Shortcut(Section section, String action, Stroke... strokes) {
        this.section = section;
        this.action = action;
        this.strokes = List.of(strokes);
    }

    private static Stroke early(KeyCode key, KeyCombination.Modifier... modifiers) {
        return new Stroke.Early(new KeyCodeCombination(key, modifiers));
    }

    private static Stroke late(KeyCode key) {
        return new Stroke.Late(key);
    }

    private static Stroke withShift(KeyCode key) {
        return new Stroke.LateWithShift(key);
    }

    private static Stroke typed(String character) {
        return new Stroke.Typed(character);
    }

    Section part() {
        return section;
    }

    /** The description of its action. */
    String action() {
        return action;
    }

    List<Stroke> strokes() {
        return strokes;
    }

    /** All strokes, as text. */
    String text() {
        return strokes.stream().map(Stroke::text).collect(Collectors.joining(", "));
    }

    /** The shortcuts of one section, in table order. */
    static List<Shortcut> of(Section section) {
        return Stream.of(values()).filter(key -> key.section == section).toList();
    }

    /** Whether an event triggers this shortcut before any control sees it. */
    boolean isEarly(KeyEvent event) {
        return strokes.stream().anyMatch(it -> it instanceof Stroke.Early && it.matches(event));
    }

    /** Whether an event that no control has consumed triggers this shortcut. */
    boolean isLate(KeyEvent event) {
        return strokes.stream().anyMatch(it -> !(it instanceof Stroke.Early) && it.matches(event));
    }
}
