package dev.overlap.code;

import dev.overlap.plan.Settings;
import dev.overlap.plan.Site;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which program somebody wants to see: everything that its text depends on. */
record ProgramOrder(
        String model, Kind kind, Language language, SiteTexts sites, Settings settings) {

    ProgramOrder with(List<Site> others, URI lab, Settings settings) {
        return new ProgramOrder(
                model, kind, language, SiteTexts.of(others, kind, language, lab), settings);
    }

    /**
     * The lines of the program. A part that is missing or makes no sense is found by the tests; a
     * window shows a comment then, and goes on.
     */
    List<Written> written() {
        try {
            return SourceLayout.of(new Assembly(this).program(), language);
        } catch (BadPart e) {
            String comment =
                    language.comment()
                            + " There is no "
                            + language.words()
                            + " program for this model yet.";
            return List.of(new Written(comment, Set.of(), false, 0));
        }
    }

    String fileName() {
        String[] words = (model + "-" + kind.words()).split("-");
        String name =
                switch (language) {
                    case PYTHON -> String.join("_", words);
                    case JAVA ->
                            Arrays.stream(words)
                                    .map(ProgramOrder::capital)
                                    .collect(Collectors.joining());
                };
        return name + "." + language.extension();
    }

    private static String capital(String word) {
        return word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
