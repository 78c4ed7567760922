package dev.overlap.snippet;

import dev.overlap.trace.Phase;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A line of a template, which is a file in {@code assets/code}: its text, and the directive after
 * it, {@code #@} or {@code //@}. {@code assets/code/README.md} lists the words of a directive.
 *
 * @param text without its directive
 * @param phases during which a task is in this line
 * @param again whether a task is in this line only after its first pause
 * @param conditions under which the line is included
 * @param use the part included here, or null
 * @param code the style of the functions of tasks, which are included here, or null
 * @param library whether the line imports something outside of the standard library
 */
record TemplateLine(
        String text,
        Set<Phase> phases,
        boolean again,
        Set<LineCondition> conditions,
        @Nullable String use,
        @Nullable StepStyle code,
        boolean library) {

    /**
     * Parses a line.
     *
     * @throws TemplateException if its directive is invalid
     */
    static TemplateLine of(String line, Language language) {
        int at = line.lastIndexOf(language.directive());
        if (at < 0) {
            return of(line, List.of());
        }
        String words = line.substring(at + language.directive().length()).strip();
        String text = line.substring(0, at);
        return of(text.isBlank() ? text : text.stripTrailing(), List.of(words.split(" ")));
    }

    private static TemplateLine of(String text, List<String> words) {
        Set<Phase> phases = EnumSet.noneOf(Phase.class);
        Set<LineCondition> conditions = EnumSet.noneOf(LineCondition.class);
        Set<StepStyle> styles = EnumSet.noneOf(StepStyle.class);
        String use = null;
        boolean library = false;
        boolean again = false;
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "use" -> use = rest.hasNext() ? rest.next() : "";
                case "library" -> library = true;
                case "again" -> again = true;
                default -> {
                    if (!add(word, Phase.values(), Phase::id, phases)
                            && !add(word, LineCondition.values(), LineCondition::id, conditions)
                            && !add(word, StepStyle.values(), StepStyle::id, styles)) {
                        throw new TemplateException("\"" + word + "\" is not a word for a mark.");
                    }
                }
            }
        }
        StepStyle code = styles.stream().findFirst().orElse(null);
        return new TemplateLine(text, phases, again, conditions, use, code, library);
    }

    private static <E> boolean add(String word, E[] all, Function<E, String> id, Set<E> found) {
        return Arrays.stream(all)
                .filter(value -> id.apply(value).equals(word))
                .map(found::add)
                .findFirst()
                .orElse(false);
    }

    boolean isBlank() {
        return text.isBlank() && use == null && code == null;
    }

    /** The leading blanks of a line. */
    static String indent(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
