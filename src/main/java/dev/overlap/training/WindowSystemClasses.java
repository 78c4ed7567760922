package dev.overlap.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes with which JavaFX talks to the window system and the graphics card of this system.
 * The training runs without either, so these are loaded by name.
 */
final class WindowSystemClasses {

    private static final List<String> FOLDERS =
            List.of(
                    "com/sun/glass/ui/gtk/",
                    "com/sun/glass/ui/mac/",
                    "com/sun/glass/ui/win/",
                    "com/sun/glass/ui/delegate/",
                    "com/sun/prism/d3d/",
                    "com/sun/prism/es2/",
                    "com/sun/prism/mtl/");

    private WindowSystemClasses() {}

    /** Loads them, without running any of their code. */
    static void load() throws IOException {
        ResolvedModule graphics =
                ModuleLayer.boot().configuration().findModule("javafx.graphics").orElseThrow();
        try (ModuleReader reader = graphics.reference().open();
                Stream<String> files = reader.list()) {
            files.filter(file -> FOLDERS.stream().anyMatch(file::startsWith))
                    .filter(file -> file.endsWith(".class"))
                    .forEach(WindowSystemClasses::load);
        }
    }

    private static void load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        try {
            Class.forName(name, false, WindowSystemClasses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new UncheckedIOException(new IOException(name, e)); // it was listed
        }
    }
}
