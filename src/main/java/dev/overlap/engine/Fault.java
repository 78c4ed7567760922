package dev.overlap.engine;

import dev.overlap.trace.Failure;

import java.io.IOException;

/** A failure that Overlap itself finds, with its kind and the sentence that people read. */
final class Fault extends IOException {

    private static final long serialVersionUID = 1L;

    private final Failure kind;

    Fault(Failure kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    Failure kind() {
        return kind;
    }
}
