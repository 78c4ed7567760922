package dev.overlap.text.interchange;

import dev.overlap.text.NumberFormats;

/** Sentences on what a file of a format of other programs cannot hold of a run. */
public final class OmissionText {

    private OmissionText() {}

    /** Returns the sentence on things that are not in a HAR, such as computations. */
    public static String notInHar(long number, String singular) {
        return NumberFormats.count(number, singular)
                + (number == 1 ? " is" : " are")
                + " not in a HAR.";
    }

    /** Returns the sentence on requests that were planned and not made. */
    public static String neverMade(long number) {
        return NumberFormats.count(number, "request")
                + (number == 1 ? " was" : " were")
                + " never made, and so not in a HAR.";
    }

    /** Returns the sentence on requests that had no connection yet, after a redirect. */
    public static String addressUnknown(long number) {
        return NumberFormats.count(number, "request")
                + (number == 1 ? " is" : " are")
                + " not in a HAR: "
                + (number == 1 ? "its address is" : "their addresses are")
                + " not known, as a redirect led there and no connection was made.";
    }

    /** Returns the sentence on things that are not in a Chrome trace. */
    public static String notInTrace(long number, String singular) {
        return NumberFormats.count(number, singular)
                + (number == 1 ? " is" : " are")
                + " not in a Chrome trace.";
    }

    /** Returns the sentence on the steps of tasks that have several. */
    public static String stepsNotInTrace(long number) {
        return (number == 1
                        ? "1 step of a task is"
                        : NumberFormats.count(number) + " steps of tasks are")
                + " not in a Chrome trace.";
    }
}
