package dev.overlap.persistence;

import java.nio.file.Path;

/** The result of saving. */
public sealed interface SaveResult {

    /** The state was written completely. */
    record Kept(Path file) implements SaveResult {}

    /** The state was not written, and the previous file is unchanged. The sentence says why. */
    record NotKept(String sentence) implements SaveResult {}
}
