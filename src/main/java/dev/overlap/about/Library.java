package dev.overlap.about;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * A library or font that the program carries, as the build found it.
 *
 * @param name for people
 * @param version of it
 * @param licence the identifier of SPDX, several with commas between them
 * @param address of its site, or empty
 */
public record Library(String name, String version, String licence, String address) {

    private static final String LIST = "/dev/overlap/assets/legal/libraries.tsv";

    /** Returns all that the image has, by name; none where no image was built. */
    public static List<Library> all() {
        try (InputStream in = Library.class.getResourceAsStream(LIST)) {
            return in == null
                    ? List.of()
                    : read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return List.of(); // as if there had been none
        }
    }

    /** Reads a line per library with tabs between the four texts; others are left out. */
    static List<Library> read(String text) {
        return text.lines()
                .map(line -> line.split("\t", -1))
                .filter(columns -> columns.length == 4)
                .map(columns -> new Library(columns[0], columns[1], columns[2], columns[3]))
                .sorted(Comparator.comparing(Library::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }
}
