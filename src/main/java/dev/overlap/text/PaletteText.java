package dev.overlap.text;

import java.util.List;
import java.util.Map;

/** The texts of the command palette. {@code %s} is a placeholder. */
public final class PaletteText {

    private PaletteText() {}

    public static final String TITLE = "Commands";
    public static final String PROMPT = "Type what you look for, such as: threads, lesson 6, dark";
    public static final String FIELD_ACCESSIBLE =
            "Commands. Type words of what you look for, choose with Up and Down, do it with Enter.";
    public static final String SELECTED_ACCESSIBLE = "%s Selected: %s";
    public static final String LIST_ACCESSIBLE = "The commands that were found.";
    public static final String NOTHING_FOUND = "Nothing is called that.";
    public static final String NOT_NOW = ", does not apply now";
    public static final String SET_TO = "Set to %s";

    /** Words of other programs, and the beginnings of the words that stand for them here. */
    private static final Map<String, List<String>> SYNONYMS =
            Map.ofEntries(
                    Map.entry("abort", List.of("stop")),
                    Map.entry("asyncio", List.of("loop")),
                    Map.entry("beamer", List.of("projector")),
                    Map.entry("cancel", List.of("stop")),
                    Map.entry("coroutine", List.of("loop")),
                    Map.entry("coroutines", List.of("loop")),
                    Map.entry("course", List.of("lesson")),
                    Map.entry("demo", List.of("sample")),
                    Map.entry("enlarge", List.of("projector")),
                    Map.entry("example", List.of("sample")),
                    Map.entry("examples", List.of("sample")),
                    Map.entry("fibers", List.of("virtual")),
                    Map.entry("fullscreen", List.of("full")),
                    Map.entry("go", List.of("run")),
                    Map.entry("image", List.of("picture", "png", "svg")),
                    Map.entry("load", List.of("open")),
                    Map.entry("loom", List.of("virtual")),
                    Map.entry("multiprocessing", List.of("process")),
                    Map.entry("night", List.of("dark")),
                    Map.entry("nodejs", List.of("loop")),
                    Map.entry("presentation", List.of("projector")),
                    Map.entry("preferences", List.of("settings")),
                    Map.entry("screenshot", List.of("picture", "png")),
                    Map.entry("search", List.of("find")),
                    Map.entry("shortcut", List.of("key")),
                    Map.entry("shortcuts", List.of("key")),
                    Map.entry("start", List.of("run")),
                    Map.entry("tutorial", List.of("lesson")),
                    Map.entry("urls", List.of("sites")),
                    Map.entry("watch", List.of("replay")));

    /** The beginnings of words that mean the same here. */
    public static List<String> synonyms(String word) {
        return SYNONYMS.getOrDefault(word, List.of());
    }
}
