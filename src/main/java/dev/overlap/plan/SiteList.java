package dev.overlap.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The lines that the user edits, in order. Immutable; every edit returns a new list. Nothing is
 * lost: the text of a list is the text of its lines, whatever they mean.
 *
 * @param lines with the meanings that they have in this list: a line that contradicts an earlier
 *     one is a problem, and its own meaning again once the earlier one has changed
 */
public record SiteList(List<SiteLine> lines) {

    public static final SiteList EMPTY = new SiteList(List.of());

    public SiteList {
        lines = NameConflicts.marked(List.copyOf(lines));
    }

    /** Parses any text, one entry per line of text. Never throws because of its content. */
    public static SiteList parse(String text) {
        return new SiteList(text.lines().map(SiteLine::parse).toList());
    }

    /** Returns the list as stored in a file: every line ends with a line feed. */
    public String text() {
        return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }

    public SiteList with(int index, SiteLine line) {
        List<SiteLine> copy = new ArrayList<>(lines);
        copy.set(index, line);
        return new SiteList(copy);
    }

    public SiteList plus(int index, List<SiteLine> added) {
        List<SiteLine> copy = new ArrayList<>(lines);
        copy.addAll(index, added);
        return new SiteList(copy);
    }

    public SiteList without(int index) {
        List<SiteLine> copy = new ArrayList<>(lines);
        copy.remove(index);
        return new SiteList(copy);
    }

    public SiteList without(Set<Integer> rows) {
        return new SiteList(
                IntStream.range(0, lines.size())
                        .filter(row -> !rows.contains(row))
                        .mapToObj(lines::get)
                        .toList());
    }

    /**
     * Returns the list with some lines moved, in their order, to the gap between two others.
     *
     * @param gap the index of the line to move them before, counted before the move; the number of
     *     lines for the end
     */
    public SiteList gathered(Set<Integer> rows, int gap) {
        List<SiteLine> moved = rows.stream().sorted().map(lines::get).toList();
        int above = (int) rows.stream().filter(row -> row < gap).count();
        return without(rows).plus(gap - above, moved);
    }

    /**
     * Returns the list as it may be written to disk: with user names and passwords masked. Lines
     * without secrets are the same objects.
     */
    public SiteList withoutSecrets() {
        return new SiteList(lines.stream().map(SiteLine::withoutSecrets).toList());
    }

    /**
     * Returns what the steps of all lines that are on share, in the order in which they first name
     * it; the places of a queue are its size, 1 unless a line declares another.
     */
    List<Resource> resources() {
        Map<String, Integer> sizes = queues();
        Map<String, Resource> resources = new LinkedHashMap<>();
        for (SiteLine line : lines) {
            LineMeaning.Entry entry = line.entry();
            if (entry != null && entry.on() && entry.steps().namesResources()) {
                for (Resource resource : entry.steps().resources()) {
                    resources.computeIfAbsent(resource.name(), _ -> sized(resource, sizes));
                }
            }
        }
        return List.copyOf(resources.values());
    }

    /** Returns the number of tasks that the list makes when it is run once. */
    public long tasks() {
        return lines.stream()
                .map(SiteLine::entry)
                .filter(entry -> entry != null && entry.on())
                .mapToLong(LineMeaning.Entry::times)
                .sum();
    }

    /** Returns the number of items that each queue can hold, of those that a line declares. */
    public Map<String, Integer> queues() {
        return lines.stream()
                .map(SiteLine::meaning)
                .filter(LineMeaning.Queue.class::isInstance)
                .map(LineMeaning.Queue.class::cast)
                .collect(Collectors.toMap(LineMeaning.Queue::name, LineMeaning.Queue::size));
    }

    private static Resource sized(Resource resource, Map<String, Integer> sizes) {
        return resource.type() == Resource.Type.QUEUE
                ? new Resource(
                        resource.name(), resource.type(), sizes.getOrDefault(resource.name(), 1))
                : resource;
    }

    /** Returns the number of invalid lines, which no run includes. */
    public int problems() {
        return (int)
                lines.stream()
                        .filter(line -> line.meaning() instanceof LineMeaning.Problem)
                        .count();
    }
}
