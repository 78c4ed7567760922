package dev.overlap.lab;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Tells which requests the lab serves, without sending any. */
public final class LabRoutes {

    private LabRoutes() {}

    /** Returns one target for each path, such as {@code /delay/300}. */
    public static List<String> examples() {
        return UrlBehaviourParser.EXAMPLES;
    }

    /**
     * Returns the sentence with which the lab would refuse a request, or null if it would not.
     *
     * @param target path and query
     */
    public static @Nullable String refusal(String method, String target) {
        return UrlBehaviourParser.parse(method, target)
                        instanceof Behaviour.Refuse(int _, String sentence)
                ? sentence
                : null;
    }
}
