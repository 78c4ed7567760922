package dev.overlap.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

@Timeout(30)
class DebouncedStateSaverTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final WindowState A = States.listing("a.example");
    private static final WindowState B = States.listing("b.example");
    private static final WindowState C = States.listing("c.example");

    /** A fake disk that records what is saved, and may be slow or full. */
    private static final class Disk {
        final LinkedBlockingQueue<WindowState> saved = new LinkedBlockingQueue<>();
        final Semaphore speed = new Semaphore(1_000);
        volatile boolean full;

        SaveResult save(WindowState state) {
            saved.add(state);
            speed.acquireUninterruptibly();
            return full
                    ? new SaveResult.NotKept("The disk is full.")
                    : new SaveResult.Kept(Path.of("state.json"));
        }

        WindowState next() throws InterruptedException {
            return saved.poll(20, TimeUnit.SECONDS);
        }
    }

    private final Disk disk = new Disk();
    private final List<String> said = new CopyOnWriteArrayList<>();

    private DebouncedStateSaver keeper(Duration pause) {
        return new DebouncedStateSaver(WindowState.DEFAULT, disk::save, said::add, pause);
    }

    @Test
    void theFirstChangeIsSavedAtOnce() throws InterruptedException {
        try (DebouncedStateSaver saver = keeper(NEVER)) {
            saver.keep(A);
            assertThat(disk.next()).isEqualTo(A);
        }
    }

    @Test
    void aFaultOfSavingOrSayingIsSaidAndTheNextChangeIsSaved() throws InterruptedException {
        LinkedBlockingQueue<String> attempts = new LinkedBlockingQueue<>();
        Consumer<String> voice =
                sentence -> {
                    attempts.add(sentence);
                    throw new IllegalStateException("there is no window");
                };
        Function<WindowState, SaveResult> broken =
                state -> {
                    SaveResult result = disk.save(state);
                    if (state.equals(A)) {
                        throw new AssertionError("on purpose");
                    }
                    return result;
                };
        try (DebouncedStateSaver saver =
                new DebouncedStateSaver(WindowState.DEFAULT, broken, voice, Duration.ZERO)) {
            saver.keep(A);
            assertThat(disk.next()).isEqualTo(A);
            assertThat(attempts.poll(20, TimeUnit.SECONDS))
                    .contains("could not be saved")
                    .contains("on purpose");

            saver.keep(B);

            assertThat(disk.next()).isEqualTo(B);
        }
    }

    @Test
    void changesDuringThePauseAreSavedAsOneWhenTheWindowCloses() throws InterruptedException {
        try (DebouncedStateSaver saver = keeper(NEVER)) {
            saver.keep(A);
            assertThat(disk.next()).isEqualTo(A);
            saver.keep(B);
            saver.keep(C);
            assertThat(disk.saved).isEmpty();
        }
        assertThat(disk.saved).containsExactly(C);
    }

    @Test
    void changesDuringASlowSaveAreSavedAsOneAfterIt() throws InterruptedException {
        disk.speed.drainPermits();
        try (DebouncedStateSaver saver = keeper(Duration.ZERO)) {
            saver.keep(A);
            assertThat(disk.next()).isEqualTo(A);
            for (int edit = 0; edit < 1_000; edit++) {
                saver.keep(B);
            }
            saver.keep(C);
            disk.speed.release(1_000);
            assertThat(disk.next()).isEqualTo(C);
        }
        assertThat(disk.saved).isEmpty();
    }

    @Test
    void aStateThatIsSavedAlreadyIsNotSavedAgain() {
        try (DebouncedStateSaver saver = keeper(Duration.ZERO)) {
            saver.keep(States.listing("a.example").withSites(WindowState.DEFAULT.sites()));
        }
        assertThat(disk.saved).isEmpty();
    }

    @Test
    void closingWaitsForTheLastSave() throws InterruptedException {
        disk.speed.drainPermits();
        DebouncedStateSaver saver = keeper(NEVER);
        saver.keep(A);
        assertThat(disk.next()).isEqualTo(A);
        saver.keep(B);
        Thread closing = Thread.ofPlatform().start(saver::close);
        disk.speed.release(2);
        closing.join();
        assertThat(disk.saved).containsExactly(B);
    }

    @Test
    void aFullDiskIsToldOnceAndTriedAgainAtTheEnd() throws InterruptedException {
        disk.full = true;
        try (DebouncedStateSaver saver = keeper(Duration.ZERO)) {
            saver.keep(A);
            assertThat(disk.next()).isEqualTo(A);
            saver.keep(B);
            assertThat(disk.next()).isEqualTo(B);
        }
        assertThat(disk.saved).containsExactly(B);
        assertThat(said).containsExactly("The disk is full.");
    }

    @Test
    void closingTwiceIsAsGoodAsOnce() {
        DebouncedStateSaver saver = keeper(NEVER);
        saver.close();
        assertTimeoutPreemptively(Duration.ofSeconds(20), saver::close);
        assertThat(disk.saved).isEmpty();
    }

    @Test
    void whatWasTypedLastIsThereAfterARestart(@TempDir Path folder) {
        RestoredState restored = StateLoader.open(States.folders(folder));
        try (DebouncedStateSaver saver = new DebouncedStateSaver(restored, said::add)) {
            for (int edit = 0; edit < 200; edit++) {
                saver.keep(States.listing("edit-" + edit + ".example"));
            }
        }
        restored.store().close();
        RestoredState again = StateLoader.open(States.folders(folder));
        again.store().close();
        assertThat(again.state()).isEqualTo(States.listing("edit-199.example"));
        assertThat(said).isEmpty();
    }
}
