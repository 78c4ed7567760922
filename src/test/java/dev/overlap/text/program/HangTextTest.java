package dev.overlap.text.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.text.program.HangText.OpenTask;
import dev.overlap.trace.Phase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.stream.IntStream;

class HangTextTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void eachOpenTaskSaysWhatItWaitsForTheLongestFirst() {
        List<OpenTask> tasks =
                List.of(
                        new OpenTask("get('a')", Phase.WAIT, null, 11 * SECOND),
                        new OpenTask("main()", Phase.AWAIT, "gather", 12 * SECOND),
                        new OpenTask("use(lock)", Phase.BLOCKED, "Semaphore.acquire", 10 * SECOND));

        assertThat(HangText.of(10 * SECOND, tasks))
                .containsExactly(
                        "Nothing has happened for 10.0 s, and 3 tasks have not ended:",
                        "main() waits for other tasks (gather), for 12.0 s",
                        "get('a') waits for the reply, for 11.0 s",
                        "use(lock) waits for a lock, a place or an item (Semaphore.acquire), for"
                                + " 10.0 s");
    }

    @Test
    void nothingIsSaidWithoutOpenTasksAndOfManyTheFirst() {
        assertThat(HangText.of(SECOND, List.of())).isEmpty();
        List<OpenTask> many =
                IntStream.range(0, 25)
                        .mapToObj(n -> new OpenTask("t" + n, Phase.PAUSE, "", n))
                        .toList();
        assertThat(HangText.of(SECOND, many)).hasSize(22).last().isEqualTo("and 5 more.");
    }

    @ParameterizedTest
    @EnumSource
    void everyPhaseHasWords(Phase phase) {
        assertThat(HangText.of(SECOND, List.of(new OpenTask("t", phase, null, SECOND))))
                .first()
                .isEqualTo("Nothing has happened for 1.00 s, and 1 task has not ended:");
        assertThat(HangText.of(SECOND, List.of(new OpenTask("t", phase, null, SECOND))).getLast())
                .matches("t [a-z].+, for 1.00 s");
    }
}
