package dev.overlap.snippet;

import dev.overlap.plan.Settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The values of the {@code $} variables. {@code assets/code/README.md} lists them. */
final class TemplateVariables {

    private static final Pattern WORD = Pattern.compile("\\$([a-z]+|[A-Z]+)");
    private static final String EACH = "$each";

    private final Map<String, String> values;
    private final List<String> each;

    TemplateVariables(ProgramSpec spec) {
        each = spec.sites().each();
        values = Map.copyOf(values(spec));
    }

    private static Map<String, String> values(ProgramSpec spec) {
        Map<String, String> values = new HashMap<>(ofKind(spec));
        Settings settings = spec.settings();
        values.put("kind", spec.kind().words());
        values.put("task", task(spec));
        values.put("all", String.join(", ", spec.sites().each()));
        values.put("file", spec.fileName());
        values.put("more", Integer.toString(spec.sites().more()));
        values.put(
                "workers", Integer.toString(settings.workers().orElse(Settings.DEFAULT_WORKERS)));
        values.put("helpers", Integer.toString(settings.workers().orElse(Settings.usualHelpers())));
        values.put("timeout", time(settings.timeout(), spec.language()));
        values.put("pace", time(spec.sites().pace(), spec.language()));
        return values;
    }

    /**
     * The function called per task by a model limited only by workers, which waits for a free slot.
     */
    private static String task(ProgramSpec spec) {
        if (spec.settings().workers().isEmpty()) {
            return spec.kind().words();
        }
        return switch (spec.language()) {
            case PYTHON -> "in_turn";
            case JAVA -> "inTurn";
        };
    }

    private static Map<String, String> ofKind(ProgramSpec spec) {
        boolean python = spec.language() == Language.PYTHON;
        return switch (spec.kind()) {
            case FETCH, POLL ->
                    Map.of(
                            "item", "url",
                            "items", "urls",
                            "ITEMS", "URLS",
                            "type", "String",
                            "args", "session, url",
                            "next", "next",
                            "shown", python ? "{url}" : "url + \"");
            case COMPUTE ->
                    Map.of(
                            "item", "millis",
                            "items", "numbers",
                            "ITEMS", "MILLIS",
                            "type", "Integer",
                            "args", "millis",
                            "next", "nextInt",
                            "shown", python ? "cpu:{millis}ms" : "\"cpu:\" + millis + \"ms");
        };
    }

    /** Seconds in Python, milliseconds in Java. */
    private static String time(Duration time, Language language) {
        return switch (language) {
            case PYTHON ->
                    BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
            case JAVA -> String.format(Locale.ROOT, "%,d", time.toMillis()).replace(',', '_');
        };
    }

    /**
     * Expands a line that contains {@code $each} once per site, the last without its comma; other
     * lines once.
     */
    List<String> expand(String line) {
        if (!line.contains(EACH)) {
            return List.of(substitute(line));
        }
        String last = line.replaceFirst(",$", "");
        return IntStream.range(0, each.size())
                .mapToObj(n -> (n < each.size() - 1 ? line : last).replace(EACH, each.get(n)))
                .toList();
    }

    /**
     * Replaces the variables of a text.
     *
     * @throws TemplateException if one of them is unknown
     */
    String substitute(String text) {
        return WORD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    private String value(String word) {
        String value = values.get(word);
        if (value == null) {
            throw new TemplateException("\"$" + word + "\" means nothing.");
        }
        return value;
    }
}
