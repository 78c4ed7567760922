package dev.overlap.text.about;

import dev.overlap.about.Library;
import dev.overlap.about.ProgramBuild;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sentences on the program itself. */
public final class AboutText {

    public static final String TITLE = "About Overlap";
    public static final String COPY = "Copy all";
    public static final String CLOSE = "Close";
    public static final String LICENCE =
            "Overlap is under the Apache License, Version 2.0. It carries these, under licences of"
                    + " their own:";
    public static final String NO_LIST =
            "Overlap is under the Apache License, Version 2.0. It was started from its classes:"
                    + " \"mvn package\" makes an image with the list of its libraries and the texts"
                    + " of their licences.";

    private AboutText() {}

    /**
     * Returns the lines of {@code --version}: the program, as in "overlap 0.2.0 (commit
     * 0123456789ab)", what runs it, and where.
     */
    public static List<String> lines(ProgramBuild build) {
        return List.of(version(build), "Java: " + build.runtime(), "System: " + build.system());
    }

    private static String version(ProgramBuild build) {
        String version = build.version().orElse("of unknown version");
        return "overlap "
                + version
                + build.commit().map(commit -> " (commit " + commit + ")").orElse("");
    }

    /** Returns where the texts of the licences are, if the runtime has them. */
    public static String texts(Path runtime) {
        Path legal = runtime.resolve("legal");
        return Files.exists(legal.resolve("LIBRARIES.txt"))
                ? "The texts of all licences are in " + legal + "."
                : "";
    }

    /** Returns all that the sheet says, to be copied. */
    public static String whole(ProgramBuild build, List<Library> libraries) {
        return Stream.concat(lines(build).stream(), libraries.stream().map(AboutText::line))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(Library library) {
        return "%s, %s, %s, %s"
                .formatted(library.name(), library.version(), library.licence(), library.address());
    }
}
