package dev.overlap.snippet;

import dev.overlap.plan.Resource;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The variables of a program for what its tasks share. Each ends in a word for its type, so that
 * none is a keyword or a name of the templates.
 */
final class ResourceVariables {

    private final Language language;
    private final Map<Resource, String> names = new HashMap<>();

    ResourceVariables(StepTasks tasks, Language language) {
        this.language = language;
        for (Resource.Type type : Resource.Type.values()) {
            tasks.resources(type).forEach(this::add);
        }
    }

    /** Names that differ only in their dashes get a number. */
    private void add(Resource resource) {
        String name = joined(resource, "");
        for (int n = 2; names.containsValue(name); n++) {
            name = joined(resource, Integer.toString(n));
        }
        names.put(resource, name);
    }

    private String joined(Resource resource, String number) {
        List<String> words = Arrays.asList(resource.name().split("[^A-Za-z0-9]+"));
        String word = suffix(resource.type());
        return switch (language) {
            case PYTHON -> String.join("_", words) + number + "_" + word;
            case JAVA ->
                    uncapitalized(
                            words.stream()
                                            .map(ResourceVariables::capital)
                                            .collect(Collectors.joining())
                                    + number
                                    + capital(word));
        };
    }

    private static String suffix(Resource.Type type) {
        return switch (type) {
            case LOCK -> "lock";
            case PERMIT -> "permits";
            case COUNTER -> "count";
            case QUEUE -> "queue";
        };
    }

    private static String capital(String word) {
        return word.isEmpty()
                ? ""
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String uncapitalized(String word) {
        return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }

    /** The variable of a resource. */
    String of(Resource resource) {
        return names.getOrDefault(resource, "");
    }
}
