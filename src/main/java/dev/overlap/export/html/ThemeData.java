package dev.overlap.export.html;

import dev.overlap.render.PhaseStyle;
import dev.overlap.render.Theme;
import dev.overlap.text.glossary.Glossary;
import dev.overlap.trace.Phase;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The colours of drawings and the looks of phases, as data of a page. Colours are ARGB. */
final class ThemeData {

    private ThemeData() {}

    /** Returns the colours of both themes. */
    static Map<String, Object> themes() {
        return Map.of("light", colours(Theme.LIGHT), "dark", colours(Theme.DARK));
    }

    private static Map<String, Long> colours(Theme theme) {
        Map<String, Integer> colours = new LinkedHashMap<>();
        colours.put("ground", theme.ground());
        colours.put("selected", theme.selected());
        colours.put("grid", theme.grid());
        colours.put("faintGrid", theme.faintGrid());
        colours.put("text", theme.text());
        colours.put("quietText", theme.quietText());
        colours.put("warning", theme.warning());
        colours.put("failure", theme.failure());
        colours.put("accent", theme.accent());
        colours.put("accentArea", theme.accentArea());
        colours.put("busy", theme.busy());
        colours.put("onBusy", theme.onBusy());
        colours.put("idle", theme.idle());
        colours.put("held", theme.held());
        colours.put("occupied", theme.occupied());
        colours.put("lowerBound", theme.lowerBound());
        colours.put("oneByOne", theme.oneByOne());
        colours.put("guess", theme.guess());
        colours.put("spread", theme.spread());
        Map<String, Long> unsigned = new LinkedHashMap<>();
        colours.forEach((name, argb) -> unsigned.put(name, Integer.toUnsignedLong(argb)));
        return unsigned;
    }

    /** Returns the phases, in the order of their numbers in the data. */
    static List<Map<String, Object>> phases() {
        return Arrays.stream(Phase.values()).map(ThemeData::phase).toList();
    }

    private static Map<String, Object> phase(Phase phase) {
        PhaseStyle style = PhaseStyle.of(phase);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", phase.id());
        object.put("words", phase.words());
        object.put("meaning", Glossary.of(phase).meaning());
        object.put("shape", style.shape().name());
        object.put("light", Integer.toUnsignedLong(style.light()));
        object.put("dark", Integer.toUnsignedLong(style.dark()));
        object.put("isWork", phase.isWork());
        object.put("endsOnLoop", phase.endsOnLoop());
        object.put("keepsWorkerBusy", phase.keepsWorkerBusy());
        return object;
    }
}
