package dev.overlap.engine.request;

import org.jspecify.annotations.Nullable;

/** The name by which Overlap identifies itself to servers. */
public final class UserAgent {

    public static final String VALUE = "Overlap/" + version() + " (concurrency visualiser)";

    private UserAgent() {}

    private static String version() {
        @Nullable String version = UserAgent.class.getPackage().getImplementationVersion();
        return version == null ? "0.1" : version;
    }
}
