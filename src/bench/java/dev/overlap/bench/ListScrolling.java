package dev.overlap.bench;

import dev.overlap.plan.SiteList;

import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.image.WritableImage;

import java.util.Locale;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Scrolling the site list of the window, by a notch of the wheel and by jumping, with 100 lines and
 * with 100,000, in turn: layout of the cells and the rendering of the list, for which a snapshot
 * waits.
 */
final class ListScrolling {

    private static final int FEW = 100;
    private static final int MANY = 100_000;
    private static final int WARM_UP = 20;
    private static final int FRAMES = 60;
    private static final double WHEEL = 20;

    private final BenchWindow few;
    private final BenchWindow many;
    private final SnapshotParameters parameters = new SnapshotParameters();

    private ListScrolling(BenchWindow few, BenchWindow many) {
        this.few = few;
        this.many = many;
    }

    static void print() throws Exception {
        try (BenchWindow few = BenchWindow.open(list(FEW), "event-loop", 1);
                BenchWindow many = BenchWindow.open(list(MANY), "event-loop", 1)) {
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
        print("by the wheel", (flow, _) -> flow.scrollPixels(WHEEL));
        print("by jumping", (flow, frame) -> jump(flow, frame));
    }

    /** As a drag of the scroll bar does. */
    private static void jump(VirtualFlow<?> flow, int frame) {
        flow.setPosition(Math.floorMod(frame * 379, 1_000) / 1_000.0);
    }

    private void print(String how, ObjIntConsumer<VirtualFlow<?>> scroll) throws Exception {
        double[] small = new double[FRAMES];
        double[] large = new double[FRAMES];
        for (int frame = -WARM_UP; frame < FRAMES; frame++) {
            double a = millis(few, frame, scroll);
            double b = millis(many, frame, scroll);
            if (frame >= 0) {
                small[frame] = a;
                large[frame] = b;
            }
        }
        Quantiles a = new Quantiles(small);
        Quantiles b = new Quantiles(large);
        System.out.printf(
                Locale.ROOT,
                "scrolling a list of %,d lines %s: frame %.1f ms (longest %.1f), of %d lines %.1f"
                        + " ms, ratio %.2f%n",
                MANY,
                how,
                b.at(0.5),
                b.at(1),
                FEW,
                a.at(0.5),
                b.at(0.5) / a.at(0.5));
    }

    private double millis(BenchWindow window, int frame, ObjIntConsumer<VirtualFlow<?>> scroll)
            throws Exception {
        return FxThread.call(
                () -> {
                    Node list = window.find("#sites");
                    VirtualFlow<?> flow = (VirtualFlow<?>) list.lookup(".virtual-flow");
                    WritableImage pixels = pixels(list);
                    long begin = System.nanoTime();
                    scroll.accept(flow, frame);
                    flow.layout();
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
