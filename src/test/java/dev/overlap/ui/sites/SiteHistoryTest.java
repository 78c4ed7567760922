package dev.overlap.ui.sites;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;

import org.junit.jupiter.api.Test;

import java.util.Set;

class SiteHistoryTest {

    private final SiteHistory history = new SiteHistory(SiteList.parse("a.example\nb.example\n"));
    private final SiteEdits edits = new SiteEdits(history);

    @Test
    void undoRevertsOneEditAndRedoReappliesIt() {
        edits.remove(Set.of(0));
        edits.replace(0, SiteLine.parse("c.example"));

        edits.undo();
        assertThat(text()).isEqualTo("b.example\n");
        edits.undo();
        assertThat(text()).isEqualTo("a.example\nb.example\n");
        edits.redo();
        edits.redo();
        assertThat(text()).isEqualTo("c.example\n");
    }

    @Test
    void newEditClearsTheRedoSteps() {
        edits.remove(Set.of(0));
        edits.undo();
        edits.toggle(Set.of(1));
        edits.redo();

        assertThat(text()).isEqualTo("a.example\noff b.example\n");
    }

    @Test
    void editThatChangesNothingRecordsNoStep() {
        edits.remove(Set.of(1));
        edits.replace(0, SiteLine.parse("a.example"));
        edits.undo();

        assertThat(text()).isEqualTo("a.example\nb.example\n");
    }

    @Test
    void lastHundredEditsCanBeUndone() {
        for (int i = 1; i <= 102; i++) {
            edits.replace(0, SiteLine.parse(i + ".example"));
        }
        for (int i = 101; i >= 2; i--) {
            edits.undo();
            assertThat(text()).startsWith(i + ".example\n");
        }
        edits.undo();
        assertThat(text()).startsWith("2.example\n");
    }

    @Test
    void pastedTextIsInsertedLineByLine() {
        int added = edits.insert(1, "# two\n\nhtp://typo.example\n");

        assertThat(added).isEqualTo(3);
        assertThat(text()).isEqualTo("a.example\n# two\n\nhtp://typo.example\nb.example\n");
    }

    @Test
    void movingBeyondTheEndsDoesNothing() {
        assertThat(edits.move(Set.of(0), -1)).isZero();
        assertThat(edits.move(Set.of(1), 1)).isEqualTo(1);
        assertThat(edits.move(Set.of(0), 1)).isEqualTo(1);
        assertThat(text()).isEqualTo("b.example\na.example\n");
    }

    @Test
    void severalRowsAreRemovedInOneStep() {
        edits.remove(Set.of(0, 1));
        assertThat(text()).isEmpty();
        edits.undo();
        assertThat(text()).isEqualTo("a.example\nb.example\n");
    }

    private String text() {
        return history.list().text();
    }
}
