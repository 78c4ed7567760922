package dev.overlap.ui;

import dev.overlap.chart.Timeline;
import dev.overlap.testkit.Eventually;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;

import org.controlsfx.control.StatusBar;
import org.testfx.api.FxRobot;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Queries the window as a user sees it. Every query runs on the JavaFX thread: the window changes
 * in many small steps within one pulse, and only between two pulses is its state consistent.
 */
public record WindowRobot(FxRobot robot) {

    /** The window refreshes its texts ten times per second. */
    private static final long REFRESH_NANOS = 300_000_000;

    /** Waits until the window shows something. */
    public void until(BooleanSupplier condition) {
        Eventually.holds("the window shows it", () -> look(condition::getAsBoolean));
    }

    /** Evaluates on the JavaFX thread, between two pulses. */
    public <T> T look(Supplier<T> at) {
        return Platform.isFxApplicationThread()
                ? at.get()
                : CompletableFuture.supplyAsync(at, Platform::runLater)
                        .orTimeout(1, TimeUnit.MINUTES)
                        .join();
    }

    /** Lets enough pulses pass for an active window to refresh its texts. */
    void letPulsesPass() {
        AtomicInteger pulses = new AtomicInteger();
        AtomicLong begin = new AtomicLong(Long.MAX_VALUE);
        AtomicLong latest = new AtomicLong();
        AnimationTimer counter =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        begin.compareAndSet(Long.MAX_VALUE, now);
                        latest.set(now);
                        pulses.incrementAndGet();
                    }
                };
        robot.interact(counter::start);
        until(() -> pulses.get() > 5 && latest.get() - begin.get() > REFRESH_NANOS);
        robot.interact(counter::stop);
    }

    public String status() {
        return look(() -> find("#status", StatusBar.class).getText());
    }

    public String text(String query) {
        return look(() -> find(query, Labeled.class).getText());
    }

    /** Whether a node, which must exist, is visible with all its ancestors. */
    public boolean shows(String query) {
        return look(() -> isInSight(node(query)));
    }

    public static boolean isInSight(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    /** All visible nodes within one, in drawing order. */
    static Stream<Node> inSight(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        Stream<Node> parts =
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(WindowRobot::inSight)
                        : Stream.empty();
        return Stream.concat(Stream.of(node), parts);
    }

    boolean has(String query) {
        return look(() -> robot.lookup(query).tryQuery().isPresent());
    }

    public boolean isDisabled(String query) {
        return look(() -> node(query).isDisabled());
    }

    public Node node(String query) {
        return find(query, Node.class);
    }

    public Timeline timeline() {
        return find("#timeline", Timeline.class);
    }

    public <T extends Node> T find(String query, Class<T> type) {
        return look(() -> robot.lookup(query).queryAs(type));
    }
}
