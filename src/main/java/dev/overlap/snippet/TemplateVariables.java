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

/** Fills in the words after a {@code $}. {@code assets/code/README.md} lists them. */
final class TemplateVariables {

    private static final Pattern WORD = Pattern.compile("\\$([a-z]+|[A-Z]+)");
    private static final String EACH = "$each";

    private final Map<String, String> meanings;
    private final List<String> each;

    TemplateVariables(ProgramSpec order) {
        each = order.sites().each();
        meanings = Map.copyOf(meanings(order));
    }

    private static Map<String, String> meanings(ProgramSpec order) {
        Map<String, String> meanings = new HashMap<>(ofKind(order));
        Settings settings = order.settings();
        meanings.put("kind", order.kind().words());
        meanings.put("task", task(order));
        meanings.put("all", String.join(", ", order.sites().each()));
        meanings.put("file", order.fileName());
        meanings.put("more", Integer.toString(order.sites().more()));
        meanings.put(
                "workers", Integer.toString(settings.workers().orElse(Settings.DEFAULT_WORKERS)));
        meanings.put(
                "helpers", Integer.toString(settings.workers().orElse(Settings.usualHelpers())));
        meanings.put("timeout", time(settings.timeout(), order.language()));
        meanings.put("pace", time(order.sites().pace(), order.language()));
        return meanings;
    }

    /** What a model that is only limited by workers has done: the task, in its turn. */
    private static String task(ProgramSpec order) {
        if (order.settings().workers().isEmpty()) {
            return order.kind().words();
        }
        return switch (order.language()) {
            case PYTHON -> "in_turn";
            case JAVA -> "inTurn";
        };
    }

    private static Map<String, String> ofKind(ProgramSpec order) {
        boolean python = order.language() == Language.PYTHON;
        return switch (order.kind()) {
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

    /** A line once, or as often as there are sites if it names each; the last without its comma. */
    List<String> repeated(String line) {
        if (!line.contains(EACH)) {
            return List.of(filledIn(line));
        }
        String last = line.replaceFirst(",$", "");
        return IntStream.range(0, each.size())
                .mapToObj(n -> (n < each.size() - 1 ? line : last).replace(EACH, each.get(n)))
                .toList();
    }

    /**
     * A text with its words filled in.
     *
     * @throws TemplateException if one of them means nothing
     */
    String filledIn(String text) {
        return WORD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(meaning(found.group(1))));
    }

    private String meaning(String word) {
        String meaning = meanings.get(word);
        if (meaning == null) {
            throw new TemplateException("\"$" + word + "\" means nothing.");
        }
        return meaning;
    }
}
