package dev.overlap.code;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Where the parts of programs lie: {@code assets/code}, as text files, so that nothing takes them
 * for sources.
 */
final class Shelf {

    private static final String FOLDER = "/dev/overlap/assets/code/";

    private Shelf() {}

    /**
     * The program of a model, with parts left open.
     *
     * @throws BadPart if there is none
     */
    static List<PartLine> skeleton(String model, Language language) {
        return read(model, language);
    }

    /**
     * What several programs have in common.
     *
     * @throws BadPart if there is none
     */
    static List<PartLine> part(String name, Language language) {
        return read("parts/" + name, language);
    }

    private static List<PartLine> read(String name, Language language) {
        String folder = language.words().toLowerCase(Locale.ROOT);
        String path = FOLDER + folder + "/" + name + "." + language.extension() + ".txt";
        try (InputStream in = Shelf.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new BadPart("There is no " + path + ".");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(line -> PartLine.of(line, language)).toList();
        } catch (IOException e) {
            throw new BadPart(path + " cannot be read: " + e.getMessage());
        }
    }
}
