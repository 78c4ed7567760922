package dev.overlap;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The libraries of a Linux desktop that JavaFX loads when it opens a window.
 *
 * <p>Asked for before JavaFX starts, because JavaFX answers a missing one with a page of stack
 * trace that names no package.
 *
 * @param present whether the system finds a library of this file name
 */
record NativeLibraryCheck(Predicate<String> present) {

    private record Library(String file, String debian, String fedora) {}

    /** Without them there is no window. GTK brings X11, Pango, Cairo and fontconfig along. */
    private static final List<Library> NEEDED =
            List.of(
                    new Library("libgtk-3.so.0", "libgtk-3-0", "gtk3"),
                    new Library("libXtst.so.6", "libxtst6", "libXtst"));

    /** Without them JavaFX draws by the processor, but prints a stack trace first. */
    private static final List<String> FAST = List.of("libGL.so.1", "libXxf86vm.so.1");

    /** Those of the machine that this program runs on; where it is no Linux, nothing is missing. */
    static NativeLibraryCheck here() {
        boolean linux = System.getProperty("os.name").startsWith("Linux");
        return new NativeLibraryCheck(file -> !linux || loads(file));
    }

    /** The sentence about the first library that a window needs and that is not here. */
    Optional<String> missing() {
        return NEEDED.stream()
                .filter(library -> !present.test(library.file))
                .findFirst()
                .map(NativeLibraryCheck::sentence);
    }

    /** Whether the graphics card can be used. */
    boolean graphics() {
        return FAST.stream().allMatch(present);
    }

    private static String sentence(Library library) {
        return ("The window needs %s, which is not installed: install the package %s (Debian,"
                        + " Ubuntu) or %s (Fedora).")
                .formatted(library.file, library.debian, library.fedora);
    }

    /** Loads it for good: GTK does not survive being unloaded, and JavaFX wants it next anyway. */
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
