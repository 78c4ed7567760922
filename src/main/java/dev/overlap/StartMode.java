package dev.overlap;

/** What the program runs. */
enum StartMode {
    /** The command of the arguments. */
    COMMAND,
    WINDOW,
    /** The demo, as there is no display. */
    DEMO;

    static StartMode choose(int arguments, boolean display) {
        if (arguments > 0) {
            return COMMAND;
        }
        return display ? WINDOW : DEMO;
    }
}
