package dev.overlap.ui.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;

import org.junit.jupiter.api.Test;

import java.util.List;

class PresenterPlacementTest {

    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1440, 900);
    private static final Rectangle2D BEAMER = new Rectangle2D(1440, 0, 1280, 800);
    private static final Rectangle2D ON_BEAMER = new Rectangle2D(1500, 0, 1200, 780);

    @Test
    void opensOnTheScreenWithoutTheMainWindow() {
        Rectangle2D place = PresenterPlacement.place(List.of(LAPTOP, BEAMER), ON_BEAMER, null);

        assertThat(LAPTOP.contains(place)).isTrue();
        Rectangle2D other =
                PresenterPlacement.place(
                        List.of(LAPTOP, BEAMER), new Rectangle2D(10, 10, 1000, 800), null);
        assertThat(BEAMER.contains(other)).isTrue();
    }

    @Test
    void fitsOnTheOnlyScreen() {
        assertThat(BEAMER.contains(PresenterPlacement.place(List.of(BEAMER), ON_BEAMER, null)))
                .isTrue();
        Rectangle2D small = new Rectangle2D(0, 0, 400, 300);
        assertThat(small.contains(PresenterPlacement.place(List.of(small), small, null))).isTrue();
    }

    @Test
    void opensWhereItWasIfThatIsOnAScreen() {
        Rectangle2D last = new Rectangle2D(1700, 40, 500, 600);

        assertThat(PresenterPlacement.place(List.of(LAPTOP, BEAMER), ON_BEAMER, last))
                .isEqualTo(last);
        assertThat(LAPTOP.contains(PresenterPlacement.place(List.of(LAPTOP), LAPTOP, last)))
                .as("the screen it was on is unplugged")
                .isTrue();
    }

    @Test
    void placeIsKeptAsText() {
        Rectangle2D left = new Rectangle2D(-1200, 30, 500, 600);

        assertThat(PresenterPlacement.read(PresenterPlacement.write(left))).isEqualTo(left);
        assertThat(PresenterPlacement.read("")).isNull();
        assertThat(PresenterPlacement.read("1 2 0 600")).isNull();
        assertThat(PresenterPlacement.read("NaN 2 3 4")).isNull();
    }
}
