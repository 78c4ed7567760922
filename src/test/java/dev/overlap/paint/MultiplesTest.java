package dev.overlap.paint;

import static dev.overlap.testkit.Comparisons.atOnce;
import static dev.overlap.testkit.Comparisons.entry;
import static dev.overlap.testkit.Comparisons.failing;
import static dev.overlap.testkit.Comparisons.finished;
import static dev.overlap.testkit.Comparisons.going;
import static dev.overlap.testkit.Comparisons.live;
import static dev.overlap.testkit.Comparisons.oneByOne;
import static dev.overlap.testkit.Comparisons.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import dev.overlap.compare.Comparison;
import dev.overlap.compare.Entry;
import dev.overlap.compare.Guesses;
import dev.overlap.compare.Order;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.RecordingSurface.Kind;
import dev.overlap.testkit.RecordingSurface.Shape;
import dev.overlap.testkit.RecordingSurface.Words;
import dev.overlap.testkit.Story;
import dev.overlap.trace.Phase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class MultiplesTest {

    private static final long MILLI = 1_000_000;
    private static final Sheet SHEET = new Sheet(1_200, 700, 1, Theme.LIGHT);

    private final RecordingSurface surface = new RecordingSurface();
    private final MultiplesPainter painter = new MultiplesPainter(RecordingSurface.METRICS);

    private MultiplesLayout paint(Comparison comparison) {
        return paint(Multiples.of(comparison));
    }

    private MultiplesLayout paint(Multiples shown) {
        MultiplesLayout layout = painter.paint(surface, shown, SHEET);
        assertThat(surface.openClips()).isZero();
        return layout;
    }

    private Words word(String text) {
        return surface.words().stream()
                .filter(words -> words.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not among " + surface.texts()));
    }

    private static Comparison two() {
        return finished(
                1,
                entry("sequential", "Sequential", oneByOne(2, 100)),
                entry("event-loop", "Event loop", atOnce(2, 100)));
    }

    @Test
    void partsShareTheRoomThereIsUntilBarsWouldOnlyBeThick() {
        Comparison eight =
                finished(
                        1,
                        entry("sequential", "Sequential", oneByOne(8, 100)),
                        entry("event-loop", "Event loop", atOnce(8, 100)));
        Multiples shown = Multiples.of(eight);
        double high = painter.layout(shown, SHEET).partOf(0).height();
        Sheet lower = new Sheet(1_200, 400, 1, Theme.LIGHT);
        Sheet endless = new Sheet(1_200, 5_000, 1, Theme.LIGHT);
        assertThat(painter.layout(shown, lower).partOf(0).height()).isLessThan(high);
        assertThat(painter.layout(shown, endless).partOf(0).height()).isBetween(high, 300.0);
    }

    @Test
    void speedUpIsMeasuredAgainstTheRunThatWentOneByOne() {
        paint(two());
        assertThat(surface.texts())
                .contains(
                        "1.0 \u00d7",
                        "2.0 \u00d7",
                        "longest task, alone: 100 ms",
                        "one after another, measured: 200 ms")
                .doesNotContain("derived");
    }

    @Test
    void withoutSuchARunItIsNamedAsDerived() {
        paint(finished(1, entry("event-loop", "Event loop", atOnce(2, 100))));
        assertThat(surface.texts())
                .contains("\u2248 2.0 \u00d7", "derived")
                .noneMatch(text -> text.contains("measured"));
    }

    @Test
    void whileTheRunThatWentOneByOneIsStillToComeNoSpeedUpIsDerived() {
        paint(
                going(
                        1,
                        entry("event-loop", "Event loop", atOnce(2, 100)),
                        waiting("sequential", "Sequential")));
        assertThat(surface.texts())
                .contains("waits for its turn")
                .noneMatch(text -> text.endsWith("\u00d7"));
    }

    @Test
    void allPartsShareOneTimeAxis() {
        MultiplesLayout layout = paint(two());
        List<Shape> fast = waitsIn(layout.partOf(1));
        List<Shape> slow = waitsIn(layout.partOf(0));

        assertThat(fast).hasSize(2);
        assertThat(slow).hasSize(2);
        double begin = layout.xOf(0);
        double middle = layout.xOf(100 * MILLI);
        double end = layout.xOf(200 * MILLI);
        assertThat(end - middle).isCloseTo(middle - begin, within(0.01));
        fast.forEach(bar -> assertReaches(bar, begin, middle));
        assertReaches(slow.get(0), begin, middle);
        assertReaches(slow.get(1), middle, end);
    }

    private List<Shape> waitsIn(Band part) {
        return surface.fills(Theme.LIGHT.of(Phase.WAIT)).stream()
                .filter(shape -> part.contains(shape.middle()))
                .toList();
    }

    /** But for rounding to the grid of the screen. */
    private static void assertReaches(Shape bar, double left, double right) {
        assertThat(bar.x()).isCloseTo(left, within(1.5));
        assertThat(bar.right()).isCloseTo(right, within(1.5));
    }

    @Test
    void fastestStandsOnTopUnlessTheListOrderIsAskedFor() {
        MultiplesLayout sorted = paint(two());
        assertThat(sorted.indices()).containsExactly(1, 0);
        assertThat(paint(Multiples.of(two()).sortedBy(Order.LIST)).indices()).containsExactly(0, 1);
    }

    @Test
    void spreadReachesFromTheShortestRunToTheLongestWithTheMedianInIt() {
        MultiplesLayout layout =
                paint(
                        finished(
                                3,
                                entry(
                                        "threads",
                                        "Threads",
                                        atOnce(2, 140),
                                        atOnce(2, 100),
                                        atOnce(2, 110))));
        Shape spread =
                surface.fills(Theme.LIGHT.spread()).stream()
                        .filter(shape -> shape.width() > 2)
                        .findFirst()
                        .orElseThrow();
        assertThat(spread.x()).isEqualTo(layout.scale().edge(100 * MILLI));
        assertThat(spread.right()).isEqualTo(layout.scale().edge(140 * MILLI) + 2);
        assertThat(surface.fills(Theme.LIGHT.text()))
                .as("the wall of the rows and the median of the spread")
                .extracting(Shape::x)
                .containsOnly(layout.scale().edge(110 * MILLI));
        assertThat(surface.texts()).contains("110 ms", "100 to 140 ms");
    }

    @Test
    void aSingleRunHasNoSpread() {
        paint(two());
        assertThat(surface.fills(Theme.LIGHT.spread())).isEmpty();
        assertThat(surface.texts()).noneMatch(text -> text.contains(" to "));
    }

    @Test
    void columnsThatSayNothingAreLeftOut() {
        paint(two());
        assertThat(surface.texts())
                .contains("wall", "speed-up", "threads", "in flight", "CPU", "0.02 s")
                .doesNotContain("processes", "failed");
        paint(finished(1, entry("threads", "Threads", failing(3, 50))));
        assertThat(word("failed").argb()).isEqualTo(Theme.LIGHT.quietText());
        assertThat(surface.texts()).contains("of 3");
        assertThat(surface.words())
                .filteredOn(words -> words.argb() == Theme.LIGHT.failure())
                .extracting(Words::text)
                .containsExactly("3");
    }

    @Test
    void guessStandsWhereItWasMadeAndSaysHowFarOffItWas() {
        Guesses guesses = new Guesses(Map.of("event-loop", 300 * MILLI));
        MultiplesLayout layout = paint(Multiples.of(two()).guessing(guesses));
        assertThat(surface.texts()).contains("guess 300 ms: 3.0 \u00d7 too long");
        Band part = layout.partOf(1);
        assertThat(surface.shapes(Kind.DASHED))
                .filteredOn(shape -> shape.argb() == Theme.LIGHT.guess())
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.x()).isEqualTo(layout.scale().edge(300 * MILLI) + 0.5);
                            assertThat(part.contains(line.middle())).isTrue();
                        });
    }

    @Test
    void guessThatIsFarTooLongIsPointedToAndDoesNotHideTheRun() {
        Guesses guesses = new Guesses(Map.of("event-loop", 3_600_000 * MILLI));
        MultiplesLayout layout = paint(Multiples.of(two()).guessing(guesses));
        assertThat(layout.shownWindow().endNanos()).isLessThan(1_000 * MILLI);
        assertThat(surface.texts()).anyMatch(text -> text.endsWith("too long \u2192"));
    }

    @Test
    void guessBeforeAnyRunHasNoVerdictAndAnAxisToBeDraggedOn() {
        Comparison before = going(1, waiting("event-loop", "Event loop"));
        assertThat(paint(before).shownWindow().endNanos()).isEqualTo(10_000 * MILLI);
        Guesses guesses = new Guesses(Map.of("event-loop", 1_200 * MILLI));
        paint(Multiples.of(before).guessing(guesses));
        assertThat(surface.texts()).contains("guess 1.2 s", "waits for its turn");
    }

    @Test
    void runThatGoesOnIsDrawnToThePresentOnAnAxisThatGrowsInSteps() {
        Story story = Story.of("a", "b").enter(0, Phase.WAIT, 0).enter(1, Phase.WAIT, 0);
        MultiplesLayout layout = paint(going(2, live("threads", "Threads", story.live())));
        assertThat(layout.shownWindow()).isEqualTo(Window.live(1));
        assertThat(surface.texts()).contains("so far", "run 1 of 2");
        assertThat(surface.fills(Theme.LIGHT.text())).as("no wall yet").isEmpty();
    }

    @Test
    void pointIsInThePartThatIsDrawnThereAtTheInstantOfTheAxis() {
        MultiplesLayout layout = paint(two());
        Band part = layout.partOf(0);
        var under = layout.hit(layout.xOf(150 * MILLI) + 0.01, part.middle());
        assertThat(under).isNotNull();
        assertThat(under.index()).isZero();
        assertThat(under.entry().variant().name()).isEqualTo("Sequential");
        assertThat(under.nanos()).isBetween(149 * MILLI, 151 * MILLI);
        assertThat(layout.hit(20, part.middle()).nanos()).as("beside the plot").isEqualTo(-1);
        assertThat(layout.hit(20, 5)).as("in the legend").isNull();
        assertThat(layout.hit(600, 699)).as("under the parts").isNull();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "9,12", "10,1000", "3,10000"})
    void anyNumberOfPartsAndTasksKeepsItsTextsOnTheSheetAndItsRowsInTheirPart(
            int parts, int tasks) {
        Entry[] entries =
                IntStream.range(0, parts)
                        .mapToObj(
                                i ->
                                        entry(
                                                "m" + i,
                                                "A model with a rather long name, number " + i,
                                                oneByOne(tasks, 1)))
                        .toArray(Entry[]::new);
        MultiplesLayout layout = paint(Multiples.of(finished(1, entries)).saying("So it is."));
        assertThat(layout.mostScroll()).as("all parts fit in 700 units").isZero();
        assertThat(surface.words())
                .allSatisfy(
                        words -> {
                            assertThat(words.left()).as(words.text()).isGreaterThanOrEqualTo(0);
                            assertThat(words.right()).as(words.text()).isLessThanOrEqualTo(1_200);
                            assertThat(words.baseline()).as(words.text()).isLessThan(700);
                        });
        long bars = surface.fills(Theme.LIGHT.of(Phase.WAIT)).size();
        assertThat(bars).isLessThanOrEqualTo((PartPlace.MOST_ROWS + 1L) * parts);
        assertThat(surface.texts()).contains("So it is.");
        boolean cut =
                surface.texts().stream()
                        .anyMatch(text -> text.matches("(.* )?[0-9]+ of [0-9,]+ shown"));
        assertThat(cut).isEqualTo(tasks > PartPlace.MOST_ROWS);
    }

    @Test
    void whatDoesNotFitScrollsBetweenTheAxisAndTheWordsOfTheMarks() {
        Entry[] entries =
                IntStream.range(0, 10)
                        .mapToObj(i -> entry("m" + i, "Model " + i, atOnce(3, 100 + i)))
                        .toArray(Entry[]::new);
        Multiples shown = Multiples.of(finished(1, entries));
        Sheet low = new Sheet(1_000, 300, 1, Theme.DARK);
        MultiplesLayout top = painter.paint(surface, shown, low);
        assertThat(top.mostScroll()).isPositive();
        var first = top.hit(100, top.view().top() + 1);
        assertThat(first.index()).isZero();
        MultiplesLayout end =
                painter.layout(
                        new Multiples(
                                shown.comparison(), Order.WALL, Guesses.NONE, "", -1, 1e9, null),
                        low);
        assertThat(end.scroll()).isEqualTo(end.mostScroll());
        assertThat(end.hit(100, end.view().bottom() - 1).index()).isEqualTo(9);
        assertThat(surface.texts()).doesNotContain("Model 9");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "90,60", "400,2000", "3000,80"})
    void noSheetIsTooSmallOrTooOdd(double width, double height) {
        Guesses guesses = new Guesses(Map.of("event-loop", 300 * MILLI));
        Multiples shown = Multiples.of(two()).guessing(guesses).saying("One two three four five.");
        Sheet sheet = new Sheet(width, height, 0.5, Theme.DARK);
        assertThatCode(() -> painter.paint(surface, shown, sheet)).doesNotThrowAnyException();
    }
}
