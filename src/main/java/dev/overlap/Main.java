package dev.overlap;

import dev.overlap.cli.CommandLineProgram;
import dev.overlap.engine.WorkerProcessMain;
import dev.overlap.persistence.UserDirectories;

import java.net.ProxySelector;
import java.util.List;

/**
 * The entry point of the program. Arguments are run as a command; without arguments the window
 * opens or, without a display, the demo runs. An internal argument makes the program a worker
 * process.
 */
public final class Main {

    private static final String NO_DISPLAY =
            "There is no display (DISPLAY is not set), so here is the demo instead of the window.";

    private Main() {}

    public static void main(String[] args) {
        StandardStreams.replaceAscii();
        ProxySelector.setDefault(null); // or plain sockets would use a proxy of Java's properties
        if (args.length == 1 && args[0].equals(WorkerProcessMain.ARGUMENT)) {
            WorkerProcessMain.serve();
        }
        UserDirectories.here().logs().ifPresentOrElse(Logging::begin, Logging::silence);
        int exitCode =
                switch (StartMode.choose(List.of(args), DisplayProbe.isHere())) {
                    case COMMAND -> CommandLineProgram.run(args);
                    case WINDOW -> window(List.of(args));
                    case DEMO -> demo();
                };
        // A hanging name lookup must not keep the program alive.
        System.exit(exitCode);
    }

    private static int window(List<String> arguments) {
        return GuiLauncher.show(
                StartMode.drawsInSoftware(arguments),
                StartMode.files(arguments).toArray(String[]::new));
    }

    private static int demo() {
        System.out.println(NO_DISPLAY);
        return CommandLineProgram.run("demo");
    }
}
