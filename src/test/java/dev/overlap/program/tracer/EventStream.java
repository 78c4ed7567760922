package dev.overlap.program.tracer;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What one traced process told, in the order of its times. */
record EventStream(List<JsonNode> events) {

    private static final JsonMapper JSON = new JsonMapper();

    static EventStream of(String text) {
        List<JsonNode> events = text.lines().map(JSON::readTree).map(JsonNode.class::cast).toList();
        assertThat(events).as("events").isNotEmpty();
        assertThat(name(events.getFirst())).isEqualTo("hello");
        List<JsonNode> sorted = new ArrayList<>(events);
        sorted.sort((a, b) -> Long.compare(a.path("t").asLong(), b.path("t").asLong()));
        return new EventStream(sorted);
    }

    private static String name(JsonNode event) {
        return event.path("e").asString("");
    }

    Stream<JsonNode> named(String name) {
        return events.stream().filter(event -> name(event).equals(name));
    }

    JsonNode hello() {
        return named("hello").findFirst().orElseThrow();
    }

    int pid() {
        return hello().path("pid").asInt();
    }

    /** Returns the processes that this one has ended. */
    List<Integer> killed() {
        return named("kill").map(kill -> kill.path("pid").asInt()).toList();
    }

    boolean saidGoodbye() {
        return named("bye").findAny().isPresent();
    }

    List<String> notes() {
        return named("note").map(note -> note.path("text").asString("")).toList();
    }

    /** Returns the rows that are not those of helpers, in the order in which they were made. */
    List<TracedTask> tasks() {
        return allTasks().stream().filter(task -> !task.isAux()).toList();
    }

    List<TracedTask> allTasks() {
        Map<Integer, TracedTask> tasks = new HashMap<>();
        List<TracedTask> inOrder = new ArrayList<>();
        for (JsonNode event : events) {
            if (name(event).equals("task")) {
                TracedTask task = new TracedTask(event);
                assertThat(tasks.put(task.number(), task)).as("%s is made twice", event).isNull();
                inOrder.add(task);
            } else if (name(event).equals("phase") || name(event).equals("end")) {
                TracedTask task = tasks.get(event.path("k").asInt());
                assertThat(task).as("the task of %s", event).isNotNull();
                task.add(event);
            }
        }
        return inOrder;
    }

    /** Returns the one task whose name begins so. */
    TracedTask task(String name) {
        List<TracedTask> found = tasks(name);
        assertThat(found).as("tasks named %s", name).hasSize(1);
        return found.getFirst();
    }

    List<TracedTask> tasks(String name) {
        return tasks().stream().filter(task -> task.name().startsWith(name)).toList();
    }

    /** Returns how long workers of a kind ran something between two times, in milliseconds. */
    double busyMillis(String kind) {
        List<Integer> workers =
                named("worker")
                        .filter(worker -> worker.path("kind").asString("").equals(kind))
                        .map(worker -> worker.path("w").asInt())
                        .toList();
        long nanos = 0;
        long begun = 0;
        for (JsonNode event : events) {
            if (workers.contains(event.path("w").asInt())) {
                switch (name(event)) {
                    case "slice" -> nanos += event.path("d").asLong();
                    case "busy" -> begun = event.path("t").asLong();
                    case "idle" -> nanos += event.path("t").asLong() - begun;
                    default -> {} // the worker itself
                }
            }
        }
        return nanos / 1e6;
    }
}
