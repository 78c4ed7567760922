package dev.overlap.bench;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

/**
 * The JavaFX thread of a benchmark, on JavaFX's headless platform, which paints into memory with
 * the software pipeline: no display is needed, and no screen sets the pace.
 */
final class FxThread {

    private FxThread() {}

    /** Starts it; once per process. */
    static void start() throws InterruptedException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
    }

    /** Runs a task there and waits for its result. */
    static <T> T call(Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        Platform.runLater(future);
        return future.get();
    }

    /** Waits until so many frames have been drawn. */
    static void awaitFrames(int frames) throws Exception {
        CountDownLatch drawn = new CountDownLatch(frames);
        AnimationTimer timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        drawn.countDown();
                    }
                };
        run(timer::start);
        drawn.await();
        run(timer::stop);
    }

    /** Runs an action there and waits for its end, also in a thread that is interrupted. */
    static void runUninterruptibly(Runnable action) {
        CompletableFuture.runAsync(action, Platform::runLater).join();
    }

    /** Runs an action there and waits for its end. */
    static void run(Runnable action) throws Exception {
        call(
                () -> {
                    action.run();
                    return true;
                });
    }
}
