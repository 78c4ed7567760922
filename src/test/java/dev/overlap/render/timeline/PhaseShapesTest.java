package dev.overlap.render.timeline;

import static dev.overlap.testkit.RecordingSurface.ShapeKind.DOTTED;
import static dev.overlap.testkit.RecordingSurface.ShapeKind.FILL;
import static dev.overlap.testkit.RecordingSurface.ShapeKind.HATCH;
import static dev.overlap.testkit.RecordingSurface.ShapeKind.OUTLINE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.render.CompactPhaseBrush;
import dev.overlap.render.PhaseBrush;
import dev.overlap.render.Theme;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.RecordingSurface.Shape;
import dev.overlap.testkit.RecordingSurface.ShapeKind;
import dev.overlap.trace.Phase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** Checks that each phase has its shape, legible without colour, and its colour in each theme. */
class PhaseShapesTest {

    private static final double HEIGHT = 20;
    private static final double MIDDLE = 100;

    private final RecordingSurface surface = new RecordingSurface();

    private List<Shape> painted(Phase phase, Theme theme) {
        new PhaseBrush(surface, theme).paint(phase, 50, MIDDLE, 200, HEIGHT);
        return surface.shapes();
    }

    private static boolean isAround(Shape shape, double height) {
        return shape.x() == 50
                && shape.width() == 200
                && shape.middle() == MIDDLE
                && shape.height() == height;
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED, FILL, 2",
        "READY, HATCH, 20",
        "BLOCKED, OUTLINE, 20",
        "LEASE, OUTLINE, 8",
        "DNS, FILL, 12",
        "CONNECT, FILL, 12",
        "TLS, FILL, 12",
        "SEND, FILL, 12",
        "WAIT, FILL, 20",
        "RECEIVE, FILL, 20",
        "COMPUTE, FILL, 20",
        "PAUSE, DOTTED, 0",
    })
    void everyPhaseHasItsShapeInTheColourOfItsTheme(
            Phase phase, ShapeKind shapeKind, double height) {
        for (Theme theme : Theme.values()) {
            surface.shapes().clear();
            Shape shape = painted(phase, theme).getFirst();
            assertThat(shape.kind()).isEqualTo(shapeKind);
            assertThat(shape).matches(it -> isAround(it, height));
            assertThat(shape.argb()).isEqualTo(theme.of(phase));
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void onlyReadyHasABorderedHatchAndOnlyBarsABorderOfTheirOwn(Theme theme) {
        for (Phase phase : EnumSet.complementOf(EnumSet.of(Phase.BLOCKED, Phase.AWAIT))) {
            surface.shapes().clear();
            List<Shape> shapes = painted(phase, theme);
            ShapeKind first = shapes.getFirst().kind();
            boolean bordered = (first == FILL && phase != Phase.QUEUED) || phase == Phase.READY;
            assertThat(shapes).as(phase.words()).hasSize(bordered ? 2 : 1);
            int ink = phase == Phase.READY ? theme.of(phase) : theme.border(theme.of(phase));
            assertThat(shapes.subList(1, shapes.size()))
                    .allMatch(it -> it.kind() == OUTLINE && it.argb() == ink)
                    .allMatch(it -> isAround(it, shapes.getFirst().height()));
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void awaitingOtherTasksIsTwoThinLinesAsFarApartAsTheBoxOfALease(Theme theme) {
        Shape box = painted(Phase.LEASE, theme).getFirst();
        surface.shapes().clear();
        int ink = theme.of(Phase.AWAIT);

        assertThat(painted(Phase.AWAIT, theme))
                .containsExactly(
                        new Shape(FILL, box.x(), box.y() + 0.5, box.width(), 0, ink),
                        new Shape(
                                FILL, box.x(), box.y() + box.height() - 0.5, box.width(), 0, ink));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void blockedHasAFrameTwiceAsThickAsTheBoxOfALease(Theme theme) {
        assertThat(painted(Phase.BLOCKED, theme))
                .containsExactly(
                        new Shape(OUTLINE, 50, 90, 200, 20, theme.of(Phase.BLOCKED)),
                        new Shape(OUTLINE, 51, 91, 198, 18, theme.of(Phase.BLOCKED)));
        surface.shapes().clear();
        assertThat(painted(Phase.LEASE, theme)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED, FILL, 1",
        "READY, HATCH, 6",
        "BLOCKED, OUTLINE, 6",
        "LEASE, DASHED, 0",
        "CONNECT, FILL, 6",
        "WAIT, FILL, 6",
        "RECEIVE, FILL, 6",
        "COMPUTE, FILL, 6",
        "AWAIT, FILL, 0",
        "PAUSE, DOTTED, 0",
    })
    void inALowRowWorkIsABarAndWaitingALineAndOnlyReadyIsHatched(
            Phase phase, ShapeKind shapeKind, double height) {
        for (Theme theme : Theme.values()) {
            surface.shapes().clear();
            new CompactPhaseBrush(surface, theme).paint(phase, 50, MIDDLE, 200, 6);
            assertThat(surface.shapes())
                    .singleElement()
                    .matches(it -> it.kind() == shapeKind && it.argb() == theme.of(phase))
                    .matches(it -> isAround(it, height));
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyPauseIsDottedAndOnlyReadyIsHatchedInRowsOfAnyHeight(Phase phase) {
        boolean dots = painted(phase, Theme.LIGHT).getFirst().kind() == DOTTED;
        assertThat(dots).isEqualTo(phase == Phase.PAUSE);
        new CompactPhaseBrush(surface, Theme.LIGHT).paint(phase, 50, MIDDLE, 200, 6);
        assertThat(surface.shapes(HATCH)).hasSize(phase == Phase.READY ? 2 : 0);
    }

    /** All phases that are not filled bars, and the kinds of shape that they are made of. */
    @Test
    void whatIsNotWorkHasAFormOfItsOwnInRowsOfAnyHeight() {
        List<Phase> quiet =
                List.of(Phase.QUEUED, Phase.READY, Phase.BLOCKED, Phase.LEASE, Phase.PAUSE);
        List<List<Object>> high = new ArrayList<>();
        List<List<Object>> low = new ArrayList<>();
        for (Phase phase : quiet) {
            surface.shapes().clear();
            high.add(form(painted(phase, Theme.LIGHT)));
            surface.shapes().clear();
            new CompactPhaseBrush(surface, Theme.LIGHT).paint(phase, 50, MIDDLE, 200, 6);
            low.add(form(surface.shapes()));
        }
        assertThat(high).doesNotHaveDuplicates();
        assertThat(low).doesNotHaveDuplicates();
    }

    /** The shapes without their colours. */
    private static List<Object> form(List<Shape> shapes) {
        return shapes.stream()
                .flatMap(shape -> Stream.<Object>of(shape.kind(), shape.height()))
                .toList();
    }
}
