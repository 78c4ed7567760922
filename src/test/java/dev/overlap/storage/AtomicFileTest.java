package dev.overlap.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Logger;
import java.util.stream.Stream;

@Timeout(120)
class AtomicFileTest {

    /** A process id that does not exist: Linux allows four million at most. */
    private static final long NO_PROCESS = 2_000_000_000;

    @TempDir private Path folder;
    @TempDir private Path classes;
    private Path file;

    @BeforeEach
    void anOldFile() throws IOException {
        file = folder.resolve("run.csv");
        Files.writeString(file, "old");
    }

    private static ContentWriter text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> filesInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private List<Path> drafts() throws IOException {
        return filesInFolder().stream()
                .filter(path -> path.getFileName().toString().startsWith(".overlap-"))
                .toList();
    }

    private Path pipe(String name) throws Exception {
        Path pipe = folder.resolve(name);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        return pipe;
    }

    private static void setMode(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static Object inode(Path path) throws IOException {
        return Files.getAttribute(path, "unix:ino");
    }

    @Test
    void newContentTakesThePlaceOfTheOldOne() throws IOException {
        AtomicFile.write(file, text("new"));
        assertThat(file).hasContent("new");
        assertThat(filesInFolder()).containsExactly(file);
    }

    @Test
    void untilTheNewContentIsCompleteTheOldOneIsThere() throws IOException {
        AtomicFile.write(
                file,
                out -> {
                    out.write(new byte[100_000]);
                    assertThat(file).hasContent("old");
                });
        assertThat(file).hasSize(100_000);
    }

    /** The ways in which libraries handle a failing stream. */
    static Stream<ContentWriter> libraries() {
        return Stream.of(
                AtomicFileTest::fill,
                out -> {
                    try {
                        fill(out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                out -> {
                    try {
                        fill(out);
                    } catch (IOException e) {
                        throw new IllegalStateException("could not write", e);
                    }
                },
                out -> {
                    try {
                        fill(out);
                    } catch (IOException e) {
                        throw new IllegalStateException("could not write");
                    }
                },
                out -> {
                    try {
                        fill(out);
                    } catch (IOException e) {
                        throw new IOException("I/O error writing PNG file!", e);
                    }
                },
                out ->
                        new PrintStream(out, false, StandardCharsets.UTF_8)
                                .print("x".repeat(90_000)));
    }

    private static void fill(OutputStream out) throws IOException {
        out.write(new byte[100_000]);
    }

    /** Fails like a full disk, below the content writer. */
    private static ContentWriter onAFullDisk(ContentWriter contentWriter) {
        return out -> contentWriter.pourInto(new Full(out));
    }

    private static final class Full extends FilterOutputStream {
        private int room = 20_000;

        Full(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            room -= count;
            if (room < 0) {
                throw new IOException("No space left on device");
            }
            out.write(bytes, from, count);
        }
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void aFullDiskIsToldWhateverALibraryMakesOfIt(ContentWriter library) throws IOException {
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.write(file, onAFullDisk(library)))
                .withMessage(
                        "\"%s\" cannot be written: there is no space left on its disk. Make room"
                                + " there, or choose another folder.",
                        file);
        assertThat(file).hasContent("old");
        assertThat(filesInFolder()).containsExactly(file);
    }

    @Test
    void aFaultOfOverlapIsToldAndLeavesTheOldFileAndNothingElse() throws IOException {
        RuntimeException fault = new IllegalStateException("a screw is loose");
        ContentWriter faulty =
                out -> {
                    fill(out);
                    throw fault;
                };
        List<Throwable> logged =
                loggedDuring(
                        () ->
                                assertThatIOException()
                                        .isThrownBy(() -> AtomicFile.write(file, faulty))
                                        .withMessage(
                                                "\"%s\" cannot be written: Overlap itself failed."
                                                        + " The log says more.",
                                                file));
        assertThat(logged).containsExactly(fault);
        assertThat(file).hasContent("old");
        assertThat(filesInFolder()).containsExactly(file);
    }

    private static List<Throwable> loggedDuring(Runnable action) {
        List<Throwable> logged = new ArrayList<>();
        Logger logger = Logger.getLogger(SaveErrorText.class.getName());
        logger.setFilter(record -> !logged.add(record.getThrown()));
        try {
            action.run();
        } finally {
            logger.setFilter(null);
        }
        return logged;
    }

    @Test
    void tooLittleMemoryIsTold() {
        ContentWriter huge =
                _ -> {
                    throw new OutOfMemoryError("Java heap space");
                };
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.write(file, huge))
                .withMessageContaining("cannot be written: there is not enough memory for it.");
        assertThat(file).hasContent("old");
    }

    @Test
    void aSentenceOfTheContentIsKept() {
        ContentWriter refused =
                _ -> {
                    throw new IOException("No run has finished, so there is nothing to draw.");
                };
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.write(file, refused))
                .withMessage("No run has finished, so there is nothing to draw.");
    }

    /**
     * With a file size limit of the system, which is hit in the middle of writing, like a full
     * disk.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatTheSystemDoesNotTakeLeavesTheOldFileWhole(boolean linked) throws IOException {
        Files.write(file, new byte[3_000]);
        if (linked) {
            Files.createLink(folder.resolve("twin.csv"), file);
        }
        try (SavingProcess limited =
                SavingProcess.startLimited(4_096, "save", file.toString(), "100000")) {
            assertThat(limited.line())
                    .isEqualTo(
                            "\""
                                    + file
                                    + "\" cannot be written: it would become larger than the system"
                                    + " allows. Choose another file.");
        }
        assertThat(file).hasBinaryContent(new byte[3_000]);
        assertThat(drafts()).isEmpty();
    }

    @Test
    void missingFolderIsSaidInASentence() {
        Path lost = folder.resolve("nowhere").resolve("run.csv");
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.write(lost, text("new")))
                .withMessage(
                        "\"%s\" cannot be written: its folder does not exist. Choose another"
                                + " folder.",
                        lost);
    }

    @Test
    void pathBelowAFileIsSaidInASentence() {
        Path below = file.resolve("run.csv");
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.write(below, text("new")))
                .withMessageContaining("cannot be written")
                .withMessageEndingWith("Choose another folder.");
        assertThat(file).hasContent("old");
    }

    @Test
    void folderInPlaceOfAFileIsSaidInASentence() {
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.write(folder, text("new")))
                .withMessage("\"%s\" is a folder. Choose the name of a file.", folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-r-----", "rw-rw-rw-", "rwxr-xr-x"})
    void permissionsStay(String permissions) throws IOException {
        setMode(file, permissions);
        AtomicFile.write(file, text("new"));
        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(permissions);
    }

    /** Only the owner may read the file while it is being written. */
    @Test
    void whatIsBeingWrittenIsAsPrivateAsTheFile() throws IOException {
        setMode(file, "rw-------");
        AtomicFile.write(
                file,
                out -> {
                    fill(out);
                    assertThat(Files.getPosixFilePermissions(drafts().getFirst()))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------"));
                });
    }

    @Test
    void aNewFileHasThePermissionsThatTheSystemGives() throws IOException {
        Path usual = Files.createFile(folder.resolve("usual"));
        AtomicFile.write(folder.resolve("new.csv"), text("new"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("new.csv")))
                .isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @Test
    void theOwnerStays() throws IOException {
        UserPrincipal owner = Files.getOwner(file);
        if (owner.getName().equals("root")) {
            owner =
                    folder.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName("12345");
            Files.setOwner(file, owner);
        }
        AtomicFile.write(file, text("new"));
        assertThat(Files.getOwner(file)).isEqualTo(owner);
    }

    @Test
    void aWriteProtectedFileIsLeftAlone() throws Exception {
        setMode(file, "r--r--r--");
        assertThat(saidByAUser(file))
                .isEqualTo(
                        "\""
                                + file
                                + "\" cannot be written: that is not allowed there. Choose another"
                                + " folder.");
        assertThat(file).hasContent("old");
    }

    @Test
    void aFileInAFolderThatTakesNoNewOnesIsWrittenAllTheSame() throws Exception {
        setMode(file, "rw-rw-rw-");
        Object before = inode(file);
        assertThat(saidByAUser(file)).isEqualTo("saved");
        assertThat(file).hasBinaryContent(new byte[5]);
        assertThat(inode(file)).isEqualTo(before);
    }

    @Test
    void aNewFileInAFolderThatTakesNoneIsSaidInASentence() throws Exception {
        Path fresh = folder.resolve("fresh.csv");
        assertThat(saidByAUser(fresh)).contains("cannot be written: that is not allowed there.");
        assertThat(fresh).doesNotExist();
    }

    /** Returns the message for a user who may only read the folder. */
    private String saidByAUser(Path target) throws IOException {
        Set<PosixFilePermission> before = Files.getPosixFilePermissions(folder);
        setMode(folder, "r-xr-xr-x");
        try (SavingProcess user = asUser("save", target.toString(), "5")) {
            return user.line();
        } finally {
            Files.setPosixFilePermissions(folder, before);
        }
    }

    private SavingProcess asUser(String... words) throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return SavingProcess.start(words);
        }
        setMode(classes, "rwxr-xr-x");
        return SavingProcess.startAsNobody(classes, words);
    }

    @Test
    void linkStaysALink() throws IOException {
        Path far = Files.createDirectory(folder.resolve("far"));
        Path link = Files.createSymbolicLink(far.resolve("link.csv"), Path.of("../run.csv"));
        Path second = Files.createSymbolicLink(folder.resolve("second.csv"), link);
        AtomicFile.write(second, text("new"));
        assertThat(link).isSymbolicLink();
        assertThat(second).isSymbolicLink();
        assertThat(file).hasContent("new");
        assertThat(Files.isSymbolicLink(file)).isFalse();
    }

    @Test
    void aLinkToNowhereIsFollowed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("fresh.csv"));
        AtomicFile.write(link, text("new"));
        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("fresh.csv")).hasContent("new");
    }

    @Test
    void linksThatLeadInACircleAreSaidInASentence() throws IOException {
        Path one = Files.createSymbolicLink(folder.resolve("one.csv"), Path.of("two.csv"));
        Files.createSymbolicLink(folder.resolve("two.csv"), Path.of("one.csv"));
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.write(one, text("new")))
                .withMessageContaining("its symbolic links form a loop.");
        assertThat(one).isSymbolicLink();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shorter", "much longer than what was there before"})
    void aHardLinkStaysLinked(String content) throws IOException {
        Files.writeString(file, "what was there");
        Path twin = Files.createLink(folder.resolve("twin.csv"), file);
        AtomicFile.write(file, text(content));
        assertThat(twin).hasContent(content);
        assertThat(inode(twin)).isEqualTo(inode(file));
        assertThat(drafts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPipeIsWrittenIntoAndStaysAPipe(boolean linked) throws Exception {
        Path pipe = pipe("pipe.csv");
        Path named = linked ? Files.createSymbolicLink(folder.resolve("l.csv"), pipe) : pipe;
        try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
            Future<byte[]> read = reader.submit(() -> Files.readAllBytes(pipe));
            AtomicFile.write(named, text("new"));
            assertThat(read.get()).asString(StandardCharsets.UTF_8).isEqualTo("new");
        }
        assertThat(Files.readAttributes(pipe, "isOther")).containsEntry("isOther", true);
        assertThat(drafts()).isEmpty();
    }

    @Test
    void aPipeWhoseReaderLeavesIsSaidInASentence() throws Exception {
        Path pipe = pipe("pipe.csv");
        try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
            Future<Boolean> left = reader.submit(() -> openAndLeave(pipe));
            assertThatIOException()
                    .isThrownBy(() -> AtomicFile.write(pipe, out -> out.write(new byte[1_000_000])))
                    .withMessage(
                            "\"%s\" cannot be written: its reader is gone. Choose"
                                    + " another file.",
                            pipe);
            assertThat(left.get()).isTrue();
        }
    }

    private static boolean openAndLeave(Path pipe) throws IOException {
        try (InputStream in = Files.newInputStream(pipe)) {
            return in.available() >= 0;
        }
    }

    /** {@code /dev/fd/N} and {@code /dev/stdout} are links of this kind on Linux. */
    @Test
    void aFileThatAProcessHasOpenIsWrittenIntoWhereItEnds() throws IOException {
        try (FileOutputStream open = new FileOutputStream(file.toFile(), true)) {
            Path descriptor = descriptor(file);
            AtomicFile.write(descriptor, text(" and new"));
            open.write('!');
        }
        assertThat(file).hasContent("old and new!");
    }

    private static Path descriptor(Path open) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            return all.filter(path -> isSame(path, open)).findFirst().orElseThrow();
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void whatKilledProgramsLeaveIsRemovedByTheNextSaveAndWhatLivingOnesWriteIsNot()
            throws IOException {
        for (int kill = 0; kill < 5; kill++) {
            try (SavingProcess killed = SavingProcess.start("begin", file.toString())) {
                assertThat(killed.line()).isEqualTo("begun");
                assertThat(drafts()).hasSize(1);
            }
        }
        try (SavingProcess living = SavingProcess.start("begin", file.toString())) {
            assertThat(living.line()).isEqualTo("begun");
            AtomicFile.write(file, text("new"));
            assertThat(drafts()).singleElement().asString().contains("-" + living.pid() + "-");
        }
        AtomicFile.write(file, text("new"));
        assertThat(filesInFolder()).containsExactly(file);
        assertThat(file).hasContent("new");
    }

    private Path draft(long process, long start) throws IOException {
        return Files.createFile(folder.resolve(new TemporaryFileName(process, start, "0a").text()));
    }

    @Test
    void aDraftOfAProcessWhoseNumberWasGivenAgainIsRemoved() throws IOException {
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        long start = parent.info().startInstant().orElseThrow().toEpochMilli();
        Path living = draft(parent.pid(), start);
        Path former = draft(parent.pid(), start - 60_000);
        AtomicFile.write(file, text("new"));
        assertThat(living).exists();
        assertThat(former).doesNotExist();
    }

    /** Process ids of other containers and machines mean nothing here. */
    @Test
    void aDraftThatSomebodyHasLockedIsLeftAloneWhateverItsNumber() throws IOException {
        Path draft = draft(NO_PROCESS, 1);
        try (SavingProcess other = SavingProcess.start("lock", draft.toString())) {
            assertThat(other.line()).isEqualTo("locked");
            AtomicFile.write(file, text("new"));
            assertThat(draft).exists();
        }
        AtomicFile.write(file, text("new"));
        assertThat(draft).doesNotExist();
    }

    @Test
    void afterADayADraftIsNobodysAnyMore() throws IOException {
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        Path draft = draft(parent.pid(), 0);
        AtomicFile.write(file, text("new"));
        assertThat(draft).exists();
        Files.setLastModifiedTime(draft, FileTime.fromMillis(1_000_000_000_000L));
        AtomicFile.write(file, text("new"));
        assertThat(draft).doesNotExist();
    }

    @Test
    void filesThatAreNoDraftsAreLeftAlone() throws IOException {
        List<String> names = List.of(".overlap-notes.tmp", ".overlap-1-x.tmp", ".run.csv.tmp");
        for (String name : names) {
            Files.createFile(folder.resolve(name));
        }
        Files.createDirectory(folder.resolve(new TemporaryFileName(NO_PROCESS, 1, "0a").text()));
        AtomicFile.write(file, text("new"));
        assertThat(filesInFolder()).hasSize(names.size() + 2);
    }

    @Test
    void programsThatSaveAtOnceDoNotDisturbEachOther() throws Exception {
        try (SavingProcess one = SavingProcess.start("repeat", file.toString(), "200");
                SavingProcess two = SavingProcess.start("repeat", file.toString(), "200");
                ExecutorService own = Executors.newFixedThreadPool(2)) {
            assertThat(one.line()).isEqualTo("begun");
            assertThat(two.line()).isEqualTo("begun");
            List<Future<?>> saves =
                    Stream.<Runnable>of(this::saveOften, this::saveOften).map(own::submit).toList();
            for (Future<?> save : saves) {
                assertThatCode(save::get).doesNotThrowAnyException();
            }
            assertThat(one.line()).isEqualTo("saved");
            assertThat(two.line()).isEqualTo("saved");
        }
        assertThat(file).hasSize(10_000);
        assertThat(filesInFolder()).containsExactly(file);
    }

    private void saveOften() {
        for (int time = 0; time < 100; time++) {
            try {
                AtomicFile.write(file, out -> out.write(new byte[10_000]));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void whatIsOverlapsOwnIsForItsOwnerAlone() throws IOException {
        setMode(file, "rw-rw-rw-");
        Path fresh = folder.resolve("fresh.json");
        for (Path own : List.of(file, fresh)) {
            AtomicFile.writeOwnerOnly(own, new byte[] {'n'});
            assertThat(own).hasContent("n");
            assertThat(Files.getPosixFilePermissions(own))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void whatIsOverlapsOwnIsNeverWrittenIntoAPipe() throws Exception {
        Path pipe = pipe("state.json");
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.writeOwnerOnly(pipe, new byte[1]))
                .withMessageContaining("something else has that name");
    }
}
