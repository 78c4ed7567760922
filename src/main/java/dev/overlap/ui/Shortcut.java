package dev.overlap.ui;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import dev.overlap.text.ShortcutText;

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
    SITES(Section.WINDOW, ShortcutText.TOGGLE_LIST, early(KeyCode.F9)),
    DETAILS(Section.WINDOW, ShortcutText.TOGGLE_DETAILS, early(KeyCode.F10)),
    FULL_SCREEN(Section.WINDOW, ShortcutText.FULL_SCREEN, early(KeyCode.F11)),
    PROJECTOR(
            Section.WINDOW,
            ShortcutText.PROJECTOR,
            early(KeyCode.F8),
            early(KeyCode.P, SHORTCUT_DOWN, SHIFT_DOWN)),
    HELP(Section.WINDOW, ShortcutText.SHOW_THESE_KEYS, typed("?")),
    PLAY(Section.REPLAY, ShortcutText.PLAY, late(KeyCode.SPACE)),
    PREVIOUS(Section.REPLAY, ShortcutText.PREVIOUS_HELP, typed(",")),
    NEXT(Section.REPLAY, ShortcutText.NEXT_HELP, typed(".")),
    RANGE_FROM(Section.REPLAY, ShortcutText.RANGE_FROM_HELP, typed("[")),
    RANGE_TO(Section.REPLAY, ShortcutText.RANGE_TO_HELP, typed("]")),
    RANGE_CLEAR(Section.REPLAY, ShortcutText.RANGE_CLEAR_HELP, typed("\\")),
    FOLD(Section.TIMELINE, ShortcutText.ROW_GROUPING, typed("V"));

    /** Where a key belongs on the sheet of all keys. */
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

    private static Stroke typed(String character) {
        return new Stroke.Typed(character);
    }

    Section part() {
        return section;
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
    static List<Shortcut> of(Section section) {
        return Stream.of(values()).filter(key -> key.section == section).toList();
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
