package dev.overlap.text.lesson;

import dev.overlap.lesson.Observation;
import dev.overlap.lesson.Zoom;
import dev.overlap.text.DurationFormat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The places on the chart that a sentence of a lesson is tied to. {@code %s} is a placeholder. */
public final class PlaceText {

    public static final String NO_TASK = "No task is selected";
    public static final String NO_ROWS = "The rows are tasks";
    public static final String NO_ZOOM = "The whole run is shown";
    public static final String NO_MOMENT = "The replay is at the end";
    public static final String HELP =
            "%s. Tie this sentence to what the chart shows: the selected task, the rows, the zoom,"
                    + " the moment of the replay.";

    private static final String NOWHERE = "No place";

    private PlaceText() {}

    /**
     * Names a task; empty for none.
     *
     * @param select its number or its label
     */
    public static String task(String select) {
        return select.isEmpty() ? "" : "Task " + select;
    }

    /** Names rows; empty for those of tasks. */
    public static String rows(String rows) {
        return rows.isEmpty() ? "" : "Rows: " + rows;
    }

    /** Names a stretch of time. */
    public static String zoom(Zoom zoom) {
        return DurationFormat.text(zoom.from().toNanos())
                + " to "
                + DurationFormat.text(zoom.to().toNanos());
    }

    /** Names a moment. */
    public static String moment(Duration at) {
        return "At " + DurationFormat.text(at.toNanos());
    }

    /** Names all of a place. */
    public static String of(Observation place) {
        Zoom zoom = place.zoom();
        Duration at = place.at();
        String words =
                Stream.of(
                                task(place.select()),
                                rows(place.rows()),
                                zoom == null ? "" : zoom(zoom),
                                at == null ? "" : moment(at))
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.joining(", "));
        return words.isEmpty() ? NOWHERE : words;
    }
}
