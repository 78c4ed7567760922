package dev.overlap.bench;

import dev.overlap.plan.SiteList;

import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ListView;
import javafx.scene.image.WritableImage;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Scrolling the site list of the window by pages, with 100 lines and with 100,000, in turn: layout
 * of the cells and the rendering of the list, for which a snapshot waits.
 */
final class ListScrolling {

    private static final int FEW = 100;
    private static final int MANY = 100_000;
    private static final int WARM_UP = 20;
    private static final int FRAMES = 100;

    private final BenchWindow few;
    private final BenchWindow many;
    private final SnapshotParameters parameters = new SnapshotParameters();

    private ListScrolling(BenchWindow few, BenchWindow many) {
        this.few = few;
        this.many = many;
    }

    static void print() throws Exception {
        try (BenchWindow few = BenchWindow.open(list(FEW), "event-loop");
                BenchWindow many = BenchWindow.open(list(MANY), "event-loop")) {
            new ListScrolling(few, many).measure();
        }
    }

    private static SiteList list(int lines) {
        return SiteList.parse(
                IntStream.range(0, lines)
                        .mapToObj(n -> "https://host" + n % 977 + ".example.org/page/" + n + "\n")
                        .collect(Collectors.joining()));
    }

    private void measure() throws Exception {
        double[] small = new double[FRAMES];
        double[] large = new double[FRAMES];
        for (int frame = -WARM_UP; frame < FRAMES; frame++) {
            double a = millis(few, frame, FEW);
            double b = millis(many, frame, MANY);
            if (frame >= 0) {
                small[frame] = a;
                large[frame] = b;
            }
        }
        Quantiles a = new Quantiles(small);
        Quantiles b = new Quantiles(large);
        System.out.printf(
                Locale.ROOT,
                "scrolling a list of %,d lines: frame %.1f ms (longest %.1f), of %d lines %.1f ms,"
                        + " ratio %.2f%n",
                MANY,
                b.at(0.5),
                b.at(1),
                FEW,
                a.at(0.5),
                b.at(0.5) / a.at(0.5));
    }

    /** Jumps to another place, as a drag of the scroll bar does. */
    private double millis(BenchWindow window, int frame, int lines) throws Exception {
        int row = Math.floorMod(frame * 7_919, lines);
        return FxThread.call(
                () -> {
                    ListView<?> list = (ListView<?>) window.find("#sites");
                    WritableImage pixels = pixels(list);
                    long begin = System.nanoTime();
                    list.scrollTo(row);
                    list.layout();
                    list.snapshot(parameters, pixels);
                    return (System.nanoTime() - begin) / 1e6;
                });
    }

    private static WritableImage pixels(Node node) {
        return new WritableImage(
                (int) Math.ceil(node.getLayoutBounds().getWidth()),
                (int) Math.ceil(node.getLayoutBounds().getHeight()));
    }
}
