package dev.overlap.engine.request;

import dev.overlap.trace.FailureKind;

import java.io.IOException;

/** A failure detected by Overlap itself, with its kind and the message for the user. */
public final class TaskFailedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;
    private final String sentence;

    TaskFailedException(FailureKind kind, String sentence) {
        super(sentence);
        this.kind = kind;
        this.sentence = sentence;
    }

    FailureKind kind() {
        return kind;
    }

    String sentence() {
        return sentence;
    }
}
