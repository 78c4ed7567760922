package dev.overlap.lesson;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

import java.util.List;

/** Reads the course: the titles of its sections and the ids of their lessons, in order. */
final class LessonCourse {

    /** A section of the course. */
    record Section(String title, List<String> ids) {}

    private static final String KEY = "course";

    private LessonCourse() {}

    /**
     * Reads a list of sections, each with a {@code title} and {@code lessons}.
     *
     * @throws IllegalStateException if it is none: the file is part of the program
     */
    static List<Section> parse(String text) {
        ErrorCollector errors = new ErrorCollector();
        Node root = YamlParser.root(text, errors);
        List<Section> sections =
                root == null
                        ? List.of()
                        : new YamlValue(KEY, root)
                                .items().stream().map(item -> section(item, errors)).toList();
        if (!errors.isEmpty() || sections.isEmpty()) {
            throw new IllegalStateException(
                    "This build of Overlap has a bad course: " + errors.all());
        }
        return sections;
    }

    private static Section section(YamlValue item, ErrorCollector errors) {
        MappingNode node = item.mapping();
        YamlMapping mapping = new YamlMapping(node, List.of("title", "lessons"), errors);
        YamlValue title = mapping.get("title");
        YamlValue lessons = mapping.get("lessons");
        return title == null || lessons == null
                ? new Section("", List.of())
                : new Section(title.text(), lessons.items().stream().map(YamlValue::text).toList());
    }
}
