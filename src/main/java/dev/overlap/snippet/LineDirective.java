package dev.overlap.snippet;

import dev.overlap.trace.Phase;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a part says about one of its lines, behind {@code #@} or {@code //@}. {@code
 * assets/code/README.md} says which words there are.
 *
 * @param again whether a task is in this line only after its first pause
 * @param use the part that stands here, or null
 * @param library whether the line imports what does not come with the language
 */
record LineDirective(
        Set<Phase> phases,
        boolean again,
        Set<LineCondition> conditions,
        @Nullable String use,
        boolean library) {

    /**
     * Reads the words behind a mark.
     *
     * @throws TemplateException if one of them makes no sense
     */
    static LineDirective of(List<String> words) {
        Set<Phase> phases = EnumSet.noneOf(Phase.class);
        Set<LineCondition> conditions = EnumSet.noneOf(LineCondition.class);
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
                    if (!add(word, Phase.values(), phases)
                            && !add(word, LineCondition.values(), conditions)) {
                        throw new TemplateException("\"" + word + "\" is not a word for a mark.");
                    }
                }
            }
        }
        return new LineDirective(phases, again, conditions, use, library);
    }

    private static <E extends Enum<E>> boolean add(String word, E[] all, Set<E> found) {
        return Arrays.stream(all)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                .map(found::add)
                .findFirst()
                .orElse(false);
    }
}
