package dev.overlap.bench;

import dev.overlap.bench.PythonRuns.Cost;
import dev.overlap.lab.Lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What watching a Python program costs it: the same programs traced and not, in alternating pairs,
 * against the lab of this process. Their output and exit codes must be equal. The processor time of
 * the program, its tracer's thread included, is compared, since it depends least on what else runs;
 * wall time stands beside it.
 */
final class TracingOverhead implements Benchmark {

    private static final int PAIRS = 15;

    /**
     * A program of src/bench/python.
     *
     * @param library that it needs, or empty
     * @param limit of the ratio
     */
    private record Program(String file, String library, int units, double limit) {}

    private static final List<Program> PROGRAMS =
            List.of(
                    new Program("with_requests.py", "requests", 500, 1.15),
                    new Program("with_aiohttp.py", "aiohttp", 1_200, 1.5),
                    new Program("loop_steps.py", "", 100_000, 1.3));

    @Override
    public String name() {
        return "tracing";
    }

    @Override
    public void run() throws Exception {
        List<String> missed = new ArrayList<>();
        try (Lab lab = Lab.start();
                PythonRuns runs = PythonRuns.open(lab.uri().resolve("/bytes/1000"))) {
            System.out.printf("%s, %d pairs of each program.%n", runs.interpreter(), PAIRS);
            for (Program program : PROGRAMS) {
                if (!runs.has(program.library)) {
                    throw new RequirementNotMet("This Python has no " + program.library + ".");
                }
                measure(program, runs, missed);
            }
        }
        if (!missed.isEmpty()) {
            throw new RequirementNotMet(String.join("%n".formatted(), missed));
        }
    }

    private static void measure(Program program, PythonRuns runs, List<String> missed)
            throws IOException, InterruptedException, RequirementNotMet {
        double[] untraced = new double[PAIRS];
        double[] traced = new double[PAIRS];
        double[] cpu = new double[PAIRS];
        double[] wall = new double[PAIRS];
        for (int pair = 0; pair < PAIRS; pair++) {
            // who goes first changes, so that neither gains by its place
            boolean tracedFirst = pair % 2 == 0;
            Cost one = runs.run(program.file, tracedFirst);
            Cost two = runs.run(program.file, !tracedFirst);
            Cost with = tracedFirst ? one : two;
            Cost without = tracedFirst ? two : one;
            if (!with.result().equals(without.result())) {
                throw new RequirementNotMet(
                        "%s does not behave as without the tracer: %s, %s"
                                .formatted(program.file, with.result(), without.result()));
            }
            untraced[pair] = without.cpuSeconds() * 1e6 / program.units;
            traced[pair] = with.cpuSeconds() * 1e6 / program.units;
            cpu[pair] = with.cpuSeconds() / without.cpuSeconds();
            wall[pair] = with.wallSeconds() / without.wallSeconds();
        }
        Quantiles ratio = new Quantiles(cpu);
        System.out.printf(
                Locale.ROOT,
                "%-17s processor time %s (limit %.2f), wall %s; %.2f instead of %.2f us each%n",
                program.file,
                text(ratio),
                program.limit,
                text(new Quantiles(wall)),
                new Quantiles(traced).at(0.5),
                new Quantiles(untraced).at(0.5));
        if (ratio.at(0.5) > program.limit) {
            missed.add(
                    String.format(
                            Locale.ROOT,
                            "%s takes %.2f times the processor time when it is traced, and may"
                                    + " take %.2f times.",
                            program.file,
                            ratio.at(0.5),
                            program.limit));
        }
    }

    private static String text(Quantiles ratio) {
        return String.format(
                Locale.ROOT,
                "%.2f (quartiles %.2f to %.2f)",
                ratio.at(0.5),
                ratio.at(0.25),
                ratio.at(0.75));
    }
}
