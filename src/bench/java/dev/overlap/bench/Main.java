package dev.overlap.bench;

import java.util.List;

/** Runs the benchmark that is named on the command line. */
public final class Main {

    /** Every benchmark there is, in the order in which they are told of. */
    private static final List<Benchmark> BENCHMARKS =
            List.of(new Models(), new Accuracy(), new Recording(), new Loading());

    private Main() {}

    public static void main(String[] words) throws Exception {
        String name = words.length == 1 ? words[0] : "";
        for (Benchmark benchmark : BENCHMARKS) {
            if (benchmark.name().equals(name)) {
                benchmark.run();
                System.exit(0);
            }
        }
        System.err.println(unknown(name));
        System.exit(2);
    }

    private static String unknown(String name) {
        List<String> names = BENCHMARKS.stream().map(Benchmark::name).toList();
        return "There is no benchmark '%s': name one of %s by -Dbench=NAME."
                .formatted(name, String.join(", ", names));
    }
}
