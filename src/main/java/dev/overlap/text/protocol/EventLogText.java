package dev.overlap.text.protocol;

import static dev.overlap.text.NumberFormats.count;

/** Sentences on files of events. */
public final class EventLogText {

    /** Of a file that does not begin as it should. */
    public static final String NO_HELLO =
            "This is no log of Overlap events: its first line is not a hello that can be read.";

    /** Of a file that holds nothing that could be drawn. */
    public static final String NO_TASK = "This log of Overlap events holds no task.";

    /** Of a file that holds too much. */
    public static final String TOO_LARGE_FOR_MEMORY =
            "This log of Overlap events holds more than fits into the memory of Overlap.";

    /** Of a first line that is an event, but another one. */
    public static final String HELLO_FIRST = "The first line is not a hello.";

    /** Of a hello that is not the first line. */
    public static final String SECOND_HELLO =
            "A second hello: a file holds one process. With %p in its name, each process writes its"
                    + " own.";

    /** Of an event behind the last one. */
    public static final String AFTER_BYE = "An event after bye.";

    /** Of a task that has been introduced. */
    public static final String TASK_AGAIN = "The task has been introduced already.";

    private EventLogText() {}

    /** Returns the sentence on a file whose last line is cut. */
    public static String cutAt(long line) {
        return "The file is cut at line " + count(line) + ". What comes before it is shown.";
    }

    /** Returns the sentence on a file with damaged compression. */
    public static String unpackableAt(long line) {
        return "The file cannot be unpacked any further than line "
                + count(line)
                + ". What comes before it is shown.";
    }

    /** Returns the sentence on a file that goes on with something else. */
    public static String anotherProcessAt(long line) {
        return "From line "
                + count(line)
                + " on, the file tells of another process, which is not shown. "
                + SECOND_HELLO;
    }

    /** Returns the sentence on a file that is too long. */
    public static String tooLarge(long line) {
        return "The file is read up to line " + count(line) + " only: it is too long.";
    }

    /** Returns the sentence on a file that is mostly something else. */
    public static String tooManyFaults(long line) {
        return "The file is read up to line "
                + count(line)
                + " only: most of its lines are no events.";
    }

    /** Returns what is wrong with a line. */
    public static String atLine(long line, String sentence) {
        return "line " + line + ": " + sentence;
    }

    /**
     * Returns the sentence on something that an event is about and that no event introduces.
     *
     * @param noun task, worker or exchange
     */
    public static String unknown(String noun, long id) {
        return "No event introduces the " + noun + " " + id + ".";
    }

    /** Returns the sentence on faults that are not told. */
    public static String more(long faults) {
        return "and " + count(faults, "more fault") + ".";
    }
}
