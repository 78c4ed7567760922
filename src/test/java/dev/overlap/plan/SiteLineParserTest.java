package dev.overlap.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.RepeatedTries;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class SiteLineParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    https://www.google.com       | https://www.google.com/      | https://www.google.com
                    HTTP://Example.org/A         | http://example.org/A         | http://Example.org/A
                    www.example.org              | https://www.example.org/     | https://www.example.org
                    //example.org/a              | https://example.org/a        | https://example.org/a
                    localhost:8080/a             | https://localhost:8080/a     | https://localhost:8080/a
                    localhost:8080               | https://localhost:8080/      | https://localhost:8080
                    example.org:                 | https://example.org/         | https://example.org
                    http://example.org:0080/     | http://example.org/          | http://example.org:80/
                    http://127.0.0.1:9/x         | http://127.0.0.1:9/x         | http://127.0.0.1:9/x
                    [::1]:8080                   | https://[::1]:8080/          | https://[::1]:8080
                    http://[fe80::1]/a?b         | http://[fe80::1]/a?b         | http://[fe80::1]/a?b
                    http://[fe80::1%eth0]/       | http://[fe80::1%eth0]/       | http://[fe80::1%eth0]/
                    http://[FE80::1%25eth0]:80/  | http://[fe80::1%eth0]/       | http://[FE80::1%25eth0]:80/
                    http://127.1/                | http://127.0.0.1/            | http://127.1/
                    http://my_service.test:81/   | http://my_service.test:81/   | http://my_service.test:81/
                    bücher.example               | https://xn--bcher-kva.example/ | https://bücher.example
                    straße.test                  | https://xn--strae-oqa.test/  | https://straße.test
                    https://例え.テスト/引く     | https://xn--r8jz45g.xn--zckzah/%E5%BC%95%E3%81%8F | https://例え.テスト/引く
                    https://example.org/käse     | https://example.org/k%C3%A4se | https://example.org/käse
                    https://me:pw@example.org/a  | https://me:pw@example.org/a  | https://example.org/a
                    me@example.org               | https://me@example.org/      | https://example.org
                    https://me@a@b.example/      | https://me@a@b.example/      | https://b.example/
                    https://a.example/x@y:z      | https://a.example/x@y:z      | https://a.example/x@y:z
                    https://a.example?q=1        | https://a.example/?q=1       | https://a.example?q=1
                    https://a.example/p#frag     | https://a.example/p          | https://a.example/p#frag
                    https://a.example/%20        | https://a.example/%20        | https://a.example/%20
                    https://a.example/?k[]=1     | https://a.example/?k[]=1     | https://a.example/?k[]=1
                    https://a.example/a/../b/.   | https://a.example/b/         | https://a.example/a/../b/.
                    https://a.example/{id}       | https://a.example/%7Bid%7D   | https://a.example/{id}
                    https://a.example/100%       | https://a.example/100%25     | https://a.example/100%
                    https://a.example\\a\\b      | https://a.example/a/b        | https://a.example\\a\\b
                    """)
    void readsTheAddressOfAPage(String text, String url, String label) {
        LineMeaning.Entry entry = entry(text);
        assertThat(entry.steps().first())
                .isInstanceOfSatisfying(
                        Step.Fetch.class,
                        fetch -> assertThat(spelled((Address.Web) fetch.address())).isEqualTo(url));
        assertThat(entry.steps().label()).isEqualTo(label);
        assertThat(entry).extracting(LineMeaning.Entry::times).isEqualTo(1);
        assertThat(entry.on()).isTrue();
    }

    private static String spelled(Address.Web address) {
        String user = address.url().user();
        String url = address.url().toString();
        return user == null ? url : url.replace("://", "://" + user + "@");
    }

    @ParameterizedTest
    @CsvSource({
        "lab:/delay/300, /delay/300",
        "LAB:/, /",
        "lab:/bytes/10?ms=5, /bytes/10?ms=5",
        "lab:/echo/ü, /echo/%C3%BC"
    })
    void readsAPathOfTheLab(String text, String path) {
        assertThat(entry(text))
                .isEqualTo(
                        new LineMeaning.Entry(
                                StepSequence.of(new Step.Fetch(new Address.Lab(path))), 1, true));
    }

    @ParameterizedTest
    @CsvSource({
        "cpu:1200ms, 1200, cpu:1200ms",
        "cpu:1.2s, 1200, cpu:1200ms",
        "CPU:0001.200S, 1200, cpu:1200ms",
        "Cpu:3.0Ms, 3, cpu:3ms",
        "'cpu:1,2s', 1200, cpu:1200ms",
        "cpu:2min, 120000, cpu:120000ms",
        "cpu:600s, 600000, cpu:600000ms"
    })
    void readsHowLongToCompute(String text, int millis, String label) {
        Step step = entry(text).steps().first();
        assertThat(step).isEqualTo(new Step.Compute(Duration.ofMillis(millis)));
        assertThat(step.label()).isEqualTo(label);
        assertThat(step.target()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "poll:https://a.example/jobs, https://a.example/jobs",
        "POLL:a.example/jobs, https://a.example/jobs",
        "poll:localhost:8080/jobs, https://localhost:8080/jobs",
        "poll:lab:/jobs?takes=400, lab:/jobs?takes=400",
        "poll:http://me:pw@a.example/, http://me:pw@a.example/"
    })
    void readsAJobToPoll(String text, String address) {
        assertThat(entry(text).steps())
                .isEqualTo(StepSequence.of(new Step.Poll(entry(address).steps().first().target())));
    }

    @Test
    void theSecretsOfAPollAreInItsTextAndNotInItsLabel() {
        SiteLine line = SiteLine.parse("poll:http://me:pw@a.example/jobs");
        assertThat(line.entry().steps().label()).isEqualTo("poll:http://a.example/jobs");
        assertThat(SiteLine.of(line.entry()).text()).isEqualTo(line.text());
    }

    @ParameterizedTest
    @CsvSource({
        "lab:/a x3, 3, true",
        "lab:/a  x1, 1, true",
        "lab:/a ×20, 20, true",
        "lab:/a X007, 7, true",
        "lab:/a x100000 # herd, 100000, true",
        "off lab:/a, 1, false",
        "off\tlab:/a\tx2\t#\tno, 2, false",
        "' \u00a0off \ufefflab:/a ', 1, false"
    })
    void readsRepeatsAndOff(String text, int times, boolean on) {
        assertThat(entry(text))
                .isEqualTo(
                        new LineMeaning.Entry(
                                StepSequence.of(new Step.Fetch(new Address.Lab("/a"))), times, on));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\t", "#", "# off https://a.example x3", "  # a # b", "\u3000"})
    void blanksAndCommentsMeanNothing(String text) {
        assertThat(SiteLine.parse(text).meaning()).isEqualTo(new LineMeaning.Nothing());
    }

    @Test
    void aHashInsideAnAddressBeginsNoComment() {
        assertThat(entry("lab:/a#b #c").steps().label()).isEqualTo("lab:/a#b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    htp://typo.example      | Scheme must be http or https, not "htp". Write it as in https://example.org.
                    ftp://a.example         | Scheme must be http or https, not "ftp". Write it as in https://example.org.
                    mailto:me@a.example     | The word before the colon must be http, https, lab, poll, cpu, sleep, lock, permit, add, put or take. Write a user name before the host, as in https://user@example.org.
                    user:pw@a               | The word before the colon must be http, https, lab, poll, cpu, sleep, lock, permit, add, put or take. Write a user name before the host, as in https://user@example.org.
                    https://me:p/w@a.example | A slash in a user name or password must be written as %2F, a ? as %3F and a # as %23.
                    https://me:p?w@a.example | A slash in a user name or password must be written as %2F, a ? as %3F and a # as %23.
                    C:\\sites               | The word before the colon must be http, https, lab, poll, cpu, sleep, lock, permit, add, put or take, not "C". Write it as in https://example.org.
                    http:a.example          | Two slashes must follow the scheme. Write it as in http://example.org.
                    https:/a.example        | Two slashes must follow the scheme. Write it as in https://example.org.
                    poll:                   | The address of a polling API must follow poll:. Write it as in poll:https://example.org/jobs.
                    poll:poll:lab:/jobs     | The address of a polling API must follow poll:. Write it as in poll:https://example.org/jobs.
                    poll:cpu:1s             | The address of a polling API must follow poll:. Write it as in poll:https://example.org/jobs.
                    poll:ftp://a.example    | Scheme must be http or https, not "ftp". Write it as in https://example.org.
                    poll:lab:jobs           | A site of the lab is a path. Write it as in lab:/delay/300.
                    cpu:                    | A computation needs a time and its unit. Write it as in cpu:1200ms or cpu:1.2s.
                    CPU:1200                | A computation needs a time and its unit. Write it as in cpu:1200ms or cpu:1.2s.
                    cpu:-5ms                | A computation needs a time and its unit. Write it as in cpu:1200ms or cpu:1.2s.
                    cpu:2d                  | A computation needs a time and its unit. Write it as in cpu:1200ms or cpu:1.2s.
                    cpu:٣s                  | A computation needs a time and its unit. Write it as in cpu:1200ms or cpu:1.2s.
                    cpu:0ms                 | A computation takes 1 ms to 10 minutes, in whole milliseconds, not "0ms".
                    cpu:0.5ms               | A computation takes 1 ms to 10 minutes, in whole milliseconds, not "0.5ms".
                    cpu:1.2345s             | A computation takes 1 ms to 10 minutes, in whole milliseconds, not "1.2345s".
                    cpu:11min               | A computation takes 1 ms to 10 minutes, in whole milliseconds, not "11min".
                    cpu:600.001s            | A computation takes 1 ms to 10 minutes, in whole milliseconds, not "600.001s".
                    lab:                    | A site of the lab is a path. Write it as in lab:/delay/300.
                    lab:delay/300           | A site of the lab is a path. Write it as in lab:/delay/300.
                    lab://delay/300         | A site of the lab is a path. Write it as in lab:/delay/300.
                    off                     | Write a site after "off", as in off https://example.org, to keep it without running it.
                    off off                 | Write a site after "off", as in off https://example.org, to keep it without running it.
                    off # later             | Write a site after "off", as in off https://example.org, to keep it without running it.
                    https://                | The host is missing. Write it as in https://example.org.
                    /delay/300              | The host is missing. Write it as in https://example.org.
                    https://me@             | The host is missing. Write it as in https://example.org.
                    https://a..b/           | "a..b" is not a host. Write it as in https://example.org or https://[::1]:8080.
                    https://a<b/            | "a<b" is not a host. Write it as in https://example.org or https://[::1]:8080.
                    https://256.1.1.1/      | "256.1.1.1" is not a host. Write it as in https://example.org or https://[::1]:8080.
                    https://[::1            | "[::1" is not a host. Write it as in https://example.org or https://[::1]:8080.
                    https://[::g]/          | "[::g]" is not a host. Write it as in https://example.org or https://[::1]:8080.
                    https://a／b.example/   | "a／b.example" is not a host. Write it as in https://example.org or https://[::1]:8080.
                    https://[::1]8080       | Only a port can follow the brackets. Write it as in https://[::1]:8080.
                    2001:db8::1             | An IPv6 address needs brackets. Write it as in https://[::1]:8080.
                    fe80::1                 | An IPv6 address needs brackets. Write it as in https://[::1]:8080.
                    ::1                     | An IPv6 address needs brackets. Write it as in https://[::1]:8080.
                    https://a.example:0     | The port must be a number from 1 to 65535, not "0".
                    https://a.example:65536 | The port must be a number from 1 to 65535, not "65536".
                    https://a.example:99999999999 | The port must be a number from 1 to 65535, not "99999999999".
                    https://a.example:8o    | The port must be a number from 1 to 65535, not "8o".
                    https://a.example:-1    | The port must be a number from 1 to 65535, not "-1".
                    https://a.example:٨٠    | The port must be a number from 1 to 65535, not "٨٠".
                    a.example:80a           | The port must be a number from 1 to 65535, not "80a".
                    localhost:80a/x         | The port must be a number from 1 to 65535, not "80a".
                    https://a.example/a b   | Write -> between two steps, %20 for a space in an address, and a # before a comment.
                    https://a.example x 3   | Write xN once, at the end of the line, for all of its steps.
                    x3 x3 x3                | Write xN once, at the end of the line, for all of its steps.
                    lab:/a xyz              | Write -> between two steps, %20 for a space in an address, and a # before a comment.
                    lab:/a x                | A line can be repeated x1 to x100000, not "x".
                    lab:/a x0               | A line can be repeated x1 to x100000, not "x0".
                    lab:/a x-1              | A line can be repeated x1 to x100000, not "x-1".
                    lab:/a x2.5             | A line can be repeated x1 to x100000, not "x2.5".
                    lab:/a x100001          | A line can be repeated x1 to x100000, not "x100001".
                    lab:/a x99999999999999  | A line can be repeated x1 to x100000, not "x99999999999999".
                    """)
    void saysWhatIsWrongAndWhatWouldBeRight(String text, String sentence) {
        assertThat(SiteLine.parse(text).problem()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "'lab:/a\0b', U+0000",
        "'lab:/\u001b[31m', U+001B",
        "'https://a.example/\ud800', U+D800",
        "'https://a.example/\udc00x', U+DC00",
        "'https://a\u200b.example/', U+200B",
        "'https://a.example/\u202egpj', U+202E"
    })
    void namesTheCharacterThatNobodySees(String text, String character) {
        assertThat(SiteLine.parse(text).problem())
                .isEqualTo(
                        "There is an invisible character in the address, "
                                + character
                                + ". Remove it.");
    }

    @Test
    void sentencesQuoteShortlyAndNeverWhatATerminalWouldObey() {
        assertThat(SiteLine.parse("lab:/a x0" + "\u001b" + "0".repeat(1_000)).problem())
                .isEqualTo(
                        "A line can be repeated x1 to x100000, not \"x0\ufffd"
                                + "0".repeat(37)
                                + "...\".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " ",
                "#",
                "x",
                "%",
                ":",
                "/",
                "@",
                "[",
                "é",
                "off ",
                "a.",
                "a b x3 #",
                "\t#",
                "日"
            })
    void aHundredThousandCharactersAreReadAtOnce(String piece) {
        String text = "https://" + piece.repeat(100_000 / piece.length());
        RepeatedTries.holdsOnce(
                () -> {
                    long begun = System.nanoTime();
                    assertThat(SiteLine.parse(text).text()).isEqualTo(text);
                    assertThat(Duration.ofNanos(System.nanoTime() - begun))
                            .isLessThan(Duration.ofSeconds(1));
                });
    }

    @Test
    void aPasswordIsKeptForTheRequestAndNeverShown() {
        LineMeaning.Entry entry = entry("https://me:s3cret@a.example:81/x");
        assertThat(entry.steps().label()).doesNotContain("me", "s3cret");
        assertThat(entry.steps().first())
                .isInstanceOfSatisfying(
                        Step.Fetch.class,
                        fetch ->
                                assertThat(((Address.Web) fetch.address()).url().user())
                                        .isEqualTo("me:s3cret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0ann:pw", "00", "1", "$1:$2", "a\\b"})
    void aUserNameIsPrintedAsItWasTyped(String user) {
        String text = "https://" + user.replace("\\", "%5C") + "@example.org";
        assertThat(SiteLine.of(entry(text)).text()).isEqualTo(text);
    }

    private static LineMeaning.Entry entry(String text) {
        SiteLine line = SiteLine.parse(text);
        assertThat(line.problem()).isNull();
        return line.entry();
    }
}
