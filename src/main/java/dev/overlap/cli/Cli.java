package dev.overlap.cli;

/** The command line. */
public final class Cli {

    private Cli() {}

    /** Runs one command and gives the exit code. */
    public static int run(String... args) {
        return args.length;
    }
}
