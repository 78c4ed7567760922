package dev.overlap;

import dev.overlap.cli.Cli;
import dev.overlap.ui.OverlapApp;

import javafx.application.Application;

/** Where the program starts: arguments go to the command line, none open the window. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        if (args.length > 0) {
            System.exit(Cli.run(args));
        }
        Application.launch(OverlapApp.class);
    }
}
