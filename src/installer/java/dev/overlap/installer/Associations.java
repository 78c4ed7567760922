package dev.overlap.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that a double click opens in Overlap, for jpackage on macOS and Windows. On Linux they
 * are what {@code src/installer/linux} says.
 */
enum Associations {
    SESSION("overlap", "application/x-overlap-session", "Runs of Overlap"),
    SITES("sites", "text/x-overlap-sites", "List of sites");

    private final String extension;
    private final String mediaType;
    private final String description;

    Associations(String extension, String mediaType, String description) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.description = description;
    }

    static List<String> arguments(Build build) throws IOException {
        List<String> arguments = new ArrayList<>();
        for (Associations association : values()) {
            Path file = build.work().resolve(association.extension + ".properties");
            Files.writeString(
                    file,
                    "extension=%s%nmime-type=%s%ndescription=%s%n"
                            .formatted(
                                    association.extension,
                                    association.mediaType,
                                    association.description));
            arguments.addAll(List.of("--file-associations", file.toString()));
        }
        return arguments;
    }
}
