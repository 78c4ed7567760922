package dev.overlap.persistence;

import dev.overlap.lesson.course.CompletedLesson;
import dev.overlap.lesson.course.CourseRecord;
import dev.overlap.lesson.course.LessonPicture;
import dev.overlap.lesson.course.ModelTime;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Converts the record of a course to JSON and back. Unknown fields are ignored; a lesson that makes
 * no sense does not affect the others.
 */
final class CourseJson {

    /**
     * The content of a file.
     *
     * @param misread the names of the invalid fields, which are left out
     */
    record ReadResult(CourseRecord course, List<String> misread) {}

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CourseJson() {}

    static byte[] write(CourseRecord course) {
        ObjectNode file = MAPPER.createObjectNode();
        ObjectNode lessons = file.putObject("lessons");
        new TreeMap<>(course.lessons()).forEach((id, done) -> write(done, lessons.putObject(id)));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
    }

    private static void write(CompletedLesson done, ObjectNode fields) {
        fields.put("done", done.at().toString());
        ArrayNode times = fields.putArray("times");
        for (ModelTime time : done.times()) {
            ObjectNode one = times.addObject();
            one.put("model", time.model()).put("wall_ns", time.wallNanos());
            if (time.isGuessed()) {
                one.put("guess_ns", time.guessNanos());
            }
        }
        if (!done.picture().isEmpty()) {
            fields.put("light", done.picture().light()).put("dark", done.picture().dark());
        }
    }

    /**
     * Parses the output of {@link #write}, or any other text.
     *
     * @throws IOException if the text is not a JSON object; the message is a clause
     */
    static ReadResult read(byte[] text) throws IOException {
        List<String> misread = new ArrayList<>();
        LenientJsonObject lessons =
                new LenientJsonObject(WindowStateJson.object(text), "", misread).of("lessons");
        CourseRecord course = CourseRecord.NONE;
        for (String id : lessons.names()) {
            course = lessons.read(id, course, (it, node) -> it.with(lesson(id, node)));
        }
        return new ReadResult(course, List.copyOf(misread));
    }

    private static CompletedLesson lesson(String id, JsonNode node) {
        List<ModelTime> times = new ArrayList<>();
        for (JsonNode time : node.required("times")) {
            times.add(time(time));
        }
        LessonPicture picture =
                new LessonPicture(node.path("light").asString(""), node.path("dark").asString(""));
        return new CompletedLesson(id, instant(node.required("done")), times, picture);
    }

    private static ModelTime time(JsonNode node) {
        return new ModelTime(
                node.required("model").stringValue(),
                node.has("guess_ns") ? node.required("guess_ns").longValue() : ModelTime.NO_GUESS,
                node.required("wall_ns").longValue());
    }

    private static Instant instant(JsonNode node) {
        try {
            return Instant.parse(node.stringValue());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("This is not an instant", e);
        }
    }
}
