package dev.overlap.plan.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.SiteLine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Collectors;

class LineRepairTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            textBlock =
                    """
                    - https://a.example             ~ https://a.example             ~ BULLET
                    -https://a.example              ~ https://a.example             ~ BULLET
                    * lab:/delay/200                ~ lab:/delay/200                ~ BULLET
                    + a.example                     ~ a.example                     ~ BULLET
                    \u2022 https://a.example        ~ https://a.example             ~ BULLET
                    \u2013 lab:/a                   ~ lab:/a                        ~ BULLET
                    - [x] https://a.example         ~ https://a.example             ~ BULLET
                    - [ ] lab:/a x2                 ~ lab:/a x2                     ~ BULLET
                    - lab:/a -> cpu:5ms x2          ~ lab:/a -> cpu:5ms x2          ~ BULLET
                    - lock:a { add:n gap 5ms }      ~ lock:a { add:n gap 5ms }      ~ BULLET
                    - queue orders 2                ~ queue orders 2                ~ BULLET
                    - off lab:/a                    ~ off lab:/a                    ~ BULLET
                    - https://a.example  # why      ~ https://a.example # why       ~ BULLET
                    1. https://a.example            ~ https://a.example             ~ NUMBER
                    1.https://a.example             ~ https://a.example             ~ NUMBER
                    12) lab:/a                      ~ lab:/a                        ~ NUMBER
                    (3) lab:/a                      ~ lab:/a                        ~ NUMBER
                    [4] lab:/a                      ~ lab:/a                        ~ NUMBER
                    [1]: https://a.example          ~ https://a.example             ~ NUMBER
                    b) lab:/a                       ~ lab:/a                        ~ NUMBER
                    > https://a.example             ~ https://a.example             ~ QUOTATION
                    >> > lab:/a                     ~ lab:/a                        ~ QUOTATION
                    "https://a.example",            ~ https://a.example             ~ WRAPPER
                    \u00abhttps://a.example\u00bb   ~ https://a.example             ~ WRAPPER
                    \u201ehttps://a.example\u201c   ~ https://a.example             ~ WRAPPER
                    < https://a.example >           ~ https://a.example             ~ WRAPPER
                    <https://a.example>,            ~ https://a.example             ~ WRAPPER
                    "lab:/a x3"                     ~ lab:/a x3                     ~ WRAPPER
                    "https://a.example/b_(c)",      ~ https://a.example/b_(c)       ~ WRAPPER
                    (https://a.example/b_(c)),      ~ https://a.example/b_(c)       ~ WRAPPER
                    "https://a.example/b_(c)" .     ~ https://a.example/b_(c)       ~ WRAPPER
                    ("http://[::1]")                ~ http://[::1]                  ~ WRAPPER
                    [http://[::1]];                 ~ http://[::1]                  ~ WRAPPER
                    "[::1]",                        ~ [::1]                         ~ WRAPPER
                    ([::1]:8080/x),                 ~ [::1]:8080/x                  ~ WRAPPER
                    https://a.example/b_(c) lab:/b  ~ https://a.example/b_(c) | lab:/b ~ SEVERAL
                    (http://[::1]), 'lab:/b(c)(d)'; ~ http://[::1] | lab:/b(c)(d)   ~ SEVERAL
                    \u201ehttps://a.example\u201c lab:/b ~ https://a.example | lab:/b ~ SEVERAL
                    [md](https://a.example/x)       ~ https://a.example/x           ~ MARKDOWN
                    [issue #5](https://a.example)   ~ https://a.example             ~ MARKDOWN
                    ![i](https://a.example/x.png)   ~ https://a.example/x.png       ~ MARKDOWN
                    [w](https://a.example/b_(c))    ~ https://a.example/b_(c)       ~ MARKDOWN
                    [t](https://a.example "title")  ~ https://a.example             ~ MARKDOWN
                    [t](<https://a.example>)        ~ https://a.example             ~ MARKDOWN
                    [a](lab:/a), [b](lab:/b)        ~ lab:/a | lab:/b               ~ MARKDOWN,SEVERAL
                    - [a](lab:/a) x 3               ~ lab:/a x3                     ~ MARKDOWN,BULLET,COUNT
                    <a href="https://a.example">    ~ https://a.example             ~ HTML
                    <a class=x href='lab:/a'>b</a>  ~ lab:/a                        ~ HTML
                    <li><a href=lab:/a>b # c</a>    ~ lab:/a                        ~ HTML
                    <a href="lab:/a?b=1&amp;c">d</a> ~ lab:/a?b=1&c                 ~ HTML
                    <loc>https://a.example/</loc>   ~ https://a.example/            ~ HTML
                    <p>https://a.example</p> # why  ~ https://a.example # why       ~ HTML
                    https://a.example, https://b.example ~ https://a.example | https://b.example ~ SEVERAL
                    https://a.example https://b.example  ~ https://a.example | https://b.example ~ SEVERAL
                    lab:/a; lab:/b;lab:/c           ~ lab:/a | lab:/b | lab:/c      ~ SEVERAL
                    https://a.example/x,y lab:/b    ~ https://a.example/x,y | lab:/b ~ SEVERAL
                    ["lab:/a", "lab:/b"]            ~ lab:/a | lab:/b               ~ SEVERAL
                    lab:/a lab:/b # why             ~ lab:/a # why | lab:/b         ~ SEVERAL
                    lab:/delay/200 x 3              ~ lab:/delay/200 x3             ~ COUNT
                    lab:/a X 3 # why                ~ lab:/a x3 # why               ~ COUNT
                    lab:/a \u00d7 12                ~ lab:/a x12                    ~ COUNT
                    lab:/a 3x                       ~ lab:/a x3                     ~ COUNT
                    lab:/a -> lab:/b x 3            ~ lab:/a -> lab:/b x3           ~ COUNT
                    """)
    void repairsWhatIsCertain(String written, String lines, String forms) {
        RepairedLine repaired = LineRepair.repair(written);

        assertThat(repaired.lines().stream().map(SiteLine::text).collect(Collectors.joining(" | ")))
                .isEqualTo(lines);
        assertThat(
                        repaired.repairs().stream()
                                .map(repair -> repair.form().name())
                                .collect(Collectors.joining(",")))
                .isEqualTo(forms);
        assertThat(repaired.lines()).extracting(SiteLine::problem).containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            textBlock =
                    """
                    curl https://a.example                             ~ https://a.example ~ ''
                    curl -X POST https://a.example/jobs                ~ https://a.example/jobs ~ POST
                    curl -XDELETE 'https://a.example'                  ~ https://a.example ~ DELETE
                    curl --request PUT --url https://a.example         ~ https://a.example ~ PUT
                    curl 'https://a.example/?a=1&b=2' -H 'x: #1' -d '{"a": 1}' ~ https://a.example/?a=1&b=2 ~ POST
                    curl -sSL -o /dev/null "https://a.example" # why   ~ https://a.example # why ~ ''
                    curl https://a.example -H 'accept: */*' --compressed ~ https://a.example ~ options
                    curl -I https://a.example                          ~ https://a.example ~ HEAD
                    $ curl https://a.example | jq .                    ~ https://a.example ~ ''
                    curl --head https://a.example                      ~ https://a.example ~ HEAD
                    curl -G -d q=1 https://a.example/s                 ~ https://a.example/s ~ options
                    curl -sGd q=1 https://a.example/s                  ~ https://a.example/s ~ options
                    curl --get --data q=1 https://a.example/s          ~ https://a.example/s ~ options
                    curl -G -X PUT -d q=1 https://a.example/s          ~ https://a.example/s ~ PUT
                    curl --json '{}' https://a.example                 ~ https://a.example ~ POST
                    curl 'https://a.example' -H 'a: #1' -H 'b: #2' # c ~ https://a.example # c ~ options
                    curl -d 'a; # b' https://a.example | jq '#' # c #d ~ https://a.example # c #d ~ POST
                    curl https://a.example # as curl https://b.example ~ https://a.example # as curl https://b.example ~ ''
                    curl https://a.example lab:/b                      ~ https://a.example | lab:/b ~ ''
                    """)
    void takesTheAddressOfACommandAndSaysWhatIsLeftOut(String written, String lines, String left) {
        RepairedLine repaired = LineRepair.repair(written);

        assertThat(repaired.lines().stream().map(SiteLine::text).collect(Collectors.joining(" | ")))
                .isEqualTo(lines);
        assertThat(repaired.repairs())
                .contains(new Repair(Repair.Form.CURL, left.equals("''") ? "" : left));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lab:/a ->",
                "lab:/a lab:/b -> lab:/c",
                "lab:/a-> lab:/b",
                "https://a.example ->https://b.example",
                "lock:x { lab:/a",
                "lock:x { lab:/a lab:/b }",
                "lab:/a } x 3",
                "add:n gap",
                "add:n gap5ms",
                "sleep:5ms cpu:5ms",
                "off",
                "off lab:/a off",
                "lab:/a off",
                "lab:/a lab:/b x3",
                "off lab:/a, lab:/b",
                "queue orders x 3",
                "queue orders",
                "x3 lab:/a",
                "lab:/a x0",
                "3 lab:/a",
                "10.0.0.1 a.example",
                "1. Introduction",
                "- Milk and honey",
                "See https://a.example for more",
                "[text](relative/path)",
                "<a href='/x'>y</a>",
                "curl",
                "curl -X POST",
                "curl 'https://a.example",
                "curl https://a.example && curl https://b.example",
                "curl https://a.example; curl.exe -d x https://b.example",
                "curl https://a.example | xargs curl -O",
                "https://a.example/a b",
                "htp://a.example",
                "# - https://a.example",
                "https://a.example/- x",
                "- ",
                ">"
            })
    void leavesAloneWhatIsNotCertain(String written) {
        RepairedLine line = LineRepair.repair(written);

        assertThat(line.isRepaired()).isFalse();
        assertThat(line.lines()).containsExactly(SiteLine.parse(written));
    }

    @Test
    void longLinesOfAnyKindAreReadAtOnce() {
        for (String piece :
                List.of(
                        "[",
                        "(",
                        "<a ",
                        "<a href=",
                        "\"",
                        "- ",
                        "1. ",
                        "> ",
                        "lab:/a ",
                        "lab:/a,")) {
            String text = piece.repeat(3_990 / piece.length()) + " x";
            assertThat(LineRepair.repair(text).isRepaired()).as(piece).isFalse();
        }
    }
}
