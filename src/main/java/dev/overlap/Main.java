package dev.overlap;

import dev.overlap.cli.Cli;
import dev.overlap.engine.WorkerProcess;
import dev.overlap.state.Folders;

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
        if (args.length == 1 && args[0].equals(WorkerProcess.WORD)) {
            WorkerProcess.serve();
        }
        Folders.here().logs().ifPresentOrElse(Logging::begin, Logging::silence);
        int exitCode =
                switch (Start.choose(args.length, Display.isHere())) {
                    case COMMAND -> Cli.run(args);
                    case WINDOW -> WindowLaunch.show();
                    case DEMO -> demo();
                };
        // Waits for nobody: a lookup of a name that hangs must not keep the program alive.
        System.exit(exitCode);
    }

    private static int demo() {
        System.out.println(NO_DISPLAY);
        return Cli.run("demo");
    }
}
