package dev.overlap.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

class ProgressLineTest {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final ProgressLine line =
            new ProgressLine(new PrintStream(screen, false, StandardCharsets.UTF_8));
    private final Trace trace = new Trace(List.of("a", "b", "c"));
    private final TraceRecorder recorder = new TraceRecorder(trace);

    @Test
    void showsTheProgressOfTheRun() {
        recorder.begin();
        recorder.enter(0, Phase.WAIT);
        recorder.end(0, new Outcome.Answered(200, 1));
        recorder.enter(1, Phase.WAIT);
        line.draw("event-loop", trace);
        assertThat(drawn()).matches("\revent-loop: 1 of 3 ended, 1 in flight, [0-9.]+ m?s");
    }

    @Test
    void aShorterTextOverwritesALongerOne() {
        line.draw("a-model-with-a-long-name", trace);
        line.draw("m", trace);
        assertThat(drawn())
                .isEqualTo(
                        "\ra-model-with-a-long-name: getting ready"
                                + "\rm: getting ready"
                                + " ".repeat("a-model-with-a-long-name".length() - 1));
    }

    @Test
    void clearingLeavesAnEmptyLine() {
        line.draw("m", trace);
        line.clear();
        line.clear();
        assertThat(drawn()).isEqualTo("\rm: getting ready\r" + " ".repeat(16) + "\r");
    }

    private String drawn() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
