package dev.overlap.ui.controls;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Tells when a file has changed. It looks twice a second, since services that tell do not know
 * network shares.
 *
 * <p>Threads: JavaFX thread only; the file is looked at in the background.
 */
public final class FileWatch {

    private static final Duration PERIOD = Duration.millis(500);

    private final Executor background;
    private final Executor inbox;
    private final Consumer<Path> changed;
    private final Timeline timer = new Timeline(new KeyFrame(PERIOD, _ -> look()));
    private @Nullable Path file;
    private @Nullable Stamp last;

    /** What a change of a file changes. */
    private record Stamp(long modifiedMillis, long size, String key) {

        /** Returns null for a file that cannot be looked at, as while an editor replaces it. */
        static @Nullable Stamp of(Path file) {
            try {
                BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(
                        found.lastModifiedTime().toMillis(),
                        found.size(),
                        String.valueOf(found.fileKey()));
            } catch (IOException e) {
                return null;
            }
        }
    }

    /**
     * @param inbox runs on the JavaFX thread
     * @param changed receives the file, on the JavaFX thread
     */
    public FileWatch(Executor background, Executor inbox, Consumer<Path> changed) {
        this.background = background;
        this.inbox = inbox;
        this.changed = changed;
        timer.setCycleCount(Timeline.INDEFINITE);
    }

    /** Watches a file in place of the one before; null for none. */
    public void watch(@Nullable Path watched) {
        file = watched;
        last = null;
        if (watched == null) {
            timer.stop();
        } else {
            timer.play();
            look();
        }
    }

    private void look() {
        Path looked = file;
        if (looked != null) {
            background.execute(
                    () -> {
                        Stamp stamp = Stamp.of(looked);
                        inbox.execute(() -> found(looked, stamp));
                    });
        }
    }

    private void found(Path looked, @Nullable Stamp stamp) {
        if (stamp == null || !looked.equals(file)) {
            return;
        }
        boolean isOther = last != null && !stamp.equals(last);
        last = stamp;
        if (isOther) {
            changed.accept(looked);
        }
    }
}
