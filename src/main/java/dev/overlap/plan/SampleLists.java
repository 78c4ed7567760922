package dev.overlap.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The sample lists included with Overlap, as text files in {@code assets/samples}. */
public final class SampleLists {

    /**
     * A sample list.
     *
     * @param name the name in menus
     * @param needsInternet whether it contains sites outside the lab that should respond
     */
    public record SampleList(String name, boolean needsInternet, SiteList sites) {}

    private static final String FOLDER = "/dev/overlap/assets/samples/";

    private SampleLists() {}

    /**
     * Returns the list for new users: six sites of the lab, with two to three seconds of waiting.
     */
    public static SiteList greeting() {
        return read("greeting");
    }

    /** Returns all lists, in the order of the menu. */
    public static List<SampleList> all() {
        return List.of(
                new SampleList("Six sites of the lab", false, greeting()),
                new SampleList("Four large sites", true, read("large")),
                new SampleList("The same four, served by the lab", false, read("large-lab")),
                new SampleList("A herd of 200", false, read("herd")),
                new SampleList("Computing", false, read("computing")),
                new SampleList("Polling", false, read("polling")),
                new SampleList("A race, and its remedy", false, read("race")),
                new SampleList("Two locks in two orders", false, read("ring")),
                new SampleList("A queue that fills up", false, read("queue")),
                new SampleList("Failures", false, read("failures")));
    }

    private static SiteList read(String name) {
        String path = FOLDER + name + ".sites";
        try (InputStream in = SampleLists.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("This build of Overlap lacks " + path + ".");
            }
            return SiteList.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
