package dev.overlap.plan.repair;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What a list must know of the lab: which paths it serves. A plan knows no server. */
public interface LabPaths {

    /** Knows no path and refuses none. */
    LabPaths ANY =
            new LabPaths() {
                @Override
                public @Nullable String refusal(String method, String target) {
                    return null;
                }

                @Override
                public List<String> examples() {
                    return List.of();
                }
            };

    /**
     * Returns why the lab refuses a request, or null if it does not.
     *
     * @param target path and query
     */
    @Nullable String refusal(String method, String target);

    /** Returns one target for each path, such as {@code /delay/300}. */
    List<String> examples();
}
