package dev.overlap.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMemo;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.metrics.FinishedRun;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

import java.util.List;

/** Tests the numbers of runs whose tasks share something. */
@ExtendWith(ApplicationExtension.class)
class StatisticsPaneTest {

    private StatisticsPane pane;
    private FxRobot robot;

    @BeforeEach
    void load(FxRobot given) {
        robot = given;
        robot.interact(() -> pane = new StatisticsPane());
    }

    private void show(Trace trace, ExpectedOutcomes expected) {
        MomentStatistics statistics =
                MomentStatistics.of(TraceMoment.at(trace, -1), new TraceMemo<>(FinishedRun::of))
                        .with(List.of(), expected);
        robot.interact(() -> pane.show(statistics));
    }

    private Node node(String id) {
        return pane.lookup("#" + id);
    }

    private String number(String id) {
        return ((Label) node("number-" + id)).getText();
    }

    private boolean shows(String id) {
        return node("number-" + id).getParent().isVisible();
    }

    /** Two tasks that sleep inside a lock; more may share other things. */
    private static TraceBuilder inLock() {
        TraceBuilder builder = TraceBuilder.of("a", "b");
        int lock = builder.addResource("account", ResourceTrack.Type.LOCK, 1);
        builder.hold(lock, 0, 0, 0, 200).hold(lock, 1, 10, 200, 400);
        builder.enter(0, Phase.PAUSE, 0).end(0, new Outcome.Done(), 250);
        return builder.enter(1, Phase.BLOCKED, 10).enter(1, Phase.PAUSE, 200);
    }

    @Test
    void whatWasHeldIsBesideWhatBoundsTheList() {
        Trace trace = inLock().end(1, new Outcome.Done(), 450).finished();
        show(trace, new ExpectedOutcomes(0, 0, 2));
        assertThat(number("longest")).isEqualTo("250 ms");
        assertThat(number("bound")).isEqualTo("400 ms, steps inside lock account, alone");
        assertThat(number("held")).isEqualTo("400 ms of 450 ms, lock account");
        assertThat(number("done")).isEqualTo("2 of 2");
        assertThat(List.of(shows("answered"), shows("computed"))).containsOnly(false);
        assertThat(number("work")).isEqualTo("500 ms");
    }

    @Test
    void runsThatShareNothingHaveNoSuchRows() {
        show(inLock().end(1, new Outcome.Done(), 450).finished(), new ExpectedOutcomes(0, 0, 2));
        show(TraceBuilder.of("a").answered(0, 200, 10).finished(), new ExpectedOutcomes(1, 0, 0));
        assertThat(List.of(shows("bound"), shows("held"), shows("done"))).containsOnly(false);
    }

    @Test
    void aSequentialRunIsOfferedOnlyIfItCanMeasure() {
        show(inLock().failed(1, FailureKind.RESET, 450).finished(), ExpectedOutcomes.NONE);
        assertThat(number("work")).isEqualTo("\u2013");
        assertThat(node("measure-gain").isVisible()).isTrue();

        TraceBuilder queue = inLock();
        queue.addResource("orders", ResourceTrack.Type.QUEUE, 1);
        show(queue.end(1, new Outcome.Done(), 450).finished(), ExpectedOutcomes.NONE);
        assertThat(number("work")).as("it has a queue").isEqualTo("\u2013");
        assertThat(node("measure-gain").isVisible()).isFalse();
    }

    @Test
    void everyRowIsExplainedInTwoSentencesAtMost() {
        List<Labeled> names =
                pane.lookupAll(".number-line").stream()
                        .map(line -> (Labeled) ((Parent) line).getChildrenUnmodifiable().getFirst())
                        .toList();
        assertThat(names)
                .hasSizeGreaterThan(15)
                .allSatisfy(
                        name -> {
                            assertThat(name.getTooltip()).as(name.getText()).isNotNull();
                            String meaning = name.getTooltip().getText();
                            assertThat(meaning).endsWith(".");
                            assertThat(meaning.split("\\. ")).hasSizeLessThanOrEqualTo(2);
                        });
    }

    @Test
    void latenessOfTheLabIsShownOnlyWhereThereIsOne() {
        Exchange late = Exchange.begin(0, 0, "/").replied("HTTP/1.1", 200, 303, 300);
        TraceBuilder builder = TraceBuilder.of("a").enter(0, Phase.WAIT, 0).note(0, late);
        show(builder.answered(0, 200, 310).finished(), new ExpectedOutcomes(1, 0, 0));
        assertThat(number("lab-late")).isEqualTo("3.0 ms");

        show(inLock().end(1, new Outcome.Done(), 450).finished(), ExpectedOutcomes.NONE);
        assertThat(shows("lab-late")).isFalse();
    }
}
