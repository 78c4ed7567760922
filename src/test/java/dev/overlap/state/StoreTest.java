package dev.overlap.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

class StoreTest {

    private static final State EDITED = States.listing("lab:/delay/7 # mine", "", "bad line here");

    @TempDir Path home;
    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        folder = home.resolve("not/yet/there");
        file = folder.resolve("state.json");
    }

    private Opened open() {
        return Store.open(States.folders(folder));
    }

    /** Opens and closes a window, and gives what it began with. */
    private Opened glance() {
        Opened opened = open();
        opened.store().close();
        return opened;
    }

    private void leave(byte[] content) throws IOException {
        Files.createDirectories(folder);
        Files.write(file, content);
    }

    private void leave(String content) throws IOException {
        leave(content.getBytes(StandardCharsets.UTF_8));
    }

    private Path aside(int number) {
        return folder.resolve("state.json.unreadable-" + number);
    }

    @Test
    void aNewUserIsGreetedWithoutAWord() {
        Opened opened = glance();
        assertThat(opened.state()).isEqualTo(State.DEFAULT);
        assertThat(opened.sentences()).isEmpty();
        assertThat(opened.otherLists()).isZero();
        assertThat(file).doesNotExist();
    }

    @Test
    void whatWasSavedIsThereAfterARestart() {
        try (Store store = open().store()) {
            assertThat(store.save(EDITED)).isEqualTo(new Saved.Kept(file));
        }
        Opened again = glance();
        assertThat(again.state()).isEqualTo(EDITED);
        assertThat(again.sentences()).isEmpty();
    }

    @Test
    void onlyTheOwnerCanReadTheListBecauseItMayHoldPasswords() throws IOException {
        try (Store store = open().store()) {
            store.save(EDITED);
        }
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void nothingIsLeftBesideTheFile() throws IOException {
        try (Store store = open().store()) {
            store.save(EDITED);
            store.save(State.DEFAULT);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, folder.resolve("state.lock"));
        }
    }

    @Test
    void whatAKilledWriterLeftBesideTheFileIsWrittenOver() throws IOException {
        leave(StateJson.write(EDITED));
        Files.writeString(folder.resolve("state.json.new"), "{ \"sites\" : [ \"half of");
        try (Store store = open().store()) {
            assertThat(store.save(State.DEFAULT)).isEqualTo(new Saved.Kept(file));
        }
        assertThat(folder.resolve("state.json.new")).doesNotExist();
        assertThat(glance().state()).isEqualTo(State.DEFAULT);
    }

    @Test
    void rubbishIsSetAsideAndNeverWrittenOver() throws IOException {
        List<String> rubbish = List.of("first", "{\"sites\": [\"half of", "", "[]");
        for (int n = 0; n < rubbish.size(); n++) {
            leave(rubbish.get(n));
            Opened opened = open();
            assertThat(opened.state()).isEqualTo(State.DEFAULT);
            assertThat(opened.sentences()).singleElement().asString().contains(aside(n + 1) + "");
            assertThat(opened.store().save(EDITED)).isEqualTo(new Saved.Kept(file));
            opened.store().close();
        }
        for (int n = 0; n < rubbish.size(); n++) {
            assertThat(aside(n + 1)).hasContent(rubbish.get(n));
        }
    }

    @Test
    void randomBytesAreSetAsideEachUnderItsOwnName() throws IOException {
        Random random = new Random(11);
        List<byte[]> left = new ArrayList<>();
        for (int round = 0; round < 50; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            left.add(bytes);
            leave(bytes);
            assertThat(glance().sentences()).hasSize(1);
        }
        for (int round = 0; round < left.size(); round++) {
            assertThat(aside(round + 1)).hasBinaryContent(left.get(round));
        }
    }

    @Test
    void aFolderInItsPlaceIsSetAsideWithItsContent() throws IOException {
        Files.createDirectories(file);
        Files.writeString(file.resolve("diary"), "dear diary");
        assertThat(glance().sentences()).hasSize(1);
        assertThat(aside(1).resolve("diary")).hasContent("dear diary");
    }

    @Test
    void aLinkToNowhereIsSetAside() throws IOException {
        Files.createDirectories(folder);
        Files.createSymbolicLink(file, folder.resolve("nowhere"));
        assertThat(glance().sentences()).hasSize(1);
        assertThat(aside(1)).isSymbolicLink();
    }

    @Test
    void aFileBehindALinkIsReplacedAndTheLinkStays() throws IOException {
        Path real = Files.createDirectories(home.resolve("dotfiles")).resolve("overlap.json");
        Files.createDirectories(folder);
        Files.write(real, StateJson.write(EDITED));
        Files.createSymbolicLink(file, real);
        try (Store store = open().store()) {
            assertThat(store.save(State.DEFAULT)).isEqualTo(new Saved.Kept(file));
        }
        assertThat(file).isSymbolicLink();
        assertThat(StateJson.read(Files.readAllBytes(real)).state()).isEqualTo(State.DEFAULT);
    }

    @Test
    void aFileThatIsUnderstoodInPartIsUsedAndCopiedOnce() throws IOException {
        String text = "{\"sites\": [\"lab:/delay/7 # mine\"], \"settings\": {\"workers\": -4}}";
        leave(text);
        glance();
        Opened opened = glance();
        assertThat(opened.state()).isEqualTo(States.listing("lab:/delay/7 # mine"));
        assertThat(opened.sentences())
                .singleElement()
                .asString()
                .contains("settings.workers", aside(1).toString());
        assertThat(aside(1)).hasContent(text);
        assertThat(aside(2)).doesNotExist();
        assertThat(file).hasContent(text);
    }

    @Test
    void withoutAHomeTheWindowWorksAndSaysThatNothingIsKept() {
        Opened opened = Store.open(new Folders(Optional.empty(), Optional.empty()));
        assertThat(opened.state()).isEqualTo(State.DEFAULT);
        String sentence = opened.sentences().getFirst();
        assertThat(sentence).contains("no home folder");
        assertThat(opened.store().save(EDITED)).isEqualTo(new Saved.NotKept(sentence));
        opened.store().close();
    }

    @Test
    void aFileInPlaceOfTheFolderIsLeftAlone() throws IOException {
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "not a folder");
        Opened opened = open();
        assertThat(opened.state()).isEqualTo(State.DEFAULT);
        assertThat(opened.sentences()).singleElement().asString().contains(folder.toString());
        assertThat(opened.store().save(EDITED)).isInstanceOf(Saved.NotKept.class);
        assertThat(folder).hasContent("not a folder");
    }

    @Test
    void aSaveThatFailsLeavesWhatWasThere() throws IOException {
        try (Store store = open().store()) {
            store.save(EDITED);
            Path inTheWay = Files.createDirectories(folder.resolve("state.json.new/x"));
            assertThat(store.save(State.DEFAULT))
                    .isInstanceOfSatisfying(
                            Saved.NotKept.class,
                            fault -> assertThat(fault.sentence()).contains(file.toString()));
            Files.delete(inTheWay);
            Files.delete(inTheWay.getParent());
            assertThat(StateJson.read(Files.readAllBytes(file)).state()).isEqualTo(EDITED);
            assertThat(store.save(State.DEFAULT)).isEqualTo(new Saved.Kept(file));
        }
    }

    @Test
    void aFolderThatWasTidiedAwayIsMadeAgain() throws IOException {
        try (Store store = open().store()) {
            Files.delete(folder.resolve("state.lock"));
            Files.delete(folder);
            assertThat(store.save(EDITED)).isEqualTo(new Saved.Kept(file));
        }
        assertThat(glance().state()).isEqualTo(EDITED);
    }
}
