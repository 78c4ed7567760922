package dev.overlap.persistence;

import java.nio.file.Path;

/** How saving went. */
public sealed interface SaveResult {

    /** The state is on the disk, whole. */
    record Kept(Path file) implements SaveResult {}

    /** The state is not on the disk; what was there before is untouched. The sentence says why. */
    record NotKept(String sentence) implements SaveResult {}
}
