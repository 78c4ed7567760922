package dev.overlap.cli;

import dev.overlap.cli.options.DurationConverter;
import dev.overlap.cli.options.UsageException;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.RunRules;
import dev.overlap.plan.Settings;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.OptionalInt;

/** The options that say how a list is run. */
final class SettingsOptions {

    @Option(
            names = "--workers",
            paramLabel = "N",
            description =
                    "How many workers a pool has, "
                            + Settings.DEFAULT_WORKERS
                            + " unless given; for a loop and for virtual threads how many tasks may"
                            + " run at once, any number unless given.")
    private @Nullable Integer workers;

    @Option(names = "--repeat", paramLabel = "N", description = "How often to run the list.")
    private int repeat = Settings.DEFAULT.repeat();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long one task may take, such as 10s or 300ms.")
    private Duration timeout = Settings.DEFAULT.timeout();

    @Option(
            names = "--connections-per-host",
            paramLabel = "N",
            description =
                    "The most connections to one host at once. Unless given, the lab and this"
                            + " machine have no limit, and others "
                            + ConnectionSettings.OWN_LIMIT
                            + "; others never get more than "
                            + ConnectionSettings.MAX_TO_OTHERS
                            + ".")
    private @Nullable Integer connectionsPerHost;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "The most connections in total at once.")
    private @Nullable Integer connections;

    @Option(
            names = "--warm",
            description = "Open connections before the run, so that its tasks reuse them.")
    private boolean warm;

    @Option(
            names = "--interpreter-lock",
            description =
                    "Simulate CPython's GIL: only one thread of a process computes at a time.")
    private boolean interpreterLock;

    @Option(
            names = "--first-failure-cancels",
            description = "The first task that fails cancels all others.")
    private boolean firstFailureCancels;

    /**
     * The settings that all options together make.
     *
     * @throws UsageException if a number is out of its range
     */
    Settings settings() throws UsageException {
        try {
            ConnectionSettings use =
                    new ConnectionSettings(limit(connectionsPerHost), limit(connections), warm);
            RunRules rules = new RunRules(interpreterLock, firstFailureCancels);
            OptionalInt count = workers == null ? OptionalInt.empty() : OptionalInt.of(workers);
            return new Settings(count, timeout, repeat, use, rules);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e);
        }
    }

    /**
     * Whoever writes 0 does not mean "no limit", as it does inside: out of range, to be told so.
     */
    private static int limit(@Nullable Integer given) {
        if (given == null) {
            return ConnectionSettings.NOT_SET;
        }
        return given == 0 ? -1 : given;
    }
}
