package dev.overlap.text;

import dev.overlap.plan.LineMeaning;
import dev.overlap.plan.SiteList;
import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;

import java.util.stream.Collectors;

/** The texts of the site list. {@code %s} is a placeholder. */
public final class SiteListText {

    private SiteListText() {}

    public static final String ADD_PROMPT = "Add a site, or paste many";
    public static final String ADD_ACCESSIBLE =
            "Add a site: type its address and press Enter, or paste many lines.";
    public static final String LINE_ACCESSIBLE =
            "Text of the line. Enter keeps the change, Escape discards it.";
    public static final String A_LIST_OF_SITES = "a list of sites";
    public static final String NEW_LIST =
            "A new list. Ctrl+Z in the list brings back the previous one.";
    public static final String READING = "Reading the pasted lines\u2026";
    public static final String OPENED =
            "Opened %s. Ctrl+Z in the list brings back the previous one.";
    public static final String COULD_NOT_BE_OPENED = "could not be opened";
    public static final String COULD_NOT_BE_SAVED = "could not be saved";
    public static final String SECRETS_MASKED =
            " User names and passwords are not in it; stars stand for them.";
    public static final String FILE_MENU_ACCESSIBLE = "Start, open or save a list of sites.";
    public static final String SAMPLES_ACCESSIBLE = "Replace the list with one of the samples.";
    public static final String LIST_ACCESSIBLE =
            "Sites to run. F2 edits a line, Space switches it on or off, Delete removes it.";
    public static final String EMPTY_LIST =
            "No sites yet. Type one below, paste many, or pick a sample.";
    public static final String ADD_BUTTON_ACCESSIBLE = "Add the site that was typed.";
    public static final String ADD_BUTTON_HELP = "Add this site (Enter)";
    public static final String LEFT_OUT = "%s not understood and left out of the run";
    public static final String REMOVE_LINE_HELP = "Remove this line (Delete)";

    /** Counts what is in a list: {@code 6 lines · 9 tasks · 1 queue}. */
    public static String count(SiteList list) {
        int queues = list.queues().size();
        return NumberFormats.count(list.lines().size(), "line")
                + " \u00b7 "
                + NumberFormats.count(list.tasks(), "task")
                + (queues == 0 ? "" : " \u00b7 " + NumberFormats.count(queues, "queue"));
    }

    /** Says what a line runs, as it is read aloud. */
    public static String spoken(LineMeaning.Entry entry) {
        String begin = entry.steps().isSingle() ? "Site " : "Steps: ";
        return (entry.on() ? begin : "Switched off: ")
                + spoken(entry.steps())
                + ", "
                + NumberFormats.count(entry.times(), "time")
                + ".";
    }

    /** Braces and arrows are not read aloud, or as other words. */
    private static String spoken(StepSequence steps) {
        return steps.steps().stream()
                .map(SiteListText::spoken)
                .collect(Collectors.joining(", then "));
    }

    private static String spoken(Step step) {
        return switch (step) {
            case Step.Lock(String name, StepSequence inner) ->
                    "with lock " + name + " held: " + spoken(inner) + "; then it is given back";
            case Step.Permit(String name, int places, StepSequence inner) ->
                    "with one of "
                            + NumberFormats.count(places, "permit")
                            + " "
                            + name
                            + " held: "
                            + spoken(inner)
                            + "; then it is given back";
            case Step.Fetch _,
                    Step.Poll _,
                    Step.Compute _,
                    Step.Sleep _,
                    Step.Add _,
                    Step.Put _,
                    Step.Take _ ->
                    step.label();
        };
    }

    /** Says how many items a queue can hold. */
    public static String holds(LineMeaning.Queue queue) {
        return "holds " + NumberFormats.count(queue.size());
    }

    /** Says what a line declares, as it is read aloud. */
    public static String spoken(LineMeaning.Queue queue) {
        return "Queue "
                + queue.name()
                + " holds up to "
                + NumberFormats.count(queue.size(), "item")
                + ".";
    }
}
