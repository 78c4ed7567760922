package dev.overlap.bench;

import dev.overlap.plan.SiteList;
import dev.overlap.plan.repair.Paste;
import dev.overlap.plan.repair.RepairedLine;

import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How long 100,000 lines of a site list take from text to lines that are understood: the first
 * time, with no code loaded, as when a window opens, and then again; and 100,000 pasted lines, each
 * of which needs a repair.
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
        String text = text("https://host%1$d.example.org/page/%2$d%n");
        System.out.printf("first: %.0f ms%n", millis(text));
        System.out.printf(
                "then: %.0f ms in the median of %d%n", median(() -> millis(text)), ROUNDS);
        String dirty = text("- [page %2$d](https://host%1$d.example.org/page/%2$d)%n");
        System.out.printf(
                "in need of repair: first %.0f ms, then %.0f ms%n",
                pasteMillis(dirty), median(() -> pasteMillis(dirty)));
    }

    private static String text(String form) {
        return IntStream.range(0, LINES)
                .mapToObj(n -> form.formatted(n % 977, n))
                .collect(Collectors.joining());
    }

    private static double median(DoubleSupplier millis) {
        double[] all = IntStream.range(0, ROUNDS).mapToDouble(_ -> millis.getAsDouble()).toArray();
        return new Quantiles(all).at(0.5);
    }

    private static double pasteMillis(String text) {
        long begin = System.nanoTime();
        Paste paste = Paste.of(text);
        long end = System.nanoTime();
        if (paste.lines().stream().filter(RepairedLine::isRepaired).count() != LINES) {
            throw new IllegalStateException("not every line was repaired");
        }
        return (end - begin) / 1e6;
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
