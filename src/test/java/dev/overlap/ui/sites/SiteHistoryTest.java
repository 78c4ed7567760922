package dev.overlap.ui.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;
import dev.overlap.runtime.LabRouteTable;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

class SiteHistoryTest {

    private static final String LONG = "long.example/with/a/path\n".repeat(700);

    private final SiteHistory history = new SiteHistory(SiteList.parse("a.example\nb.example\n"));
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Deque<Runnable> inbox = new ArrayDeque<>();
    private final SiteEdits edits =
            new SiteEdits(history, new LabRouteTable(), background::add, inbox::add);

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
        AtomicInteger inserted = new AtomicInteger();
        edits.insert(1, "# two\n\nhtp://typo.example\n", (_, lines) -> inserted.set(lines));

        assertThat(inserted).as("a short text at once").hasValue(3);
        assertThat(text()).isEqualTo("a.example\n# two\n\nhtp://typo.example\nb.example\n");
    }

    @Test
    void longTextIsReadInTheBackgroundAndEachPasteInsertedInItsTurn() {
        edits.insert(
                1, LONG, (row, lines) -> assertThat(lines + " at " + row).isEqualTo("700 at 1"));
        edits.insert(0, "short.example", (_, _) -> {});
        assertThat(text()).as("while the first is read").isEqualTo("a.example\nb.example\n");
        assertThat(edits.readingProperty().get()).isTrue();

        background.removeLast().run();
        inbox.remove().run();
        assertThat(text()).as("the second waits").isEqualTo("a.example\nb.example\n");
        background.remove().run();
        inbox.remove().run();
        assertThat(text()).isEqualTo("short.example\na.example\n" + LONG + "b.example\n");
        assertThat(edits.readingProperty().get()).isFalse();
    }

    @Test
    void undoDropsAPasteThatIsStillRead() {
        edits.insert(1, LONG, (_, _) -> fail("it was dropped"));
        edits.undo();
        background.remove().run();
        inbox.remove().run();
        assertThat(text()).isEqualTo("a.example\nb.example\n");
        assertThat(edits.readingProperty().get()).isFalse();
        assertThat(edits.undoable()).isNull();
    }

    @Test
    void whatIsStillReadIsInTheListBeforeItIsRunOrReplaced() {
        edits.insert(2, LONG, (_, _) -> {});
        background.remove().run();
        edits.finishReading();
        assertThat(text()).isEqualTo("a.example\nb.example\n" + LONG);
        inbox.remove().run();
        assertThat(text()).as("once").isEqualTo("a.example\nb.example\n" + LONG);
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
