package dev.overlap.session.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.history.RunHistory.Contents;
import dev.overlap.text.history.HistoryText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Tests the history with sessions of three lines. */
class RunHistoryTest {

    private static final Instant NOW = Instant.parse("2026-11-28T20:00:00Z");

    @TempDir private Path home;

    private RunHistory history(int runs, long bytes) {
        return history(runs, bytes, NOW);
    }

    private RunHistory history(int runs, long bytes, Instant now) {
        return new RunHistory(
                home.resolve("runs"),
                new FakeSessions(100),
                (_, _) -> FakeSessions.PICTURE,
                new RetentionRule(runs, bytes),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private RunHistory history() {
        return history(50, 1 << 20);
    }

    private static List<String> titles(RunHistory history) throws IOException {
        return history.contents().runs().stream().map(run -> run.label().shown()).toList();
    }

    private static String keep(RunHistory history, String name) throws IOException {
        return history.keep(FakeSessions.run(name));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(home.resolve("runs"))) {
            return all.map(it -> String.valueOf(it.getFileName())).sorted().toList();
        }
    }

    @Test
    void whatIsKeptIsListedNewestFirstAndReadAgain() throws IOException {
        RunHistory first = history();
        assertThat(titles(first)).isEmpty();
        String one = keep(first, "One");
        keep(first, "Two");

        RunHistory next = history();
        assertThat(titles(next)).containsExactly("Two", "One");
        assertThat(next.read(one).recording())
                .isInstanceOfSatisfying(
                        RecordedRun.class, run -> assertThat(run.modelName()).isEqualTo("One"));
        assertThat(next.thumbnail(one, true)).isEqualTo(FakeSessions.PICTURE);
    }

    @Test
    void oldestGoWithAllTheirFilesAndPinnedOnesStay() throws IOException {
        RunHistory history = history(3, 1 << 20);
        history.pin(keep(history, "Pinned"), true);
        for (int run = 1; run <= 5; run++) {
            keep(history, "Run " + run);
        }

        assertThat(titles(history)).containsExactly("Run 5", "Run 4", "Run 3", "Pinned");
        assertThat(files()).hasSize(4 * HistoryFolder.EntryFile.values().length);
    }

    @Test
    void bytesAreLimitedToo() throws IOException {
        RunHistory history = history(50, 450);
        for (int run = 1; run <= 6; run++) {
            keep(history, "Run " + run);
        }
        assertThat(titles(history)).containsExactly("Run 6", "Run 5", "Run 4");
        history.pin(history.contents().runs().getLast().id(), true);
        history.pin(history.contents().runs().getFirst().id(), true);
        keep(history, "Run 7");
        assertThat(titles(history)).containsExactly("Run 7", "Run 6", "Run 4");
        history.pin(history.contents().runs().getFirst().id(), true);

        assertThatThrownBy(() -> keep(history, "Run 8")).hasMessage(HistoryText.FULL_OF_PINNED);
        assertThat(titles(history)).containsExactly("Run 7", "Run 6", "Run 4");
        assertThatThrownBy(() -> keep(history(50, 100), "Run 9")).hasMessage(HistoryText.TOO_LARGE);
        assertThat(titles(history)).containsExactly("Run 7", "Run 6", "Run 4");
    }

    @Test
    void namesAreKeptAsOneLine() throws IOException {
        RunHistory history = history();
        String id = keep(history, "Threads");
        history.rename(id, " before\tthe\nlunch  break ");
        assertThat(titles(history())).containsExactly("before the lunch break");
        history.rename(id, "");
        assertThat(titles(history())).containsExactly("Threads");
    }

    @Test
    void deletionIsUndoneUntilTheHistoryIsClosed() throws IOException {
        RunHistory history = history();
        String id = keep(history, "One");
        history.delete(id);
        assertThat(titles(history())).isEmpty();
        history.restore(id);
        assertThat(titles(history())).containsExactly("One");

        history.delete(id);
        history.close();
        assertThat(files()).isEmpty();
        assertThatThrownBy(() -> history.restore(id)).hasMessage(HistoryText.GONE);
        assertThatThrownBy(() -> history.read(id)).hasMessage(HistoryText.GONE);
    }

    @Test
    void whatAKilledProgramHasDeletedGoesAfterADay() throws IOException {
        RunHistory killed = history();
        killed.delete(keep(killed, "One"));
        history(50, 1000, NOW.plus(Duration.ofHours(23))).contents();
        assertThat(files()).isNotEmpty();
        history(50, 1000, NOW.plus(Duration.ofHours(25))).contents();
        assertThat(files()).isEmpty();
    }

    @Test
    void forgettingAllDeletesPinnedOnesToo() throws IOException {
        RunHistory history = history();
        history.pin(keep(history, "One"), true);
        keep(history, "Two");
        history.forgetAll();
        assertThat(files()).isEmpty();
    }

    /** A program that is killed may leave a session without a label. */
    @Test
    void missingLabelIsMadeAnewAndDamagedOneIsPinned() throws IOException {
        RunHistory history = history();
        String one = keep(history, "One");
        String two = keep(history, "Two");
        Files.delete(home.resolve("runs").resolve(one + ".label"));
        Files.writeString(home.resolve("runs").resolve(two + ".label"), "{\"title\": ");

        Contents contents = history().contents();
        assertThat(contents.problems()).containsExactly(HistoryText.labelRemade("Two"));
        assertThat(contents.runs())
                .extracting(run -> run.label().title(), run -> run.label().pinned())
                .containsExactly(tuple("Two", true), tuple("One", false));
        assertThat(history().contents().problems()).isEmpty();
    }

    @Test
    void whatIsNoRunIsToldOnceAndLeftAlone() throws IOException {
        RunHistory history = history();
        keep(history, "One");
        Path foreign = Files.writeString(home.resolve("runs").resolve("holiday.overlap"), "none");
        Files.writeString(home.resolve("runs").resolve("notes.txt"), "mine");
        Files.createDirectory(home.resolve("runs").resolve("folder.overlap"));

        assertThat(history.contents().problems()).containsExactly(HistoryText.unreadable(foreign));
        Contents again = history.contents();
        assertThat(again.problems()).isEmpty();
        assertThat(again.runs()).hasSize(1);
        keep(history(1, 1 << 20), "Two");
        assertThat(files()).contains("holiday.overlap", "notes.txt", "folder.overlap");
        assertThat(titles(history)).containsExactly("Two");
    }

    @Test
    void thumbnailsOfNoSessionAreRemoved() throws IOException {
        RunHistory history = history();
        String id = keep(history, "One");
        Files.delete(home.resolve("runs").resolve(id + ".overlap"));
        assertThat(titles(history)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void twoHistoriesOfOneFolderSeeEachOthersRuns() throws IOException {
        RunHistory one = history();
        RunHistory other = history();
        String first = keep(one, "One");
        keep(other, "Two");
        other.rename(first, "by the other");
        one.pin(first, true);
        assertThat(titles(one)).containsExactlyInAnyOrder("Two", "by the other");
        other.forgetAll();
        assertThatThrownBy(() -> one.rename(first, "late")).hasMessage(HistoryText.GONE);
        assertThat(titles(one)).isEmpty();
    }

    /** Stands for a folder in which nothing can be written, also for the user root. */
    @Test
    void fileInPlaceOfTheFolderIsTold() throws IOException {
        Files.writeString(home.resolve("runs"), "a file");
        assertThatThrownBy(() -> keep(history(), "One"))
                .hasMessageStartingWith("This run could not be kept in \"" + home);
        assertThatThrownBy(() -> history().contents())
                .hasMessageContaining("cannot be listed: something else has that name.");
    }

    @Test
    void failureWhileWritingLeavesTheOthers() throws IOException {
        RunHistory history = history();
        keep(history, "One");
        RunHistory full =
                new RunHistory(
                        home.resolve("runs"),
                        new FailingSessions(),
                        (_, _) -> FakeSessions.PICTURE);
        assertThatThrownBy(() -> keep(full, "Two"))
                .hasMessageContaining(": there is no space left on its disk.");
        assertThat(titles(history)).containsExactly("One");
        assertThat(files()).hasSize(HistoryFolder.EntryFile.values().length);
    }

    @Test
    void runWithoutThumbnailsIsKept() throws IOException {
        RunHistory history =
                new RunHistory(
                        home.resolve("runs"),
                        new FakeSessions(1),
                        (_, _) -> {
                            throw new IOException("no fonts");
                        });
        String id = keep(history, "One");
        assertThat(titles(history)).containsExactly("One");
        assertThat(history.thumbnail(id, false)).isNull();
    }
}
