package dev.overlap.snippet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Loads templates from {@code assets/code}: text files, so that no tool takes them for sources. */
final class TemplateLoader {

    private static final String FOLDER = "/dev/overlap/assets/code/";

    private TemplateLoader() {}

    /**
     * Loads the skeleton of a model's program, which includes parts.
     *
     * @throws TemplateException if there is none
     */
    static List<TemplateLine> skeleton(String model, Language language) {
        return read(model, language);
    }

    /**
     * Loads a part common to several programs.
     *
     * @throws TemplateException if there is none
     */
    static List<TemplateLine> part(String name, Language language) {
        return read("parts/" + name, language);
    }

    private static List<TemplateLine> read(String name, Language language) {
        String folder = language.words().toLowerCase(Locale.ROOT);
        String path = FOLDER + folder + "/" + name + "." + language.extension() + ".txt";
        try (InputStream in = TemplateLoader.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new TemplateException("There is no " + path + ".");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(line -> TemplateLine.of(line, language)).toList();
        } catch (IOException e) {
            throw new TemplateException(path + " cannot be read: " + e.getMessage());
        }
    }
}
