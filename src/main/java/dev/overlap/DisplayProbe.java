package dev.overlap;

import java.util.Map;

/** Whether this machine has a display that a window could open on. */
final class DisplayProbe {

    private DisplayProbe() {}

    /** Asks the machine that this program runs on. */
    static boolean isHere() {
        return isIn(System.getenv(), System.getProperty("os.name"));
    }

    /**
     * Asks an environment. Only Linux is ever without: there JavaFX draws through X11, so that a
     * Wayland session counts only if it brings XWayland, which sets {@code DISPLAY}.
     */
    static boolean isIn(Map<String, String> environment, String system) {
        return !system.startsWith("Linux") || !environment.getOrDefault("DISPLAY", "").isBlank();
    }
}
