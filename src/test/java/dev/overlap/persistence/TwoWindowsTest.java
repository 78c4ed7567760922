package dev.overlap.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

@Timeout(60)
class TwoWindowsTest {

    private static final WindowState A = States.listing("a.example");
    private static final WindowState B = States.listing("b.example");

    @TempDir Path folder;

    private RestoredState open() {
        return StateLoader.open(States.folders(folder));
    }

    private void savedAt(String name, long millis) throws IOException {
        Files.setLastModifiedTime(folder.resolve(name), FileTime.fromMillis(millis));
    }

    /** Uses and closes two windows, the one with {@link #B} last. */
    private void useTwo() throws IOException {
        try (StateStore first = open().store();
                StateStore second = open().store()) {
            second.save(B);
            first.save(A);
        }
        savedAt("state.json", 1_000);
        savedAt("state-2.json", 2_000);
    }

    @Test
    void aSecondWindowBeginsWithACopyAndSavesBesideTheFirst() {
        try (StateStore first = open().store()) {
            first.save(A);
            RestoredState second = open();
            assertThat(second.state()).isEqualTo(A);
            assertThat(second.sentences()).isEmpty();
            assertThat(second.otherLists()).isZero();
            assertThat(second.store().save(B))
                    .isEqualTo(new SaveResult.Kept(folder.resolve("state-2.json")));
            assertThat(first.save(A)).isEqualTo(new SaveResult.Kept(folder.resolve("state.json")));
            second.store().close();
        }
    }

    @Test
    void furtherWindowsDoNotCoverTheOthersExactly() {
        WindowState placed = A.withLooks(WindowPreferences.DEFAULT.placed(100, 50, 1_280, 800));
        List<RestoredState> open = new ArrayList<>();
        for (int window = 0; window < 3; window++) {
            RestoredState next = open();
            next.store().save(window == 0 ? placed : next.state());
            open.add(next);
        }
        assertThat(open.subList(1, 3))
                .extracting(window -> window.state().preferences().bounds())
                .containsExactly(
                        new WindowBounds(132, 82, 1_280, 800),
                        new WindowBounds(164, 114, 1_280, 800));
        open.forEach(window -> window.store().close());
        assertThat(open().state().preferences().bounds())
                .as("alone, where it was")
                .isEqualTo(new WindowBounds(164, 114, 1_280, 800));
    }

    @Test
    void theNewerOfTwoListsComesBackFirstAndTheOtherInASecondWindow() throws IOException {
        useTwo();
        RestoredState first = open();
        assertThat(first.state()).isEqualTo(B);
        assertThat(first.otherLists()).isEqualTo(1);
        RestoredState second = open();
        assertThat(second.state()).isEqualTo(A);
        assertThat(second.otherLists()).isZero();
        first.store().close();
        second.store().close();
    }

    @Test
    void eachWindowSavesWhereItsListCameFrom() throws IOException {
        useTwo();
        try (StateStore window = open().store()) {
            assertThat(window.save(B))
                    .isEqualTo(new SaveResult.Kept(folder.resolve("state-2.json")));
        }
        assertThat(WindowStateJson.read(Files.readAllBytes(folder.resolve("state.json"))).state())
                .isEqualTo(A);
    }

    @Test
    void aListThatIsEmptyOrTheSameWaitsForNobody() throws IOException {
        useTwo();
        Files.write(folder.resolve("state.json"), WindowStateJson.write(States.listing("", " ")));
        savedAt("state.json", 1_000);
        Files.write(folder.resolve("state-3.json"), WindowStateJson.write(B));
        savedAt("state-3.json", 1_000);
        RestoredState window = open();
        assertThat(window.state()).isEqualTo(B);
        assertThat(window.otherLists()).isZero();
        window.store().close();
    }

    @Test
    void rubbishOfALivingWindowIsNotTouched() throws IOException {
        try (StateStore _ = open().store()) {
            Files.writeString(folder.resolve("state.json"), "rubbish");
            RestoredState second = open();
            assertThat(second.state()).isEqualTo(WindowState.DEFAULT);
            second.store().close();
        }
        assertThat(folder.resolve("state.json")).hasContent("rubbish");
    }

    @Test
    void moreWindowsThanAnybodyCanUseStillWork() {
        List<RestoredState> windows =
                IntStream.range(0, StateFile.MAX_SLOTS + 1).mapToObj(_ -> open()).toList();
        RestoredState last = windows.getLast();
        assertThat(last.sentences()).singleElement().asString().contains("too many windows");
        assertThat(last.store().save(A)).isInstanceOf(SaveResult.NotKept.class);
        List<SaveResult> saved = new ArrayList<>();
        windows.forEach(window -> saved.add(window.store().save(A)));
        assertThat(saved)
                .filteredOn(SaveResult.Kept.class::isInstance)
                .doesNotHaveDuplicates()
                .hasSize(StateFile.MAX_SLOTS);
        windows.forEach(window -> window.store().close());
    }

    @Test
    void aWindowOfAnotherProcessIsLeftAloneWhileItLives() throws IOException {
        try (SavingProcess _ = SavingProcess.start(folder)) {
            RestoredState mine = open();
            assertThat(mine.state()).isIn(SavingProcess.Large.ONE, SavingProcess.Large.TWO);
            assertThat(mine.sentences()).isEmpty();
            for (int edit = 0; edit < 50; edit++) {
                assertThat(mine.store().save(edit % 2 == 0 ? A : B))
                        .isEqualTo(new SaveResult.Kept(folder.resolve("state-2.json")));
            }
            mine.store().close();
        }
        assertThat(WindowStateJson.read(Files.readAllBytes(folder.resolve("state.json"))).state())
                .isIn(SavingProcess.Large.ONE, SavingProcess.Large.TWO);
        assertThat(WindowStateJson.read(Files.readAllBytes(folder.resolve("state-2.json"))).state())
                .isEqualTo(B);
    }

    /** On POSIX systems closing the file again in this process would drop the lock. */
    @Test
    void aSecondTryInOneProcessDoesNotGiveTheLockAway() throws IOException {
        try (StateStore first = open().store()) {
            first.save(A);
            open().store().close();
            try (SavingProcess _ = SavingProcess.start(folder)) {
                assertThat(folder.resolve("state-2.json")).exists();
            }
        }
        assertThat(WindowStateJson.read(Files.readAllBytes(folder.resolve("state.json"))).state())
                .isEqualTo(A);
    }
}
