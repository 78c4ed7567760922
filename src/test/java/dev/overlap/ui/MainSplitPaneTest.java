package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.persistence.WindowPreferences;
import dev.overlap.persistence.WindowState;
import dev.overlap.ui.MainSplitPane.Side;

import javafx.scene.layout.Region;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

import java.util.Set;

/** Checks the panes of a new window after previous preferences. */
@ExtendWith(ApplicationExtension.class)
class MainSplitPaneTest {

    private final Region sites = new Region();
    private final Region centre = new Region();
    private final Region details = new Region();

    @Test
    void areAllVisibleForANewUser() {
        MainSplitPane mainSplitPane = panes(WindowPreferences.DEFAULT);

        assertThat(mainSplitPane.getItems()).containsExactly(sites, centre, details);
    }

    @Test
    void areHiddenAndDividedAsSaved() {
        WindowPreferences left =
                WindowPreferences.DEFAULT.divided(0.3, 0.6).withHidden(Set.of("sites"));
        MainSplitPane mainSplitPane = panes(left);

        assertThat(mainSplitPane.isShown(Side.SITES)).isFalse();
        assertThat(mainSplitPane.getItems()).containsExactly(centre, details);
        assertThat(mainSplitPane.getDividerPositions()).containsExactly(0.6);
        mainSplitPane.toggle(Side.SITES);
        assertThat(mainSplitPane.getDividerPositions()).containsExactly(0.3, 0.6);
    }

    private MainSplitPane panes(WindowPreferences preferences) {
        return new MainSplitPane(
                sites,
                centre,
                details,
                new WindowStateHolder(WindowState.DEFAULT.withLooks(preferences), _ -> {}));
    }
}
