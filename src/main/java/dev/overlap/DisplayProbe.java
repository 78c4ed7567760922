package dev.overlap;

import java.util.Map;

/** Checks whether this machine has a display to open a window on. */
final class DisplayProbe {

    private DisplayProbe() {}

    /** Checks the environment of this program. */
    static boolean isHere() {
        return isIn(System.getenv(), System.getProperty("os.name"));
    }

    /**
     * Checks an environment. Only Linux may lack a display: JavaFX needs X11 there, so a Wayland
     * session counts only with XWayland, which sets {@code DISPLAY}.
     */
    static boolean isIn(Map<String, String> environment, String system) {
        return !system.startsWith("Linux") || !environment.getOrDefault("DISPLAY", "").isBlank();
    }
}
