package dev.overlap.bench;

import dev.overlap.plan.SiteList;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How long 100,000 lines of a site list take from text to lines that are understood: the first
 * time, with no code loaded, as when a window opens, and then again.
 */
final class Loading implements Benchmark {

    private static final int LINES = 100_000;
    private static final int ROUNDS = 9;

    @Override
    public String name() {
        return "loading";
    }

    @Override
    public void run() {
        String text =
                IntStream.range(0, LINES)
                        .mapToObj(n -> "https://host" + n % 977 + ".example.org/page/" + n + "\n")
                        .collect(Collectors.joining());
        System.out.printf("first: %.0f ms%n", millis(text));
        var again =
                new Quantiles(IntStream.range(0, ROUNDS).mapToDouble(_ -> millis(text)).toArray());
        System.out.printf("then: %.0f ms in the median of %d%n", again.at(0.5), ROUNDS);
    }

    private static double millis(String text) {
        long begin = System.nanoTime();
        SiteList list = SiteList.parse(text);
        long end = System.nanoTime();
        if (list.lines().size() != LINES || list.problems() != 0) {
            throw new IllegalStateException("the list was not read as it was written");
        }
        return (end - begin) / 1e6;
    }
}
