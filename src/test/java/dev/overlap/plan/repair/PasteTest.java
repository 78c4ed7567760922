package dev.overlap.plan.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.SiteLine;
import dev.overlap.testkit.RepeatedTries;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class PasteTest {

    @Test
    void aColumnOfACsvFileIsTakenAndItsHeadIsAComment() {
        assertThat(
                        sites(
                                """
                                name of site,url,ms
                                "One, two",https://a.example/x,300
                                Three,"https://b.example",20\
                                """))
                .containsExactly(
                        "# name of site,url,ms", "https://a.example/x", "https://b.example");
    }

    @Test
    void aColumnOfASpreadsheetIsTaken() {
        assertThat(sites("1\thttps://a.example\tok\n2\thttps://b.example\t\n"))
                .containsExactly("https://a.example", "https://b.example");
    }

    @Test
    void aTableOfMarkdownIsTaken() {
        assertThat(sites("| a site | url |\n|---|---|\n| a | lab:/a |\n| b | lab:/b |\n"))
                .containsExactly("# | a site | url |", "# |---|---|", "lab:/a", "lab:/b");
    }

    @Test
    void oneLineWithCommasIsNoTable() {
        assertThat(sites("See, https://a.example, for more")).hasSize(1);
        assertThat(Paste.of("See, https://a.example, for more").lines().getFirst().isRepaired())
                .isFalse();
    }

    @Test
    void rowsThatAreUnderstoodStayEvenInATable() {
        assertThat(sites("https://a.example,x,1\nname,https://b.example,2\nz,https://c.example,3"))
                .startsWith("https://a.example,x,1");
    }

    @Test
    void aCommandOfSeveralLinesIsOneSite() {
        assertThat(
                        sites(
                                """
                                curl 'https://a.example/x' \\
                                  -H 'accept: */*' \\
                                  --data-raw 'a=1' ;
                                lab:/b
                                curl 'https://c.example' \\\
                                """))
                .containsExactly("https://a.example/x", "lab:/b", "https://c.example");
    }

    @Test
    void linesKeepTheirOrderCommentsAndBlankLines() {
        assertThat(sites("\n# head\n\n- lab:/a\nwhat is this\nlab:/b lab:/c\n\n"))
                .containsExactly("# head", "", "lab:/a", "what is this", "lab:/b", "lab:/c");
    }

    @Test
    void manyDirtyLinesAreReadInLinearTime() {
        String text =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "- https://h" + i + ".example/x x 2")
                        .collect(Collectors.joining("\n"));
        assertThat(readInTime(text).lines()).allMatch(RepairedLine::isRepaired);
    }

    @Test
    void manySignsOfCommentsInACommandAreReadInLinearTime() {
        String line = "curl 'https://a.example/ " + " #".repeat(1_950) + "\n";

        assertThat(readInTime(line.repeat(1_000)).lines()).noneMatch(RepairedLine::isRepaired);
    }

    private static Paste readInTime(String text) {
        AtomicReference<Paste> read = new AtomicReference<>();
        RepeatedTries.holdsOnce(
                () -> {
                    long begun = System.nanoTime();
                    read.set(Paste.of(text));
                    assertThat(Duration.ofNanos(System.nanoTime() - begun))
                            .isLessThan(Duration.ofSeconds(10));
                });
        return read.get();
    }

    private static List<String> sites(String text) {
        return Paste.of(text).sites().stream().map(SiteLine::text).toList();
    }
}
