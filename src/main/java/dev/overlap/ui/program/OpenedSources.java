package dev.overlap.ui.program;

import dev.overlap.text.program.WatchText;
import dev.overlap.trace.Trace;
import dev.overlap.ui.run.RunController.Started;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The sources of runs of programs that did not run in this window, or before others: looked for
 * when such a run is opened.
 *
 * <p>Threads: JavaFX thread only; files are read and written in the background.
 */
final class OpenedSources {

    private final Executor background;
    private final Executor inbox;
    private final Runnable found;
    private @Nullable KnownFiles known;
    private @Nullable Started opened;
    private @Nullable ShownSource source;

    /**
     * @param inbox runs on the JavaFX thread
     * @param found is told when a source that was looked for is there
     */
    OpenedSources(Executor background, Executor inbox, Runnable found) {
        this.background = background;
        this.inbox = inbox;
        this.found = found;
    }

    /** Sets the folder in which is noted which file a run is of. */
    void keepIn(Optional<Path> folder) {
        known = folder.map(KnownFiles::new).orElse(null);
    }

    /** Notes the file of a program that has ended. */
    void note(ProgramLaunch launch) {
        ProgramFile file = launch.content().shown();
        KnownFiles files = known;
        if (file != null && files != null && launch.run() != null) {
            background.execute(() -> files.add(launch.startedAt(), file));
        }
    }

    /** Forgets all that was noted. */
    void forget() {
        KnownFiles files = known;
        if (files != null) {
            background.execute(files::forget);
        }
    }

    /** Looks for the source of the run that is shown, if it was opened. */
    void shown(@Nullable Started now) {
        opened = now;
        source = null;
        if (now == null || now.isOwn() || !now.isForeign() || !now.run().trace().isForeign()) {
            return;
        }
        Instant begun = now.begun();
        KnownFiles files = known;
        boolean namesLines = namesLines(now.run().trace());
        String name = now.modelName();
        background.execute(
                () -> {
                    ShownSource seen = files == null ? null : files.of(begun);
                    if (seen == null && namesLines) {
                        seen = new ShownSource(name, null, WatchText.SOURCE_UNKNOWN);
                    }
                    ShownSource result = seen;
                    inbox.execute(() -> found(now, result));
                });
    }

    private static boolean namesLines(Trace trace) {
        return trace.tasks().stream().anyMatch(task -> !task.source().isEmpty());
    }

    @SuppressWarnings("ReferenceEquality") // each run is another one
    private void found(Started of, @Nullable ShownSource result) {
        if (opened == of) {
            source = result;
            found.run();
        }
    }

    /** Returns what is known of the source of the opened run; null if there is none. */
    @Nullable ShownSource source() {
        return source;
    }
}
