package dev.overlap.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.address.Address;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tests properties of all texts, with many random ones from fixed seeds. */
class SiteLineParserPropertyTest {

    private static final int LINES = 20_000;

    /** Components of lines, and text that might break the parser. */
    private static final List<String> PIECES =
            List.of(
                    "off",
                    "->",
                    " -> ",
                    " { ",
                    " } ",
                    "}",
                    "gap ",
                    "queue ",
                    "lock:a",
                    "permit:b/2",
                    "add:n",
                    "sleep:",
                    "put:q",
                    "take:q",
                    " ",
                    "  ",
                    "\t",
                    "\u00a0",
                    "\ufeff",
                    "http",
                    "https",
                    "lab",
                    "cpu",
                    "poll",
                    "cpu:",
                    "12",
                    "ms",
                    "s",
                    "poll:",
                    "lab:/",
                    ":",
                    "//",
                    "/",
                    "://",
                    "@",
                    "#",
                    " #",
                    "?",
                    "&",
                    "=",
                    "%",
                    "%20",
                    "%zz",
                    "[",
                    "]",
                    "[::1]",
                    "127.0.0.1",
                    "example.org",
                    ".",
                    "..",
                    "bücher",
                    "例え",
                    "localhost",
                    "8080",
                    ":80",
                    ":0",
                    ":99999",
                    "x3",
                    " x3",
                    "×5",
                    "x0",
                    "X",
                    "user",
                    "pw",
                    "$1",
                    "\\",
                    "\"",
                    "'",
                    "<",
                    "{",
                    "|",
                    "^",
                    "`",
                    "~",
                    "+",
                    ",",
                    ";",
                    "!",
                    "*",
                    "(",
                    "\0",
                    "\u001b",
                    "\u200b",
                    "\u202e",
                    "\ud800",
                    "\udc00",
                    "\ud83d\ude00",
                    "\u2028",
                    "\r",
                    "\n",
                    "\u0130",
                    "ß",
                    "\uff0f",
                    "xn--",
                    "-");

    @Test
    void nothingThrowsAndNoTextIsLost() {
        texts(1).forEach(
                        text -> {
                            assertThat(SiteLine.parse(text).text()).isEqualTo(text);
                            SiteList list = SiteList.parse(text);
                            assertThat(SiteList.parse(list.text())).isEqualTo(list);
                        });
    }

    @Test
    void aPrintedEntryIsReadAsTheSameEntry() {
        List<LineMeaning.Entry> entries = entries(Stream.concat(texts(2), addresses(3))).toList();
        assertThat(entries).hasSizeGreaterThan(LINES);
        for (LineMeaning.Entry entry : entries) {
            SiteLine printed = SiteLine.of(entry);
            assertThat(printed.entry()).as(printed.text()).isEqualTo(entry);
            assertThat(SiteLine.of(entry).text()).isEqualTo(printed.text());
        }
    }

    @Test
    void everySiteOnTheNetHasAHost() {
        assertThat(entries(Stream.concat(texts(4), addresses(5))))
                .allSatisfy(
                        entry -> {
                            if (entry.steps().first().target() instanceof Address.Web(var url, _)) {
                                assertThat(url.host()).isNotEmpty();
                            }
                        });
    }

    @Test
    void aLineIsSwitchedOffAndOnWithoutLosingItsMeaning() {
        assertThat(texts(6).map(SiteLine::parse).filter(line -> line.entry() != null))
                .allSatisfy(
                        line -> {
                            SiteLine off = line.switched(false);
                            assertThat(off.entry().on()).isFalse();
                            assertThat(off.switched(true).entry().steps())
                                    .isEqualTo(line.entry().steps());
                        });
    }

    @Test
    void userNamesAndPasswordsAreInNoLabelAndInNoSentence() {
        Random random = new Random(7);
        for (int i = 0; i < LINES; i++) {
            String secret = some(random, 4).replaceAll("[\\s\\p{Z}\ufeff/?#]", "");
            String text = "https://uSeR" + secret + ":sEcReT" + secret + "@a.example/" + secret;
            SiteLine line = SiteLine.parse(text);
            String shown = line.entry() == null ? line.problem() : line.entry().steps().label();
            assertThat(shown).as(text).doesNotContain("uSeR", "sEcReT");
        }
    }

    private static Stream<LineMeaning.Entry> entries(Stream<String> texts) {
        return texts.map(SiteLine::parse).filter(line -> line.entry() != null).map(SiteLine::entry);
    }

    private static Stream<String> texts(long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, LINES).mapToObj(_ -> some(random, 12));
    }

    /** Lines that are mostly valid. */
    private static Stream<String> addresses(long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, 2 * LINES)
                .mapToObj(
                        _ ->
                                one(random, "", "", "off ", "  off\t")
                                        + one(random, "", "", "poll:", "Poll:")
                                        + one(random, "http://", "https://", "HTTP://", "", "//")
                                        + one(random, "", "", "me@", "me:p%20w@", "$1:\u00e9@", "@")
                                        + one(
                                                random,
                                                "a.example",
                                                "B\u00fccher.example",
                                                "[::1]",
                                                "1.2.3.4")
                                        + one(random, "", "", ":80", ":0443", ":")
                                        + one(
                                                random,
                                                "",
                                                "/",
                                                "/a",
                                                "/k\u00e4se?q=%20",
                                                "#f",
                                                "?a=b@c")
                                        + one(random, "", "", " x3", " \u00d720")
                                        + one(random, "", "", " # why", "\t#"));
    }

    private static String one(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String some(Random random, int most) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }
}
