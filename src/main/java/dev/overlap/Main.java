package dev.overlap;

import dev.overlap.cli.CommandLineProgram;
import dev.overlap.engine.WorkerProcessMain;
import dev.overlap.persistence.UserDirectories;

/**
 * Where the program starts: words go to the command line, none open the window, and where no window
 * can open, none run the demo. One word is not for people: it makes this a worker of another
 * process.
 */
public final class Main {

    private static final String NO_DISPLAY =
            "There is no display (DISPLAY is not set), so here is the demo in place of the window.";

    private Main() {}

    public static void main(String[] args) {
        if (args.length == 1 && args[0].equals(WorkerProcessMain.ARGUMENT)) {
            WorkerProcessMain.serve();
        }
        UserDirectories.here().logs().ifPresentOrElse(Logging::begin, Logging::silence);
        int exitCode =
                switch (StartMode.choose(args.length, DisplayProbe.isHere())) {
                    case COMMAND -> CommandLineProgram.run(args);
                    case WINDOW -> GuiLauncher.show();
                    case DEMO -> demo();
                };
        // Waits for nobody: a lookup of a name that hangs must not keep the program alive.
        System.exit(exitCode);
    }

    private static int demo() {
        System.out.println(NO_DISPLAY);
        return CommandLineProgram.run("demo");
    }
}
