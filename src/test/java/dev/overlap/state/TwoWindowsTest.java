package dev.overlap.state;

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

    private static final State A = States.listing("a.example");
    private static final State B = States.listing("b.example");

    @TempDir Path folder;

    private Opened open() {
        return Store.open(States.folders(folder));
    }

    private void savedAt(String name, long millis) throws IOException {
        Files.setLastModifiedTime(folder.resolve(name), FileTime.fromMillis(millis));
    }

    /** Two windows were used and closed, that with {@link #B} last. */
    private void useTwo() throws IOException {
        try (Store first = open().store();
                Store second = open().store()) {
            second.save(B);
            first.save(A);
        }
        savedAt("state.json", 1_000);
        savedAt("state-2.json", 2_000);
    }

    @Test
    void aSecondWindowBeginsWithACopyAndSavesBesideTheFirst() {
        try (Store first = open().store()) {
            first.save(A);
            Opened second = open();
            assertThat(second.state()).isEqualTo(A);
            assertThat(second.sentences()).isEmpty();
            assertThat(second.otherLists()).isZero();
            assertThat(second.store().save(B))
                    .isEqualTo(new Saved.Kept(folder.resolve("state-2.json")));
            assertThat(first.save(A)).isEqualTo(new Saved.Kept(folder.resolve("state.json")));
            second.store().close();
        }
    }

    @Test
    void theNewerOfTwoListsComesBackFirstAndTheOtherInASecondWindow() throws IOException {
        useTwo();
        Opened first = open();
        assertThat(first.state()).isEqualTo(B);
        assertThat(first.otherLists()).isEqualTo(1);
        Opened second = open();
        assertThat(second.state()).isEqualTo(A);
        assertThat(second.otherLists()).isZero();
        first.store().close();
        second.store().close();
    }

    @Test
    void eachWindowSavesWhereItsListCameFrom() throws IOException {
        useTwo();
        try (Store window = open().store()) {
            assertThat(window.save(B)).isEqualTo(new Saved.Kept(folder.resolve("state-2.json")));
        }
        assertThat(StateJson.read(Files.readAllBytes(folder.resolve("state.json"))).state())
                .isEqualTo(A);
    }

    @Test
    void aListThatIsEmptyOrTheSameWaitsForNobody() throws IOException {
        useTwo();
        Files.write(folder.resolve("state.json"), StateJson.write(States.listing("", " ")));
        savedAt("state.json", 1_000);
        Files.write(folder.resolve("state-3.json"), StateJson.write(B));
        savedAt("state-3.json", 1_000);
        Opened window = open();
        assertThat(window.state()).isEqualTo(B);
        assertThat(window.otherLists()).isZero();
        window.store().close();
    }

    @Test
    void rubbishOfALivingWindowIsNotTouched() throws IOException {
        try (Store _ = open().store()) {
            Files.writeString(folder.resolve("state.json"), "rubbish");
            Opened second = open();
            assertThat(second.state()).isEqualTo(State.DEFAULT);
            second.store().close();
        }
        assertThat(folder.resolve("state.json")).hasContent("rubbish");
    }

    @Test
    void moreWindowsThanAnybodyCanUseStillWork() {
        List<Opened> windows = IntStream.range(0, Slot.MOST + 1).mapToObj(_ -> open()).toList();
        Opened last = windows.getLast();
        assertThat(last.sentences()).singleElement().asString().contains("too many windows");
        assertThat(last.store().save(A)).isInstanceOf(Saved.NotKept.class);
        List<Saved> saved = new ArrayList<>();
        windows.forEach(window -> saved.add(window.store().save(A)));
        assertThat(saved)
                .filteredOn(Saved.Kept.class::isInstance)
                .doesNotHaveDuplicates()
                .hasSize(Slot.MOST);
        windows.forEach(window -> window.store().close());
    }

    @Test
    void aWindowOfAnotherProcessIsLeftAloneWhileItLives() throws IOException {
        try (SavingChild _ = SavingChild.start(folder)) {
            Opened mine = open();
            assertThat(mine.state()).isIn(SavingChild.Large.ONE, SavingChild.Large.TWO);
            assertThat(mine.sentences()).isEmpty();
            for (int edit = 0; edit < 50; edit++) {
                assertThat(mine.store().save(edit % 2 == 0 ? A : B))
                        .isEqualTo(new Saved.Kept(folder.resolve("state-2.json")));
            }
            mine.store().close();
        }
        assertThat(StateJson.read(Files.readAllBytes(folder.resolve("state.json"))).state())
                .isIn(SavingChild.Large.ONE, SavingChild.Large.TWO);
        assertThat(StateJson.read(Files.readAllBytes(folder.resolve("state-2.json"))).state())
                .isEqualTo(B);
    }

    /** A system that follows POSIX would drop the lock when this process closes the file again. */
    @Test
    void aSecondTryInOneProcessDoesNotGiveTheLockAway() throws IOException {
        try (Store first = open().store()) {
            first.save(A);
            open().store().close();
            try (SavingChild _ = SavingChild.start(folder)) {
                assertThat(folder.resolve("state-2.json")).exists();
            }
        }
        assertThat(StateJson.read(Files.readAllBytes(folder.resolve("state.json"))).state())
                .isEqualTo(A);
    }
}
