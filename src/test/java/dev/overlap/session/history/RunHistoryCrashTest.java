package dev.overlap.session.history;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.TimeUnit.MICROSECONDS;

import dev.overlap.session.history.RunHistory.Contents;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Kills a program while it keeps runs, again and again, and checks what is left each time. */
@Timeout(300)
class RunHistoryCrashTest {

    private static final int KILLS = 6;
    private static final int SOAK_KILLS = 100;
    private static final int MAX_LIFE_MICROS = 60_000;

    @TempDir private Path folder;

    @Test
    void killedWhileKeepingItLosesNothing() throws Exception {
        killAndCheck(KILLS);
    }

    @Test
    @Tag("soak")
    void killedManyTimesWhileKeepingItLosesNothing() throws Exception {
        killAndCheck(SOAK_KILLS);
    }

    private void killAndCheck(int kills) throws Exception {
        Random random = new Random(7);
        List<String> before = List.of();
        for (int kill = 1; kill <= kills; kill++) {
            try (KeepingProcess child = KeepingProcess.start(folder)) {
                assertThat(child.process().waitFor(random.nextInt(MAX_LIFE_MICROS), MICROSECONDS))
                        .as("ended itself")
                        .isFalse();
            }
            before = check(kill, before);
        }
    }

    /** Returns the ids of the pinned ones. */
    private List<String> check(int kills, List<String> before) throws IOException {
        RunHistory history = KeepingProcess.history(folder);
        Contents contents = history.contents();
        assertThat(contents.problems()).isEmpty();
        List<String> pinned = new ArrayList<>();
        for (HistoryEntry run : contents.runs()) {
            assertThat(history.read(run.id()).notes()).isEmpty();
            if (run.label().pinned()) {
                pinned.add(run.id());
            }
        }
        assertThat(pinned).hasSize(kills).containsAll(before);
        assertThat(contents.runs().size() - kills).isLessThanOrEqualTo(KeepingProcess.RUNS + 1);
        return pinned;
    }
}
