package dev.overlap.session.log;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** The JSON of logs and the limits of what is read. */
final class LogFormat {

    /** The version of the format; a reader takes what it knows of later ones. */
    static final int VERSION = 1;

    /** The longest text that is read. */
    static final int MAX_TEXT = 1 << 20;

    /** Longer lines of a list are written in parts. */
    static final int MAX_PART = 1 << 16;

    /** What a task waits for that is ready and has no interpreter lock. */
    static final String GIL = "gil";

    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER = 64;

    /** Writes pure ASCII, so that every text comes back exactly, even an unpaired surrogate. */
    static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .rootValueSeparator("\n")
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxStringLength(MAX_TEXT)
                                    .maxNameLength(MAX_NUMBER)
                                    .maxNumberLength(MAX_NUMBER)
                                    .build())
                    .build();

    private LogFormat() {}
}
