package dev.overlap.bench;

import java.util.List;

/** Runs the benchmark that is named on the command line; exits with 1 if it is not as it must. */
public final class Main {

    /** Every benchmark there is, in the order in which they are reported. */
    private static final List<Benchmark> BENCHMARKS =
            List.of(
                    new ModelComparison(),
                    ManyRequests.besideItsLab(),
                    ManyRequests.withLabApart(),
                    new WaitAccuracy(),
                    new RecordingOverhead(),
                    new TracingOverhead(),
                    new EventLag(),
                    new StartUp(),
                    new Loading(),
                    new SessionFiles(),
                    new ForeignFiles(),
                    new Painting());

    private Main() {}

    public static void main(String[] words) throws Exception {
        String name = words.length == 1 ? words[0] : "";
        for (Benchmark benchmark : BENCHMARKS) {
            if (benchmark.name().equals(name)) {
                System.exit(code(benchmark));
            }
        }
        System.err.println(unknown(name));
        System.exit(2);
    }

    private static int code(Benchmark benchmark) throws Exception {
        try {
            benchmark.run();
            return 0;
        } catch (RequirementNotMet e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static String unknown(String name) {
        List<String> names = BENCHMARKS.stream().map(Benchmark::name).toList();
        return "There is no benchmark '%s': name one of %s by -Dbench=NAME."
                .formatted(name, String.join(", ", names));
    }
}
