package dev.overlap.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

class DirectionMarksTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "lab:/delay/300 x3", "https://straße.test/日本", "add:hits -> put:q"})
    void textFromLeftToRightStaysTheSame(String text) {
        assertThat(DirectionMarks.leftToRight(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://مسار/إختبار",
                "مسار/إختبار",
                "מסלול.example/בדיקה?א=ב&ג=ד",
                "مسار/إختبار #3"
            })
    void hostPathAndNumberAreDrawnInTheirOrder(String text) {
        String marked = DirectionMarks.leftToRight(text);

        assertThat(marked.replace("\u200e", "")).isEqualTo(text);
        assertThat(partsAsDrawn(marked)).isEqualTo(parts(text));
    }

    private static List<String> parts(String text) {
        return List.of(text.replace("\u200e", "").split("[\\x00-\\x7f]+")).stream()
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The runs of right-to-left letters, in the order in which they are drawn. */
    private static List<String> partsAsDrawn(String text) {
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        Integer[] runs = new Integer[bidi.getRunCount()];
        byte[] levels = new byte[runs.length];
        for (int run = 0; run < runs.length; run++) {
            runs[run] = run;
            levels[run] = (byte) bidi.getRunLevel(run);
        }
        Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
        List<String> drawn = new ArrayList<>();
        for (int run : runs) {
            List<String> parts =
                    parts(text.substring(bidi.getRunStart(run), bidi.getRunLimit(run)));
            drawn.addAll(bidi.getRunLevel(run) % 2 == 1 ? parts.reversed() : parts);
        }
        return drawn;
    }

    @Test
    void withoutMarksTheyAreNot() {
        assertThat(partsAsDrawn("https://مسار/إختبار")).isNotEqualTo(parts("https://مسار/إختبار"));
    }
}
