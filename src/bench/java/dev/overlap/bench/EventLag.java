package dev.overlap.bench;

import dev.overlap.lab.VirtualHosts;
import dev.overlap.program.ProgramRun;
import dev.overlap.program.ProgramSetup;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long it takes from an event in a program that is watched to the frame that draws it, in
 * programs whose tasks wait in a loop, in threads and in processes. The time of an event is the one
 * that the program tells, by the clock that both share.
 */
final class EventLag implements Benchmark {

    private static final double MAX_MILLIS = 50;

    private static final List<String> PROGRAMS = List.of("loop", "threads", "processes");

    @Override
    public String name() {
        return "lag";
    }

    @Override
    public void run() throws Exception {
        FxThread.start();
        List<String> missed = new ArrayList<>();
        double[] _ = lags(PROGRAMS.getFirst()); // loads code
        for (String program : PROGRAMS) {
            double[] millis = lags(program);
            print(program, new Quantiles(millis), millis.length, missed);
        }
        if (!missed.isEmpty()) {
            throw new RequirementNotMet(String.join("%n".formatted(), missed));
        }
    }

    private static double[] lags(String program) throws Exception {
        List<String> command = List.of("lag.py", program);
        OutputStream nowhere = OutputStream.nullOutputStream();
        try (ProgramSetup setup =
                ProgramSetup.of(
                        command,
                        "",
                        VirtualHosts.of(List.of()),
                        Path.of("src", "bench", "python"),
                        Optional.empty())) {
            ProgramRun run = setup.start(nowhere, nowhere);
            DrawnEvents drawn = FxThread.call(() -> DrawnEvents.of(run));
            run.done().toCompletableFuture().join();
            double[] millis = FxThread.call(drawn::lagsInMillis);
            if (run.exitCode() != 0 || millis.length == 0) {
                throw new RequirementNotMet("Nothing was seen of lag.py " + program + ".");
            }
            return millis;
        }
    }

    private static void print(String program, Quantiles lags, int events, List<String> missed) {
        System.out.printf(
                Locale.ROOT,
                "%-9s from an event to its frame %.0f ms (5 of 100: %.0f, 95 of 100: %.0f, longest"
                        + " %.0f ms), %d events%n",
                program,
                lags.at(0.5),
                lags.at(0.05),
                lags.at(0.95),
                lags.at(1),
                events);
        if (lags.at(0.95) > MAX_MILLIS) {
            missed.add(
                    String.format(
                            Locale.ROOT,
                            "Of %s, 95 of 100 events are drawn after %.0f ms, and may be after"
                                    + " %.0f.",
                            program,
                            lags.at(0.95),
                            MAX_MILLIS));
        }
    }
}
