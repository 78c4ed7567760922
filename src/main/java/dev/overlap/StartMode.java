package dev.overlap;

/** What the program does when it starts. */
enum StartMode {
    /** What the words of the command line say. */
    COMMAND,
    WINDOW,
    /** What needs no window, for want of a display. */
    DEMO;

    static StartMode choose(int words, boolean display) {
        if (words > 0) {
            return COMMAND;
        }
        return display ? WINDOW : DEMO;
    }
}
