package dev.overlap;

import dev.overlap.training.Training;

import java.io.IOException;

/**
 * The entry point of the run from which the build makes the cache for a quick start. It needs no
 * display, but does what a start with a window and one with a command do, and ends as the latter.
 */
final class TrainingMain {

    private TrainingMain() {}

    /**
     * Works, and exits with 0 if nothing failed.
     *
     * @param args a command that makes runs, as of {@link Main}
     */
    static void main(String[] args) throws IOException {
        NativeLibraryCheck libraries = NativeLibraryCheck.here();
        boolean _ = libraries.missing().isEmpty() && libraries.graphics();
        Training.run();
        Main.main(args);
    }
}
