package dev.overlap.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.TimeUnit.MICROSECONDS;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Kills a program while it saves, again and again, and checks what is left each time. */
@Timeout(300)
class CrashTest {

    private static final int KILLS = 40;
    private static final int SOAK_KILLS = 400;

    /** Run in parallel, since most of a child's life is its start. */
    private static final int LANES = 4;

    private static final int MAX_LIFE_MICROS = 60_000;

    @TempDir Path home;
    private Path one;
    private Path two;

    @BeforeEach
    void writeTexts() throws IOException {
        one = Files.write(home.resolve("one"), WindowStateJson.write(SavingProcess.Large.ONE));
        two = Files.write(home.resolve("two"), WindowStateJson.write(SavingProcess.Large.TWO));
    }

    @Test
    void killedWhileSavingItLeavesTheOldOrTheNewStateWhole() throws Exception {
        killAndCheck(KILLS);
    }

    @Test
    @Tag("soak")
    void killedManyTimesWhileSavingItLeavesTheOldOrTheNewStateWhole() throws Exception {
        killAndCheck(SOAK_KILLS);
    }

    private void killAndCheck(int kills) throws Exception {
        int midway = 0;
        try (ExecutorService lanes = Executors.newFixedThreadPool(LANES)) {
            List<Future<Integer>> results = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                Path folder = Files.createDirectory(home.resolve("lane-" + lane));
                Random random = new Random(lane);
                results.add(lanes.submit(() -> kills(kills / LANES, folder, random)));
            }
            for (Future<Integer> result : results) {
                midway += result.get();
            }
        }
        assertThat(midway)
                .as("kills that hit between the begin and the end of a save")
                .isPositive();
    }

    /**
     * Kills one child after another in one folder, so that each finds what the killed one has left.
     */
    private int kills(int kills, Path folder, Random random) throws Exception {
        int midway = 0;
        for (int kill = 0; kill < kills; kill++) {
            try (SavingProcess child = SavingProcess.start(folder, one, two)) {
                long life = random.nextInt(MAX_LIFE_MICROS);
                assertThat(child.process().waitFor(life, MICROSECONDS))
                        .as("ended itself")
                        .isFalse();
            }
            int left = temporaryFiles(folder);
            assertThat(left).as("what earlier kills left is gone").isLessThanOrEqualTo(1);
            midway += left;
            checkIsWhole(folder);
        }
        return midway;
    }

    /** Returns the number of temporary files that killed saves have left. */
    private static int temporaryFiles(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return (int) all.filter(it -> it.toString().endsWith(".tmp")).count();
        }
    }

    private void checkIsWhole(Path folder) throws IOException {
        byte[] left = Files.readAllBytes(folder.resolve("state.json"));
        assertThat(left).isIn(Files.readAllBytes(one), Files.readAllBytes(two));
        RestoredState next = StateLoader.open(States.folders(folder));
        next.store().close();
        assertThat(next.state()).isIn(SavingProcess.Large.ONE, SavingProcess.Large.TWO);
        assertThat(next.sentences()).isEmpty();
    }
}
