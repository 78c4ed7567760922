package dev.overlap.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

class StateStoreTest {

    private static final WindowState EDITED =
            States.listing("lab:/delay/7 # mine", "", "bad line here");

    @TempDir Path home;
    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        folder = home.resolve("not/yet/there");
        file = folder.resolve("state.json");
    }

    private RestoredState open() {
        return StateLoader.open(States.folders(folder));
    }

    /** Opens and closes a window; returns its start state. */
    private RestoredState glance() {
        RestoredState restored = open();
        restored.store().close();
        return restored;
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
        RestoredState restored = glance();
        assertThat(restored.state()).isEqualTo(WindowState.DEFAULT);
        assertThat(restored.sentences()).isEmpty();
        assertThat(restored.otherLists()).isZero();
        assertThat(file).doesNotExist();
    }

    @Test
    void whatWasSavedIsThereAfterARestart() {
        try (StateStore store = open().store()) {
            assertThat(store.save(EDITED)).isEqualTo(new SaveResult.Kept(file));
        }
        RestoredState again = glance();
        assertThat(again.state()).isEqualTo(EDITED);
        assertThat(again.sentences()).isEmpty();
    }

    @Test
    void nothingIsLeftBesideTheFile() throws IOException {
        try (StateStore store = open().store()) {
            store.save(EDITED);
            store.save(WindowState.DEFAULT);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, folder.resolve("state.lock"));
        }
    }

    @Test
    void rubbishIsSetAsideAndNeverWrittenOver() throws IOException {
        List<String> rubbish = List.of("first", "{\"sites\": [\"half of", "", "[]");
        for (int n = 0; n < rubbish.size(); n++) {
            leave(rubbish.get(n));
            RestoredState restored = open();
            assertThat(restored.state()).isEqualTo(WindowState.DEFAULT);
            assertThat(restored.sentences()).singleElement().asString().contains(aside(n + 1) + "");
            assertThat(restored.store().save(EDITED)).isEqualTo(new SaveResult.Kept(file));
            restored.store().close();
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
        Files.write(real, WindowStateJson.write(EDITED));
        Files.createSymbolicLink(file, real);
        try (StateStore store = open().store()) {
            assertThat(store.save(WindowState.DEFAULT)).isEqualTo(new SaveResult.Kept(file));
        }
        assertThat(file).isSymbolicLink();
        assertThat(WindowStateJson.read(Files.readAllBytes(real)).state())
                .isEqualTo(WindowState.DEFAULT);
    }

    @Test
    void aFileThatIsUnderstoodInPartIsUsedAndCopiedOnce() throws IOException {
        String text = "{\"sites\": [\"lab:/delay/7 # mine\"], \"settings\": {\"workers\": -4}}";
        leave(text);
        glance();
        RestoredState restored = glance();
        assertThat(restored.state()).isEqualTo(States.listing("lab:/delay/7 # mine"));
        assertThat(restored.sentences())
                .singleElement()
                .asString()
                .contains("settings.workers", aside(1).toString());
        assertThat(aside(1)).hasContent(text);
        assertThat(aside(2)).doesNotExist();
        assertThat(file).hasContent(text);
    }

    @Test
    void withoutAHomeTheWindowWorksAndSaysThatNothingIsKept() {
        RestoredState restored =
                StateLoader.open(new UserDirectories(Optional.empty(), Optional.empty()));
        assertThat(restored.state()).isEqualTo(WindowState.DEFAULT);
        String sentence = restored.sentences().getFirst();
        assertThat(sentence).contains("no home folder");
        assertThat(restored.store().save(EDITED)).isEqualTo(new SaveResult.NotKept(sentence));
        restored.store().close();
    }

    @Test
    void aFileInPlaceOfTheFolderIsLeftAlone() throws IOException {
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "not a folder");
        RestoredState restored = open();
        assertThat(restored.state()).isEqualTo(WindowState.DEFAULT);
        assertThat(restored.sentences()).singleElement().asString().contains(folder.toString());
        assertThat(restored.store().save(EDITED)).isInstanceOf(SaveResult.NotKept.class);
        assertThat(folder).hasContent("not a folder");
    }

    @Test
    void aSaveThatFailsLeavesWhatWasThereAndTheNextOneIsKept() throws IOException {
        try (StateStore store = open().store()) {
            store.save(EDITED);
            Path saved = Files.move(file, folder.resolve("away"));
            Files.createDirectories(file.resolve("x"));
            assertThat(store.save(WindowState.DEFAULT))
                    .isEqualTo(
                            new SaveResult.NotKept(
                                    "The list and the settings could not be saved in \""
                                            + file
                                            + "\": something else has that name. What was saved"
                                            + " earlier is untouched."));
            Files.delete(file.resolve("x"));
            Files.delete(file);
            Files.move(saved, file);
            assertThat(WindowStateJson.read(Files.readAllBytes(file)).state()).isEqualTo(EDITED);
            assertThat(store.save(WindowState.DEFAULT)).isEqualTo(new SaveResult.Kept(file));
        }
    }

    @Test
    void aListThatIsTooLargeToBeReadAgainIsNotWritten() {
        String line = "# " + "x".repeat(1 << 20);
        String[] lines = Collections.nCopies(33, line).toArray(String[]::new);
        try (StateStore store = open().store()) {
            store.save(EDITED);
            assertThat(store.save(States.listing(lines)))
                    .isInstanceOfSatisfying(
                            SaveResult.NotKept.class,
                            fault -> assertThat(fault.sentence()).contains("larger than 32 MB."));
        }
        assertThat(glance().state()).isEqualTo(EDITED);
    }

    private static void makePipe(Path pipe) throws Exception {
        Files.createDirectories(pipe.getParent());
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    }

    /** Opens and closes a window; fails if that blocks, as opening a pipe does. */
    private RestoredState glanceInTime() {
        return assertTimeoutPreemptively(Duration.ofSeconds(60), this::glance);
    }

    private void assertSetAside(RestoredState restored, Path what, String reason) {
        assertThat(restored.state()).isEqualTo(WindowState.DEFAULT);
        assertThat(restored.sentences())
                .containsExactly(
                        "What was saved in \""
                                + file
                                + "\" cannot be read: "
                                + reason
                                + ". It is kept as \""
                                + what
                                + "\"; this window starts with a fresh list.");
        assertThat(what).exists();
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatIsFarTooLargeIsSetAsideUnread() throws IOException {
        leave("{");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(200 << 20);
        }
        assertSetAside(glanceInTime(), aside(1), "it is larger than 32 MB");
        assertThat(aside(1)).hasSize(200 << 20);
    }

    @Test
    void aPipeInPlaceOfTheFileIsSetAside() throws Exception {
        makePipe(file);
        assertSetAside(glanceInTime(), aside(1), "it is not a text file");
    }

    @Test
    void aFileOfMillionsOfLinesIsRead() throws IOException {
        leave("{\"sites\":[" + "\"\",".repeat(3_000_000) + "\"\"]}");
        RestoredState restored = glanceInTime();
        assertThat(restored.state().sites().lines()).hasSize(3_000_001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipe", "folder", "link to a pipe", "link to nowhere"})
    void whatLiesInPlaceOfTheLockIsSetAside(String what) throws Exception {
        leave(WindowStateJson.write(EDITED));
        Path lock = folder.resolve("state.lock");
        switch (what) {
            case "pipe" -> makePipe(lock);
            case "folder" -> Files.createDirectories(lock.resolve("x"));
            case "link to a pipe" -> {
                makePipe(home.resolve("pipe"));
                Files.createSymbolicLink(lock, home.resolve("pipe"));
            }
            default -> Files.createSymbolicLink(lock, home.resolve("no/where"));
        }
        RestoredState restored = glanceInTime();
        assertThat(restored.state()).isEqualTo(EDITED);
        assertThat(restored.sentences())
                .containsExactly(
                        "\""
                                + lock
                                + "\" was not a file that can be locked. It has been renamed to \""
                                + lock
                                + ".unreadable-1\".");
        assertThat(lock).isRegularFile();
        assertThat(glance().sentences()).isEmpty();
    }

    @Test
    void aPipeInPlaceOfAnotherWindowsLockKeepsNobodyWaiting() throws Exception {
        leave(WindowStateJson.write(EDITED));
        Files.write(
                folder.resolve("state-2.json"), WindowStateJson.write(States.listing("b.example")));
        Files.setLastModifiedTime(folder.resolve("state-2.json"), FileTime.fromMillis(1_000));
        makePipe(folder.resolve("state-2.lock"));
        RestoredState restored = glanceInTime();
        assertThat(restored.state()).isEqualTo(EDITED);
        assertThat(restored.sentences()).isEmpty();
    }

    @Test
    void aPipeThatTakesThePlaceOfTheFileLaterIsNotWrittenInto() throws Exception {
        try (StateStore store = open().store()) {
            makePipe(file);
            SaveResult result =
                    assertTimeoutPreemptively(Duration.ofSeconds(60), () -> store.save(EDITED));
            assertThat(result).isInstanceOf(SaveResult.NotKept.class);
        }
    }

    @Test
    void whatOthersCouldReadIsTheOwnersAloneFromNowOn() throws IOException {
        leave(WindowStateJson.write(EDITED));
        List<Path> files =
                List.of(
                        file,
                        Files.createFile(folder.resolve("state.lock")),
                        Files.createFile(folder.resolve("overlap.0.log")));
        for (Path one : files) {
            setMode(one, "rw-rw-r--");
        }
        setMode(folder, "rwxr-xr-x");
        try (StateStore store = open().store()) {
            assertModes("rwx------", "rw-------", files);
            store.save(WindowState.DEFAULT);
            assertModes("rwx------", "rw-------", files);
        }
    }

    private static void setMode(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private void assertModes(String ofFolder, String ofFiles, List<Path> files) throws IOException {
        assertThat(Files.getPosixFilePermissions(folder))
                .isEqualTo(PosixFilePermissions.fromString(ofFolder));
        for (Path one : files) {
            assertThat(Files.getPosixFilePermissions(one))
                    .as(one.toString())
                    .isEqualTo(PosixFilePermissions.fromString(ofFiles));
        }
    }

    @Test
    void theFilesOfANewUserAreTheOwnersAlone() throws IOException {
        try (StateStore store = open().store()) {
            store.save(EDITED);
            assertModes("rwx------", "rw-------", List.of(file, folder.resolve("state.lock")));
        }
    }

    @Test
    void aFolderThatWasTidiedAwayIsMadeAgain() throws IOException {
        try (StateStore store = open().store()) {
            Files.delete(folder.resolve("state.lock"));
            Files.delete(folder);
            assertThat(store.save(EDITED)).isEqualTo(new SaveResult.Kept(file));
        }
        assertThat(glance().state()).isEqualTo(EDITED);
    }
}
