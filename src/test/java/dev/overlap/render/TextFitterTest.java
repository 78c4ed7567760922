package dev.overlap.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How texts are cut; each letter is one wide. */
class TextFitterTest {

    private final TextFitter fitter = new TextFitter((text, _) -> text.length());

    private String beside(String before, String name, String after, int width) {
        return fitter.fitBeside(before, name, after, TextStyle.LABEL, width);
    }

    @Test
    void theMiddleOfATextIsLeftOut() {
        assertThat(fitter.fit("http://www.example.org/page", TextStyle.LABEL, 11))
                .isEqualTo("http:/\u2026page");
        assertThat(fitter.fit("short", TextStyle.LABEL, 5)).isEqualTo("short");
        assertThat(fitter.fit("short", TextStyle.LABEL, 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "get('http://www.google.com'), get('http://www.linkedin.com'), 13, get\u2026google.c\u2026",
        "get('http://www.linkedin.com'), get('http://www.google.com'), 13, ge\u2026linkedin.\u2026",
        "get('http://host/item/9'), get('http://host/item/10'), 13, get('http\u20269')",
        "get('http://host/item/10'), get('http://host/item/101'), 13, get('htt\u202610')",
        "www.google.com, www.quora.com, 9, w\u2026google\u2026",
    })
    void byWhatANameDiffersFromItsNeighbourRemains(
            String name, String neighbour, int width, String cut) {
        assertThat(beside("", name, neighbour, width)).isEqualTo(cut).hasSizeLessThan(width + 1);
        assertThat(beside(neighbour, name, "other", width)).isEqualTo(cut);
    }

    @Test
    void namesThatFitAndNamesThatShareNothingAreAsTheyWere() {
        assertThat(beside("main()", "get(1)", "get(2)", 6)).isEqualTo("get(1)");
        assertThat(beside("", "alpha-beta-gamma", "", 8))
                .isEqualTo("alph\u2026ma".replace("alph", "alpha"));
        assertThat(beside("same-name-here", "same-name-here", "", 8))
                .isEqualTo(fitter.fit("same-name-here", TextStyle.LABEL, 8));
    }

    @Test
    void aDifferenceThatDoesNotFitIsCutAsAnyText() {
        String name = "GET /a-very-long-name-of-a-page.html";
        assertThat(beside("GET /x.html", name, "GET /y.html", 12))
                .isEqualTo(fitter.fit(name, TextStyle.LABEL, 12));
    }

    @Test
    void aPairOfSurrogatesIsNotSplit() {
        for (int width = 1; width < 20; width++) {
            String cut =
                    beside(
                            "",
                            "\uD83D\uDE00\uD83D\uDE00 /page/1 \uD83D\uDE00",
                            "\uD83D\uDE00\uD83D\uDE00 /page/2 \uD83D\uDE00",
                            width);
            assertThat(cut.codePoints()).noneMatch(it -> it >= 0xD800 && it <= 0xDFFF);
        }
    }
}
