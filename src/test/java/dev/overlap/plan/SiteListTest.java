package dev.overlap.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;
import java.util.Set;

class SiteListTest {

    private static final String TEXT =
            """
            # four of them

            https://a.example   # first
              off lab:/delay/300 x2
            htp://typo.example
            """;

    @Test
    void givesBackEveryLineInItsOrder() {
        assertThat(SiteList.parse(TEXT).text()).isEqualTo(TEXT);
    }

    @Test
    void countsTheLinesThatAreNotUnderstood() {
        assertThat(SiteList.parse(TEXT).problems()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb\n", "a\r\nb\r\n", "a\rb", "a\nb"})
    void readsTheLineEndsOfEverySystem(String text) {
        assertThat(SiteList.parse(text).text()).isEqualTo("a\nb\n");
    }

    @Test
    void neitherThrowsNorLosesAnythingOnTenThousandRandomTexts() {
        Random random = new Random(20260101);
        for (int round = 0; round < 10_000; round++) {
            String text = randomLines(random);
            SiteList list = SiteList.parse(text);
            assertThat(list.text()).isEqualTo(text);
            assertThat(SiteList.parse(list.text())).isEqualTo(list);
        }
    }

    @Test
    void switchingALineOffAndOnGivesItBack() {
        Random random = new Random(7);
        int switched = 0;
        for (int round = 0; round < 10_000; round++) {
            SiteLine line = SiteLine.parse(randomLine(random));
            if (line.entry() != null && line.entry().on()) {
                switched++;
                SiteLine off = line.switched(false);
                assertThat(off.entry()).isEqualTo(with(line.entry(), false));
                assertThat(off.switched(true).entry()).isEqualTo(line.entry());
                assertThat(off.switched(true).text()).isEqualTo(line.text().strip());
            }
        }
        assertThat(switched).isGreaterThan(100);
    }

    @Test
    void switchingKeepsRepeatAndComment() {
        SiteLine line = SiteLine.parse("lab:/a  x3  # why").switched(false);
        assertThat(line.text()).isEqualTo("off lab:/a  x3  # why");
        assertThat(line.switched(false)).isSameAs(line);
    }

    @Test
    void linesWithoutASiteCannotBeSwitched() {
        SiteLine comment = SiteLine.parse("# off");
        assertThat(comment.switched(false)).isSameAs(comment);
        SiteLine bad = SiteLine.parse("off htp://a");
        assertThat(bad.switched(true)).isSameAs(bad);
    }

    @Test
    void editsGiveNewListsAndLeaveTheOldOne() {
        SiteList list = SiteList.parse("a\nb\nc\n");
        assertThat(list.gathered(Set.of(0), 3).text()).isEqualTo("b\nc\na\n");
        assertThat(list.gathered(Set.of(2), 0).text()).isEqualTo("c\na\nb\n");
        assertThat(list.gathered(Set.of(2, 0), 2).text()).isEqualTo("b\na\nc\n");
        assertThat(list.gathered(Set.of(1), 1)).isEqualTo(list);
        assertThat(list.gathered(Set.of(1), 2)).isEqualTo(list);
        assertThat(list.without(1).text()).isEqualTo("a\nc\n");
        assertThat(list.with(1, SiteLine.parse("x")).text()).isEqualTo("a\nx\nc\n");
        assertThat(list.plus(3, List.of(SiteLine.parse("d"))).text()).isEqualTo("a\nb\nc\nd\n");
        assertThat(list.text()).isEqualTo("a\nb\nc\n");
    }

    private static LineMeaning.Entry with(LineMeaning.Entry entry, boolean on) {
        return new LineMeaning.Entry(entry.steps(), entry.times(), on);
    }

    private static String randomLines(Random random) {
        StringBuilder text = new StringBuilder();
        for (int line = random.nextInt(4); line > 0; line--) {
            text.append(randomLine(random)).append('\n');
        }
        return text.toString();
    }

    /** Random combinations of pieces of real lines and arbitrary characters. */
    private static String randomLine(Random random) {
        String[] pieces = {
            "https://",
            "http:",
            "lab:/",
            "off ",
            " x3",
            " #",
            "a.example",
            ":80",
            "[::1]",
            "@",
            "%",
            "%41",
            "/",
            "?",
            "poll:",
            "cpu:",
            "ü",
            "\t",
            " ",
            ".",
            "\ud83d\ude00",
            "\0",
            "\ud800"
        };
        StringBuilder line = new StringBuilder();
        for (int n = random.nextInt(8); n > 0; n--) {
            line.append(
                    random.nextInt(5) == 0
                            ? notALineEnd((char) random.nextInt(0x10000))
                            : pieces[random.nextInt(pieces.length)]);
        }
        return line.toString();
    }

    private static String notALineEnd(char c) {
        return c == '\n' || c == '\r' ? "." : String.valueOf(c);
    }
}
