package dev.overlap.ui.program;

import dev.overlap.snippet.HighlightedLine;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What is shown as the source of a run.
 *
 * @param name of the file, or else of the program
 * @param file null if it is not shown
 * @param missing says why it is not shown; empty if it is
 */
record ShownSource(String name, @Nullable ProgramFile file, String missing) {

    static ShownSource of(ProgramFile file) {
        return new ShownSource(file.name(), file, "");
    }

    List<HighlightedLine> lines() {
        return file == null ? List.of() : file.lines();
    }
}
