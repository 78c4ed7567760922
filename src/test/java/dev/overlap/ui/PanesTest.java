package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.state.Looks;
import dev.overlap.state.State;
import dev.overlap.ui.Panes.Side;

import javafx.scene.layout.Region;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

import java.util.Set;

/** The panes of a window that is opened after another one. */
@ExtendWith(ApplicationExtension.class)
class PanesTest {

    private final Region sites = new Region();
    private final Region centre = new Region();
    private final Region details = new Region();

    @Test
    void areAllThereForANewUser() {
        Panes panes = panes(Looks.DEFAULT);

        assertThat(panes.getItems()).containsExactly(sites, centre, details);
    }

    @Test
    void areHiddenAndDividedAsTheyWereLeft() {
        Looks left = Looks.DEFAULT.divided(0.3, 0.6).withHidden(Set.of("sites"));
        Panes panes = panes(left);

        assertThat(panes.isShown(Side.SITES)).isFalse();
        assertThat(panes.getItems()).containsExactly(centre, details);
        assertThat(panes.getDividerPositions()).containsExactly(0.6);
        panes.toggle(Side.SITES);
        assertThat(panes.getDividerPositions()).containsExactly(0.3, 0.6);
    }

    private Panes panes(Looks looks) {
        return new Panes(
                sites, centre, details, new Memory(State.DEFAULT.withLooks(looks), _ -> {}));
    }
}
