package dev.overlap.bench;

import dev.overlap.chart.Timeline;
import dev.overlap.render.TimeRange;
import dev.overlap.trace.Trace;

import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import java.util.Locale;

/**
 * The time of a frame of the chart at a small and at a large trace, side by side: in each round
 * both paint the same views, in turn. A frame is what the JavaFX thread does (its painters fill the
 * command buffer of the canvas) and the rendering of these commands to pixels, for which a snapshot
 * waits; the snapshot itself costs the same few milliseconds for both.
 */
final class FrameTimes {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final int WARM_UP = 8;
    private static final int ROUNDS = 25;
    private static final int FRAMES_PER_ROUND = 4;
    private static final long SECOND = 1_000_000_000;

    /** What a frame shows that the one before it did not. */
    private enum View {
        SCROLLED("the whole run, scrolled"),
        ZOOMED("zoomed to a tenth, panned"),
        REPLAYED("the whole run, replayed");

        private final String words;

        View(String words) {
            this.words = words;
        }

        void change(Timeline timeline, int frame) {
            switch (this) {
                case SCROLLED -> scroll(timeline, frame);
                case ZOOMED -> pan(timeline, frame);
                case REPLAYED -> replay(timeline, frame);
            }
        }
    }

    private static void scroll(Timeline timeline, int frame) {
        timeline.windowProperty().set(null);
        timeline.playheadProperty().set(Timeline.FOLLOW);
        timeline.scrollProperty().set(5 + frame % 50 * 7);
    }

    private static void pan(Timeline timeline, int frame) {
        long begin = SECOND / 2 + frame % 50 * (SECOND / 500);
        timeline.scrollProperty().set(0);
        timeline.windowProperty().set(new TimeRange(begin, begin + SECOND / 5));
    }

    private static void replay(Timeline timeline, int frame) {
        timeline.windowProperty().set(null);
        timeline.playheadProperty().set(SECOND / 2 + frame % 50 * (SECOND / 60));
    }

    /** A chart in a window, and the times of its frames in milliseconds. */
    private static final class Chart {

        private final Timeline timeline = new Timeline();
        private final WritableImage pixels = new WritableImage(WIDTH, HEIGHT);
        private final SnapshotParameters parameters = new SnapshotParameters();
        private final double[] frames = new double[ROUNDS * FRAMES_PER_ROUND];
        private final double[] thread = new double[ROUNDS * FRAMES_PER_ROUND];

        /** JavaFX thread. */
        Chart(Trace trace) {
            Stage stage = new Stage();
            stage.setScene(new Scene(timeline, WIDTH, HEIGHT));
            stage.show();
            timeline.traceProperty().set(trace);
            timeline.pulse();
        }

        void paint(View view, int frame) {
            long begin = System.nanoTime();
            view.change(timeline, frame);
            timeline.pulse();
            long painted = System.nanoTime();
            timeline.snapshot(parameters, pixels);
            if (frame >= 0) {
                thread[frame] = (painted - begin) / 1e6;
                frames[frame] = (System.nanoTime() - begin) / 1e6;
            }
        }
    }

    private final Chart small;
    private final Chart large;

    private FrameTimes(Chart small, Chart large) {
        this.small = small;
        this.large = large;
    }

    /** Shows two traces; on the JavaFX thread. */
    static FrameTimes of(Trace small, Trace large) {
        return new FrameTimes(new Chart(small), new Chart(large));
    }

    /**
     * Measures all views and prints their times.
     *
     * @return the largest ratio of a frame at the large trace to one at the small trace
     */
    double print() throws Exception {
        double most = 0;
        for (View view : View.values()) {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                round(view, round);
            }
            most = Math.max(most, print(view));
        }
        return most;
    }

    /** One round is one task of the JavaFX thread, so that it may do its own work in between. */
    private void round(View view, int round) throws Exception {
        for (int i = 0; i < FRAMES_PER_ROUND; i++) {
            int frame = round < 0 ? -1 : round * FRAMES_PER_ROUND + i;
            FxThread.run(() -> small.paint(view, frame));
            FxThread.run(() -> large.paint(view, frame));
        }
    }

    private double print(View view) {
        Quantiles a = new Quantiles(small.frames);
        Quantiles b = new Quantiles(large.frames);
        double ratio = b.at(0.5) / a.at(0.5);
        System.out.printf(
                Locale.ROOT,
                "%-26s frame %.1f -> %.1f ms, ratio %.2f (longest %.1f -> %.1f ms); JavaFX thread"
                        + " %.2f -> %.2f ms%n",
                view.words,
                a.at(0.5),
                b.at(0.5),
                ratio,
                a.at(1),
                b.at(1),
                new Quantiles(small.thread).at(0.5),
                new Quantiles(large.thread).at(0.5));
        return ratio;
    }
}
