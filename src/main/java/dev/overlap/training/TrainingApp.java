package dev.overlap.training;

import dev.overlap.ui.OverlapApp;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Spinner;
import javafx.stage.Stage;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The window, in which a list is run and models are compared by pressing its buttons; it closes
 * when that is done.
 *
 * <p>Threads: as {@link OverlapApp}. Public because JavaFX creates it.
 */
public final class TrainingApp extends Application {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** A step is done once, as soon as its condition holds. */
    private record Step(Predicate<Scene> condition, Consumer<Scene> action) {}

    private final OverlapApp app = new OverlapApp();
    private final Queue<Step> steps =
            new ArrayDeque<>(
                    List.of(
                            new Step(
                                    scene -> isReady(scene, "#run"), scene -> press(scene, "#run")),
                            new Step(scene -> isReady(scene, "#stop"), _ -> {}),
                            new Step(
                                    scene -> isReady(scene, "#run"),
                                    scene -> press(scene, "#compare")),
                            new Step(
                                    scene -> isReady(scene, "#compare-run"),
                                    TrainingApp::compareOnce),
                            new Step(scene -> isReady(scene, "#compare-stop"), _ -> {}),
                            new Step(scene -> isReady(scene, "#compare-run"), _ -> {})));

    @Override
    public void init() {
        app.init();
    }

    @Override
    public void start(Stage stage) {
        app.start(stage);
        long end = System.nanoTime() + LIMIT.toNanos();
        AnimationTimer timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        advance(stage, end);
                    }
                };
        timer.start();
    }

    private void advance(Stage stage, long end) {
        Step next = steps.peek();
        if (next == null || System.nanoTime() > end) {
            stage.close();
        } else if (next.condition.test(stage.getScene())) {
            steps.remove();
            next.action.accept(stage.getScene());
        }
    }

    private static boolean isReady(Scene scene, String id) {
        Node node = scene.lookup(id);
        return node != null && !node.isDisabled();
    }

    private static void press(Scene scene, String id) {
        ((Button) scene.lookup(id)).fire();
    }

    @SuppressWarnings("unchecked")
    private static void compareOnce(Scene scene) {
        ((Spinner<Integer>) scene.lookup("#compare-runs")).getValueFactory().setValue(1);
        press(scene, "#compare-run");
    }

    /**
     * Closes the window.
     *
     * @throws IllegalStateException if it did not do all that it had to
     */
    @Override
    public void stop() {
        app.stop();
        if (!steps.isEmpty()) {
            throw new IllegalStateException(steps.size() + " steps were not done in " + LIMIT);
        }
    }
}
