package dev.overlap.bench;

import dev.overlap.chart.Timeline;
import dev.overlap.concurrency.Run;
import dev.overlap.plan.Plan;
import dev.overlap.plan.SiteList;
import dev.overlap.render.TimeRange;
import dev.overlap.render.rows.RowSort;
import dev.overlap.trace.Trace;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What people do in the window with a run of 1,000,000 phases and with a list of 100,000 lines, and
 * for how long the JavaFX thread does not come to the next frame meanwhile. Everything is done
 * twice, and the second time counts: the first loads code.
 */
final class WindowStalls implements AutoCloseable {

    private static final int LINES = 100_000;
    private static final long WATCHED_MILLIS = 1_000;
    private static final long POLL_MILLIS = 20;
    private static final long MAX_NANOS = 90_000_000_000L;
    private static final String CLEAN = "https://host%1$d.example.org/page/%2$d%n";
    private static final String DIRTY = "- [page %2$d](https://host%1$d.example.org/page/%2$d)%n";

    /** A run that is over. */
    private record Recorded(Plan plan, Trace trace) implements Run {

        @Override
        public void cancel() {
            // it is over
        }

        @Override
        public CompletionStage<Void> done() {
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Something that people do; JavaFX thread. */
    private record Step(String words, Runnable action) {}

    private final BenchWindow window;

    private WindowStalls(BenchWindow window) {
        this.window = window;
    }

    /** Works with a finished run and with a long list, and prints the stalls. */
    static void print(Trace trace) throws Exception {
        SiteList sites = SiteList.parse("lab:/delay/1000 x" + trace.tasks().size());
        try (WindowStalls stalls =
                new WindowStalls(BenchWindow.open(sites, plan -> new Recorded(plan, trace)))) {
            stalls.measureRun();
        }
        try (WindowStalls stalls =
                new WindowStalls(BenchWindow.open(SiteList.EMPTY, "event-loop", 1))) {
            stalls.measureList();
        }
    }

    private void measureRun() throws Exception {
        for (boolean counts : new boolean[] {false, true}) {
            measure(step("shown", () -> ((Button) window.find("#run")).fire()), counts);
            measure(key("stepped to the next change", KeyCode.PERIOD), counts);
            measure(key("played", KeyCode.SPACE), counts);
            measure(key("paused", KeyCode.SPACE), counts);
            measure(
                    step("selected a task", () -> timeline().selectedTaskProperty().set(9)),
                    counts);
            measure(key("its arrows", KeyCode.L), counts);
            measure(step("mouse over a row", () -> move(700, 300)), counts);
            measure(step("sorted", () -> sort(RowSort.DURATION)), counts);
            measure(step("menu of rows", () -> menu().show()), counts);
            measure(step("range measured", this::setRange), counts);
            measure(step("found", () -> find("1000?99")), counts);
            measure(key("by worker", KeyCode.V), counts);
            measure(key("by connection", KeyCode.V), counts);
            measure(key("by resource", KeyCode.V), counts);
            FxThread.run(this::reset);
        }
    }

    private void measureList() throws Exception {
        for (boolean counts : new boolean[] {false, true}) {
            measurePaste("pasted 100,000 lines", text(CLEAN), counts);
            measure(step("undone", () -> sites(KeyCode.Z, true)), counts);
            measurePaste("pasted 100,000 lines in need of repair", text(DIRTY), counts);
            measurePaste("pasted 100,000 more below", text(CLEAN), counts);
            measure(step("duplicated a line", () -> sites(KeyCode.D, true)), counts);
            measure(step("selected all", () -> sites(KeyCode.A, true)), counts);
            measure(step("deleted all", () -> sites(KeyCode.DELETE, false)), counts);
        }
    }

    private static Step step(String words, Runnable action) {
        return new Step(words, action);
    }

    private Step key(String words, KeyCode code) {
        return new Step(words, () -> press(timeline(), code, false));
    }

    private static String text(String form) {
        return IntStream.range(0, LINES)
                .mapToObj(n -> form.formatted(n % 977, n))
                .collect(Collectors.joining());
    }

    private void sort(RowSort by) {
        var choice = timeline().rowChoiceProperty();
        choice.set(choice.get().sortedBy(by));
    }

    private MenuButton menu() {
        return (MenuButton) window.find("#arrange");
    }

    private void setRange() {
        timeline().rangeProperty().set(new TimeRange(100_000_000, 900_000_000));
    }

    private void find(String text) {
        press(timeline(), KeyCode.F, true);
        ((TextInputControl) window.find("#find")).setText(text);
    }

    private void reset() {
        menu().hide();
        press(window.find("#find"), KeyCode.ESCAPE, false);
        timeline().rangeProperty().set(null);
        timeline().selectedTaskProperty().set(-1);
        sort(RowSort.LIST);
        press(timeline(), KeyCode.L, false);
        press(timeline(), KeyCode.V, false);
        move(-1, -1);
    }

    private void paste(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        sites(KeyCode.V, true);
    }

    private void sites(KeyCode code, boolean control) {
        window.find("#sites").requestFocus();
        press(window.find("#sites"), code, control);
    }

    private int lines() {
        return ((ListView<?>) window.find("#sites")).getItems().size();
    }

    private Timeline timeline() {
        return (Timeline) window.find("#timeline");
    }

    private static void press(Node node, KeyCode code, boolean control) {
        String typed = code == KeyCode.PERIOD ? "." : "";
        Event.fireEvent(node, event(KeyEvent.KEY_PRESSED, "", code, control));
        Event.fireEvent(node, event(KeyEvent.KEY_TYPED, typed, KeyCode.UNDEFINED, control));
    }

    private static KeyEvent event(
            EventType<KeyEvent> type, String typed, KeyCode code, boolean control) {
        return new KeyEvent(type, typed, "", code, false, control, false, false);
    }

    private void move(double x, double y) {
        MouseButton none = MouseButton.NONE;
        Event.fireEvent(
                timeline(),
                new MouseEvent(
                        MouseEvent.MOUSE_MOVED,
                        x,
                        y,
                        x,
                        y,
                        none,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
    }

    private void measure(Step step, boolean counts) throws Exception {
        FrameGaps gaps = new FrameGaps();
        FxThread.run(gaps::start);
        FxThread.run(step.action);
        Thread.sleep(WATCHED_MILLIS);
        print(step.words, gaps, counts, "");
    }

    /** Watches until the lines are in the list. */
    private void measurePaste(String words, String text, boolean counts) throws Exception {
        FrameGaps gaps = new FrameGaps();
        FxThread.run(gaps::start);
        int before = FxThread.call(this::lines);
        long begin = System.nanoTime();
        FxThread.run(() -> paste(text));
        while (FxThread.call(this::lines) < before + LINES) {
            Thread.sleep(POLL_MILLIS);
            if (System.nanoTime() - begin > MAX_NANOS) {
                throw new RequirementNotMet("Pasted lines do not arrive.");
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        Thread.sleep(WATCHED_MILLIS);
        print(
                words,
                gaps,
                counts,
                String.format(Locale.ROOT, "; in the list after %.2f s", seconds));
    }

    private static void print(String words, FrameGaps gaps, boolean counts, String more)
            throws Exception {
        FxThread.run(gaps::stop);
        if (counts) {
            System.out.printf(
                    Locale.ROOT,
                    "%-40s longest stall %4.0f ms, the most it computed for one frame %3.0f ms%s%n",
                    words,
                    gaps.longestMillis(),
                    gaps.mostComputedMillis(),
                    more);
        }
    }

    @Override
    public void close() {
        window.close();
    }
}
