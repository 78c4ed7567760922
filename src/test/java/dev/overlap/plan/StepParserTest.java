package dev.overlap.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.address.Address;
import dev.overlap.plan.address.WebUrl;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Collections;
import java.util.Locale;

class StepParserTest {

    private static final Step FETCH = new Step.Fetch(new Address.Lab("/a"));

    @Test
    void readsEveryKindOfStep() {
        assertThat(steps("lab:/a -> poll:lab:/a -> cpu:1s -> cpu:120ms/10 -> sleep:200ms"))
                .isEqualTo(
                        StepSequence.of(
                                FETCH,
                                new Step.Poll(new Address.Lab("/a")),
                                new Step.Compute(Duration.ofSeconds(1)),
                                new Step.Compute(Duration.ofMillis(120), 10),
                                new Step.Sleep(Duration.ofMillis(200))));
        assertThat(steps("put:orders -> take:orders -> add:n -> add:n/10000000 gap 1.5s"))
                .isEqualTo(
                        StepSequence.of(
                                new Step.Put("orders"),
                                new Step.Take("orders"),
                                new Step.Add("n", 1, Duration.ZERO),
                                new Step.Add("n", 10_000_000, Duration.ofMillis(1500))));
    }

    @Test
    void bracesHoldTheStepsOfALockOrAPermit() {
        assertThat(steps("lock:a { permit:db/3 { lab:/a } -> lab:/a } -> lab:/a"))
                .isEqualTo(
                        StepSequence.of(
                                new Step.Lock(
                                        "a",
                                        StepSequence.of(
                                                new Step.Permit("db", 3, StepSequence.of(FETCH)),
                                                FETCH)),
                                FETCH));
    }

    @Test
    void offStandsInFrontAndRepeatsAtTheEndOfTheWholeLine() {
        SiteLine line = SiteLine.parse("off lock:a { lab:/a } -> lab:/a x3 # comment -> {");
        assertThat(line.entry().on()).isFalse();
        assertThat(line.entry().times()).isEqualTo(3);
        assertThat(line.entry().steps().label()).isEqualTo("lock:a { lab:/a } -> lab:/a");
        assertThat(line.switched(true).text())
                .isEqualTo("lock:a { lab:/a } -> lab:/a x3 # comment -> {");
    }

    /** Words of their own have blanks around them; inside a word they belong to it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://h/a->b",
                "http://h/{id}",
                "http://h/{id}/->",
                "https://gap",
                "https://x3",
                "http://h/}",
                "lab:/gap",
                "lab:/x3"
            })
    void marksInsideAnAddressBelongToIt(String address) {
        assertThat(steps(address).label()).isEqualTo(address);
        assertThat(steps("lock:a { " + address + " } -> " + address).label())
                .isEqualTo("lock:a { " + address + " } -> " + address);
    }

    /** These are hosts today, and stay so. */
    @ParameterizedTest
    @CsvSource({
        "queue, https://queue, 1",
        "queue x3, https://queue, 3",
        "off queue x3, https://queue, 3",
        "gap, https://gap, 1",
        "x3 x3, https://x3, 3",
        "add, https://add, 1",
        "sleep:80@example.org, https://example.org, 1",
        "add:5pw@example.org, https://example.org, 1",
        "poll:sleep:8080, poll:https://sleep:8080, 1",
        "\u017fleep:80, https://\u017fleep:80, 1",
        "ta\u212ae:80, https://ta\u212ae:80, 1"
    })
    void whatWasAHostBeforeThereWereStepsStaysOne(String text, String label, int times) {
        LineMeaning.Entry entry = SiteLine.parse(text).entry();
        assertThat(entry.steps().label()).isEqualTo(label);
        assertThat(entry.times()).isEqualTo(times);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sleep:8080",
                "add:80",
                "lock:80",
                "put:80/a",
                "take:80",
                "permit:80/2",
                "lock:80 { lab:/a }",
                "<add:80>",
                "SLEEP:8080 x3"
            })
    void aHostThatNowReadsAsAStepIsToldHowToBeWritten(String text) {
        String host = text.replaceAll("[<>]| .*", "");
        assertThat(problem(text))
                .endsWith(" If a host is meant, write https://" + host + ".")
                .hasSizeGreaterThan(60);
        assertThat(SiteLine.parse("https://" + host).entry()).isNotNull();
    }

    @Test
    void aWordWithoutAPortMeansTheNameOnly() {
        assertThat(problem("lock:")).endsWith(" If a host is meant, write https://lock.");
        assertThat(problem("sleep:soon")).doesNotContain("host");
    }

    @ParameterizedTest
    @CsvSource({
        "lock:a{ lab:/a }, {",
        "lock:a {lab:/a }, {",
        "lock:a { lab:/a}, }",
        "lock:a { http://h/{id}}, }",
        "lock:a { lab:/a }-> lab:/b, ->",
        "lock:a { lab:/a }x3, }",
        "permit:a/2{ lab:/a }, {",
        "lab:/a-> lab:/b, ->",
        "lab:/a ->lab:/b, ->",
        "cpu:5ms->lab:/b, ->",
        "put:q->take:q, ->",
        "add:n gap5ms, gap",
        "add:n gap 5ms->lab:/a, ->",
        "sleep:5msx3, x3",
        "cpu:1s/10x20, x20",
        "add:n gap 5ms\u00d73, \u00d73"
    })
    void aMissingBlankIsTold(String text, String mark) {
        assertThat(problem(text)).isEqualTo("Put blanks around " + mark + ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    lab:/a ->                   | Write a step after ->, as in lab:/delay/300 -> cpu:100ms.
                    lab:/a -> # later           | Write a step after ->, as in lab:/delay/300 -> cpu:100ms.
                    lab:/a -> x3                | Write a step after ->, as in lab:/delay/300 -> cpu:100ms.
                    lab:/a -> -> lab:/b         | Write a step after ->, as in lab:/delay/300 -> cpu:100ms.
                    lock:a { lab:/a -> }        | Write a step after ->, as in lab:/delay/300 -> cpu:100ms.
                    -> lab:/a                   | Write a step before ->, as in lab:/delay/300 -> cpu:100ms.
                    off -> lab:/a               | Write a step before ->, as in lab:/delay/300 -> cpu:100ms.
                    lock:a {                    | Write a step after {, as in lock:account { lab:/delay/300 }.
                    lock:a { }                  | Write a step after {, as in lock:account { lab:/delay/300 }.
                    lock:a { -> lab:/a }        | Write a step after {, as in lock:account { lab:/delay/300 }.
                    lock:a { # }                | Write a step after {, as in lock:account { lab:/delay/300 }.
                    lock:a { lab:/a             | A } is missing. Each { needs one.
                    lock:a { lab:/a x3          | A } is missing. Each { needs one.
                    lab:/a }                    | There is no { for this }. Remove it, or write both.
                    } lab:/a                    | There is no { for this }. Remove it, or write both.
                    lock:a { lab:/a } }         | There is no { for this }. Remove it, or write both.
                    { lab:/a }                  | Braces follow a lock or a permit, as in lock:account { lab:/delay/300 }.
                    lab:/a { lab:/b }           | Braces follow a lock or a permit, as in lock:account { lab:/delay/300 }.
                    lab:/a -> { lab:/b }        | Braces follow a lock or a permit, as in lock:account { lab:/delay/300 }.
                    lock:a                      | A lock needs steps in braces. Write it as in lock:account { lab:/delay/300 }.
                    lock:a -> lab:/a            | A lock needs steps in braces. Write it as in lock:account { lab:/delay/300 }.
                    permit:a/2 x3               | A permit needs steps in braces. Write it as in permit:db/3 { lab:/delay/300 }.
                    lab:/a lab:/b               | Write -> between two steps, %20 for a space in an address, and a # before a comment.
                    lock:a { lab:/a lab:/b }    | Write -> between two steps, %20 for a space in an address, and a # before a comment.
                    http://h/{id} lab:/b        | Write -> between two steps, %20 for a space in an address, and a # before a comment.
                    lab:/a x3 -> lab:/b         | Write xN once, at the end of the line, for all of its steps.
                    lock:a { lab:/a x3 }        | Write xN once, at the end of the line, for all of its steps.
                    lock:a { x3 }               | Write xN once, at the end of the line, for all of its steps.
                    lab:/a x3 x3                | Write xN once, at the end of the line, for all of its steps.
                    lab:/a -> off lab:/b        | Write off once, at the start of the line, for all of its steps.
                    lock:a { off lab:/b }       | Write off once, at the start of the line, for all of its steps.
                    lab:/a off                  | Write off once, at the start of the line, for all of its steps.
                    lab:/a gap 5ms              | A gap belongs to an add, as in add:hits gap 5ms.
                    add:n gap                   | A gap needs a time and its unit. Write it as in add:hits gap 5ms.
                    add:n gap 5                 | A gap needs a time and its unit. Write it as in add:hits gap 5ms.
                    add:n gap -> lab:/a         | A gap needs a time and its unit. Write it as in add:hits gap 5ms.
                    lock:a { add:n gap }        | A gap needs a time and its unit. Write it as in add:hits gap 5ms.
                    add:n gap 0ms               | A gap takes 1 ms to 10 minutes, in whole milliseconds, not "0ms".
                    sleep:200                   | A sleep needs a time and its unit. Write it as in sleep:200ms or sleep:1.5s. If a host is meant, write https://sleep:200.
                    sleep:11min                 | A sleep takes 1 ms to 10 minutes, in whole milliseconds, not "11min".
                    cpu:1s/1                    | A computation has 2 to 1000 pieces, not "1".
                    cpu:1s/1001                 | A computation has 2 to 1000 pieces, not "1001".
                    cpu:1s/                     | A computation has 2 to 1000 pieces, not "".
                    add:n/0                     | A step adds 1 to 10000000 times, not "0".
                    add:n/10000001              | A step adds 1 to 10000000 times, not "10000001".
                    permit:a { lab:/a }         | A permit needs its number of places. Write it as in permit:db/3.
                    permit:a/0 { lab:/a }       | A permit has 1 to 1000 places, not "0".
                    permit:a/1001 { lab:/a }    | A permit has 1 to 1000 places, not "1001".
                    lock:a { lock:a { lab:/a } } | a is held already; Python's Lock would wait for itself here.
                    lock:a { permit:b/2 { lock:a { lab:/a } } } | a is held already; Python's Lock would wait for itself here.
                    permit:b/2 { permit:b/2 { lab:/a } } | b is held already; tasks that ask for a second place can all wait for each other here.
                    lock:a { add:a }            | a is a lock in this line already. A name has one kind, so give this counter another.
                    put:a -> permit:a/2 { lab:/a } | a is a queue in this line already. A name has one kind, so give this permit another.
                    permit:a/2 { lab:/a } -> permit:a/1 { lab:/a } | a has 2 places in this line already. A permit has one number of places, so write permit:a/2 here too.
                    """)
    void saysWhatIsWrongAndWhatWouldBeRight(String text, String sentence) {
        assertThat(problem(text)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "_a", "-a", "\u00e4", "a.b", "a:b", "a\u200b"})
    void aNameIsALetterAndWhatFollowsIt(String name) {
        assertThat(problem("put:" + name))
                .startsWith(
                        "A name begins with a letter from A to Z, followed by up to 31 letters,"
                                + " digits, - and _. Write it as in put:orders.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lab:/a -> x.com",
                "lab:/a -> x1.example.org -> cpu:5ms",
                "lock:a { x.com }",
                "lab:/a -> x:8080"
            })
    void aHostMayBeginLikeACount(String text) {
        assertThat(steps(text).targets())
                .anyMatch(
                        to ->
                                to instanceof Address.Web(WebUrl url, _)
                                        && url.host().startsWith("x"));
    }

    @Test
    void aNameHasUpTo32CharactersAndItsCaseCounts() {
        String longest = "A-b_9".repeat(6) + "xy";
        assertThat(
                        steps(
                                "lock:"
                                        + longest
                                        + " { lock:"
                                        + longest.toLowerCase(Locale.ROOT)
                                        + " { lab:/a } }"))
                .isNotNull();
        assertThat(problem("put:" + longest + "z")).startsWith("A name begins with a letter");
    }

    @Test
    void aLineHasAtMost32StepsWithThoseAroundOthers() {
        String chain = String.join(" -> ", Collections.nCopies(30, "lab:/a"));
        assertThat(steps("lock:a { " + chain + " } -> lab:/a").flat()).hasSize(32);
        assertThat(problem("lock:a { " + chain + " } -> lab:/a -> lab:/a"))
                .isEqualTo("A line has at most 32 steps.");
        assertThat(problem("lock:a { lab:/a -> " + chain + " -> lab:/a } -> off"))
                .isEqualTo("A line has at most 32 steps.");
    }

    @Test
    void bracesAreAtMostEightDeep() {
        assertThat(steps(nested(8)).flat()).hasSize(9);
        assertThat(problem(nested(9))).isEqualTo("Braces are at most 8 deep.");
        assertThat(problem(nested(100_000))).isEqualTo("Braces are at most 8 deep.");
    }

    private static String nested(int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            text.append("lock:a").append(i).append(" { ");
        }
        return text + "lab:/a" + " }".repeat(depth);
    }

    @ParameterizedTest
    @CsvSource({"queue orders 4, orders, 4", "' queue\t a-1  100000 # c', a-1, 100000"})
    void readsTheSizeOfAQueue(String text, String name, int size) {
        assertThat(SiteLine.parse(text).meaning()).isEqualTo(new LineMeaning.Queue(name, size));
        assertThat(SiteLine.parse(text).switched(false).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    queue orders                | A queue has a name and a size. Write it as in queue orders 4.
                    queue orders 4 5            | A queue has a name and a size. Write it as in queue orders 4.
                    queue orders 4 -> lab:/a    | A queue has a name and a size. Write it as in queue orders 4.
                    queue 4 orders              | A name begins with a letter from A to Z, followed by up to 31 letters, digits, - and _. Write it as in queue orders 4.
                    queue orders 0              | A queue holds 1 to 100000 items, not "0".
                    queue orders 100001         | A queue holds 1 to 100000 items, not "100001".
                    queue orders four           | A queue holds 1 to 100000 items, not "four".
                    off queue orders 4          | A queue is declared and not run, so it has no off and no xN. Write it as in queue orders 4.
                    queue orders 4 x3           | A queue is declared and not run, so it has no off and no xN. Write it as in queue orders 4.
                    queue orders x3             | A queue is declared and not run, so it has no off and no xN. Write it as in queue orders 4.
                    """)
    void saysWhatIsWrongWithAQueue(String text, String sentence) {
        assertThat(problem(text)).isEqualTo(sentence);
    }

    private static StepSequence steps(String text) {
        SiteLine line = SiteLine.parse(text);
        assertThat(line.problem()).as(text).isNull();
        return line.entry().steps();
    }

    private static String problem(String text) {
        SiteLine line = SiteLine.parse(text);
        assertThat(line.problem()).as(text).isNotNull();
        return line.problem();
    }
}
