package dev.overlap.state;

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
class KeeperTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final State A = States.listing("a.example");
    private static final State B = States.listing("b.example");
    private static final State C = States.listing("c.example");

    /** A disk that shows what it is given, and may be slow, or full. */
    private static final class Disk {
        final LinkedBlockingQueue<State> saved = new LinkedBlockingQueue<>();
        final Semaphore speed = new Semaphore(1_000);
        volatile boolean full;

        Saved save(State state) {
            saved.add(state);
            speed.acquireUninterruptibly();
            return full
                    ? new Saved.NotKept("The disk is full.")
                    : new Saved.Kept(Path.of("state.json"));
        }

        State next() throws InterruptedException {
            return saved.poll(20, TimeUnit.SECONDS);
        }
    }

    private final Disk disk = new Disk();
    private final List<String> said = new CopyOnWriteArrayList<>();

    private Keeper keeper(Duration pause) {
        return new Keeper(State.DEFAULT, disk::save, said::add, pause);
    }

    @Test
    void theFirstChangeIsSavedAtOnce() throws InterruptedException {
        try (Keeper keeper = keeper(NEVER)) {
            keeper.keep(A);
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
        Function<State, Saved> broken =
                state -> {
                    Saved saved = disk.save(state);
                    if (state.equals(A)) {
                        throw new AssertionError("on purpose");
                    }
                    return saved;
                };
        try (Keeper keeper = new Keeper(State.DEFAULT, broken, voice, Duration.ZERO)) {
            keeper.keep(A);
            assertThat(disk.next()).isEqualTo(A);
            assertThat(attempts.poll(20, TimeUnit.SECONDS))
                    .contains("could not be saved")
                    .contains("on purpose");

            keeper.keep(B);

            assertThat(disk.next()).isEqualTo(B);
        }
    }

    @Test
    void changesDuringThePauseAreSavedAsOneWhenTheWindowCloses() throws InterruptedException {
        try (Keeper keeper = keeper(NEVER)) {
            keeper.keep(A);
            assertThat(disk.next()).isEqualTo(A);
            keeper.keep(B);
            keeper.keep(C);
            assertThat(disk.saved).isEmpty();
        }
        assertThat(disk.saved).containsExactly(C);
    }

    @Test
    void changesDuringASlowSaveAreSavedAsOneAfterIt() throws InterruptedException {
        disk.speed.drainPermits();
        try (Keeper keeper = keeper(Duration.ZERO)) {
            keeper.keep(A);
            assertThat(disk.next()).isEqualTo(A);
            for (int edit = 0; edit < 1_000; edit++) {
                keeper.keep(B);
            }
            keeper.keep(C);
            disk.speed.release(1_000);
            assertThat(disk.next()).isEqualTo(C);
        }
        assertThat(disk.saved).isEmpty();
    }

    @Test
    void aStateThatIsSavedAlreadyIsNotSavedAgain() {
        try (Keeper keeper = keeper(Duration.ZERO)) {
            keeper.keep(States.listing("a.example").withSites(State.DEFAULT.sites()));
        }
        assertThat(disk.saved).isEmpty();
    }

    @Test
    void closingWaitsForTheLastSave() throws InterruptedException {
        disk.speed.drainPermits();
        Keeper keeper = keeper(NEVER);
        keeper.keep(A);
        assertThat(disk.next()).isEqualTo(A);
        keeper.keep(B);
        Thread closing = Thread.ofPlatform().start(keeper::close);
        disk.speed.release(2);
        closing.join();
        assertThat(disk.saved).containsExactly(B);
    }

    @Test
    void aFullDiskIsToldOnceAndTriedAgainAtTheEnd() throws InterruptedException {
        disk.full = true;
        try (Keeper keeper = keeper(Duration.ZERO)) {
            keeper.keep(A);
            assertThat(disk.next()).isEqualTo(A);
            keeper.keep(B);
            assertThat(disk.next()).isEqualTo(B);
        }
        assertThat(disk.saved).containsExactly(B);
        assertThat(said).containsExactly("The disk is full.");
    }

    @Test
    void closingTwiceIsAsGoodAsOnce() {
        Keeper keeper = keeper(NEVER);
        keeper.close();
        assertTimeoutPreemptively(Duration.ofSeconds(20), keeper::close);
        assertThat(disk.saved).isEmpty();
    }

    @Test
    void whatWasTypedLastIsThereAfterARestart(@TempDir Path folder) {
        Opened opened = Store.open(States.folders(folder));
        try (Keeper keeper = new Keeper(opened, said::add)) {
            for (int edit = 0; edit < 200; edit++) {
                keeper.keep(States.listing("edit-" + edit + ".example"));
            }
        }
        opened.store().close();
        Opened again = Store.open(States.folders(folder));
        again.store().close();
        assertThat(again.state()).isEqualTo(States.listing("edit-199.example"));
        assertThat(said).isEmpty();
    }
}
