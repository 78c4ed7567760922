package dev.overlap;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Checks for the native libraries that JavaFX needs to open a window on Linux.
 *
 * <p>The check runs before JavaFX starts, because JavaFX reports a missing library by a long stack
 * trace that names no package.
 *
 * @param present whether the system finds a library of this file name
 */
record NativeLibraryCheck(Predicate<String> present) {

    private record Library(String file, String debian, String fedora) {}

    /** Required for a window. GTK depends on X11, Pango, Cairo and fontconfig. */
    private static final List<Library> NEEDED =
            List.of(
                    new Library("libgtk-3.so.0", "libgtk-3-0", "gtk3"),
                    new Library("libXtst.so.6", "libxtst6", "libXtst"));

    /**
     * Required for drawing on the graphics card. Without them JavaFX draws in software, but prints
     * a stack trace first.
     */
    private static final List<String> FAST = List.of("libGL.so.1", "libXxf86vm.so.1");

    /** Returns the check for this machine; on other systems than Linux nothing is missing. */
    static NativeLibraryCheck here() {
        boolean linux = System.getProperty("os.name").startsWith("Linux");
        return new NativeLibraryCheck(file -> !linux || loads(file));
    }

    /** Returns a sentence on the first required library that is missing. */
    Optional<String> missing() {
        return NEEDED.stream()
                .filter(library -> !present.test(library.file))
                .findFirst()
                .map(NativeLibraryCheck::sentence);
    }

    /** Returns whether the graphics card can be used. */
    boolean graphics() {
        return FAST.stream().allMatch(present);
    }

    private static String sentence(Library library) {
        return ("The window needs %s, which is not installed: install the package %s (Debian,"
                        + " Ubuntu) or %s (Fedora).")
                .formatted(library.file, library.debian, library.fedora);
    }

    /**
     * Loads a library and never unloads it: GTK does not support unloading, and JavaFX needs it
     * next.
     */
    @SuppressWarnings("restricted") // loads what JavaFX would load, and calls nothing in it
    private static boolean loads(String file) {
        try {
            SymbolLookup.libraryLookup(file, Arena.global());
            return true;
        } catch (IllegalArgumentException notFound) {
            return false;
        }
    }
}
