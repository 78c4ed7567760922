package dev.overlap.text.program;

/** Sentences about programs that are run and watched. */
public final class ProgramText {

    /** The program has ended, and Overlap waits for the rest of it. */
    public static final String CHILDREN_LEFT =
            "The program has ended, but processes that it started have not. Ctrl+C ends them.";

    private ProgramText() {}

    /** Returns what is said when Overlap itself fails. */
    public static String ownFault(String fault) {
        return "Overlap itself failed while it watched the program: "
                + fault
                + ". What was recorded by then is kept.";
    }

    /** Returns what is said if an interpreter is chosen for a command that is no Python script. */
    public static String noScript(String command) {
        return "--python chooses the interpreter of a Python script, and \""
                + command
                + "\" is none.";
    }
}
