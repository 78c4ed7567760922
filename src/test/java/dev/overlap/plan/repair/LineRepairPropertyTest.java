package dev.overlap.plan.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.LineMeaning;
import dev.overlap.plan.SiteLine;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tests properties of repairs, with many random lines from fixed seeds. */
class LineRepairPropertyTest {

    private static final int LINES = 10_000;

    /** Dirt around addresses, steps and words, in any order. */
    private static final List<String> PIECES =
            List.of(
                    "- ",
                    "* ",
                    "1. ",
                    "> ",
                    "\"",
                    "'",
                    "<",
                    ">",
                    "(",
                    ")",
                    "[",
                    "]",
                    "[a](",
                    "curl ",
                    "-X POST ",
                    "<a href=\"",
                    "\">b</a>",
                    "<li>",
                    ", ",
                    "; ",
                    ",",
                    "\t",
                    "|",
                    " ",
                    " ",
                    "x 3",
                    " x3",
                    " 3x",
                    "off ",
                    "->",
                    " -> ",
                    " { ",
                    " } ",
                    "{",
                    "}",
                    " gap 5ms",
                    "lock:a",
                    "permit:b/2",
                    "add:n",
                    "put:q",
                    "queue q 2",
                    "sleep:5ms",
                    "cpu:5ms",
                    "https://a.example",
                    "https://b.example/x,y",
                    "https://b.example/x_(y)",
                    "http://[::1]",
                    "lab:/delay/3",
                    "www.c.example",
                    "poll:lab:/jobs",
                    "10.0.0.1",
                    "word",
                    "#",
                    " # why",
                    "\\",
                    "{id}",
                    "@",
                    "\u00d7 2");

    private static Stream<String> lines() {
        Random random = new Random(14);
        return IntStream.range(0, LINES)
                .mapToObj(
                        _ ->
                                IntStream.range(0, 1 + random.nextInt(6))
                                        .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                                        .collect(Collectors.joining()));
    }

    @Test
    void whatIsUnderstoodIsNeverChanged() {
        List<String> understood =
                lines().filter(text -> SiteLine.parse(text).problem() == null).toList();

        assertThat(understood).hasSizeGreaterThan(LINES / 20);
        assertThat(understood)
                .allSatisfy(
                        text ->
                                assertThat(LineRepair.repair(text))
                                        .isEqualTo(
                                                new RepairedLine(
                                                        text,
                                                        List.of(SiteLine.parse(text)),
                                                        List.of())));
    }

    @Test
    void whatIsRepairedIsUnderstoodAndAnythingElseIsAsItWas() {
        List<RepairedLine> repaired =
                lines().map(LineRepair::repair).filter(RepairedLine::isRepaired).toList();

        assertThat(repaired.size()).isGreaterThan(LINES / 40);
        assertThat(repaired)
                .allSatisfy(
                        line ->
                                assertThat(line.lines())
                                        .isNotEmpty()
                                        .noneMatch(it -> it.problem() != null)
                                        .noneMatch(
                                                it -> it.meaning() instanceof LineMeaning.Nothing));
        assertThat(lines().map(LineRepair::repair).filter(line -> !line.isRepaired()))
                .allSatisfy(
                        line ->
                                assertThat(line.lines())
                                        .containsExactly(SiteLine.parse(line.written())));
    }

    @Test
    void aRepairKeepsTheWordsOfSteps() {
        assertThat(lines().map(LineRepair::repair).filter(RepairedLine::isRepaired))
                .allSatisfy(
                        line -> {
                            assertThat(words(text(line)))
                                    .as(line.written())
                                    .containsAll(stepWords(line.written()));
                        });
    }

    @Test
    void aRepairKeepsTheBracketsOfAnAddress() {
        List<String> addresses = List.of("https://b.example/x_(y)", "http://[::1]");
        List<String> wraps =
                List.of("\"%s\",", "(%s);", "<%s>,", "[%s],", "'%s'.", "((%s))", "%s lab:/");

        for (String address : addresses) {
            for (String wrap : wraps) {
                assertThat(LineRepair.repair(wrap.formatted(address)).lines().getFirst().text())
                        .isEqualTo(address);
            }
        }
    }

    /** The words of steps, outside of what a repair replaces by its addresses. */
    private static List<String> stepWords(String text) {
        boolean isReplaced = Stream.of("curl ", "<a", "](").anyMatch(text::contains);
        return words(isReplaced ? "" : text).stream()
                .filter(List.of("->", "{", "}", "gap", "off", "queue")::contains)
                .toList();
    }

    private static List<String> words(String text) {
        return List.of(text.substring(0, SiteLine.comment(text, 0)).split("\\s+"));
    }

    @Test
    void aCommentStays() {
        assertThat(
                        lines().filter(text -> text.indexOf('#') < 0)
                                .filter(text -> LineRepair.repair(text).isRepaired()))
                .allSatisfy(
                        text ->
                                assertThat(text(LineRepair.repair(text + " # it is \u00a71")))
                                        .as(text)
                                        .contains("# it is \u00a71"));
    }

    @Test
    void aRepairedLineNeedsNoOther() {
        assertThat(lines().map(LineRepair::repair).filter(RepairedLine::isRepaired))
                .allSatisfy(
                        line ->
                                assertThat(LineRepair.repair(line.lines().getFirst().text()))
                                        .returns(false, RepairedLine::isRepaired));
    }

    private static String text(RepairedLine line) {
        return line.lines().stream().map(SiteLine::text).collect(Collectors.joining("\n"));
    }
}
