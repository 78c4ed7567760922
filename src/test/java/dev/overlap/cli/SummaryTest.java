package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.export.Report;
import dev.overlap.testkit.Story;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Recorder;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack.Role;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

/** What the summary of a run says of those who carried its tasks. */
class SummaryTest {

    private static List<String> lines(Trace trace) {
        return Summary.of(
                new Report(
                        Story.plan("process-pool", "lab:/a"),
                        "Processes",
                        Instant.EPOCH,
                        trace,
                        Report.Look.DEFAULT));
    }

    @Test
    void workersAreCountedByKindWithTheirHandOvers() {
        Story story = Story.of("lab:/a");
        int loop = story.hire("loop-1", Role.LOOP);
        story.hire("offload-1", Role.THREAD);
        story.hire("offload-2", Role.THREAD);
        story.enter(0, Phase.WAIT, 1).answered(0, 200, 5).busy(loop, 0, 1, 2);

        assertThat(lines(story.finished()))
                .contains(
                        "Workers          2 threads, 1 loop",
                        "Hand-overs       1 by choice, those by force are not told here");
    }

    @Test
    void processesAreToldWithWhatTheyHaveUsed() {
        Trace trace = new Trace(List.of("lab:/a"));
        Recorder recorder = new Recorder(trace);
        recorder.begin();
        for (String name : List.of("process-1", "process-2")) {
            int process = recorder.hire(name, Role.PROCESS);
            recorder.used(process, 600_000_000);
            recorder.forced(process, 3);
        }
        recorder.finish();

        assertThat(lines(trace))
                .contains(
                        "Processes' CPU   1.20 s, start-up included",
                        "Workers          2 processes",
                        "Hand-overs       0 by choice, 6 by force");
    }

    @Test
    void withoutWorkersThereIsNothingToSayOfThem() {
        assertThat(lines(Story.of("lab:/a").finished()))
                .noneMatch(line -> line.startsWith("Workers") || line.startsWith("Hand-overs"));
    }
}
