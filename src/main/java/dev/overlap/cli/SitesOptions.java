package dev.overlap.cli;

import dev.overlap.cli.options.UsageException;
import dev.overlap.plan.Plan;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;

/** The words of a command line that say what is run. */
final class SitesOptions {

    @Parameters(arity = "0..1", paramLabel = "FILE|-", description = "A site list; - reads stdin.")
    private @Nullable String file;

    @Option(names = "--site", paramLabel = "LINE", description = "One more line of the list.")
    private List<String> sites = new ArrayList<>();

    /**
     * Reads all that is named.
     *
     * @throws UsageException if nothing is, or something cannot be read
     */
    SiteListLoader read(CliContext program) throws UsageException {
        SiteListLoader sources = new SiteListLoader();
        if (file == null && sites.isEmpty()) {
            throw new UsageException("There is nothing to run. Name a file, - or --site.");
        }
        if (file != null) {
            sources.add(file, program);
        }
        for (int i = 0; i < sites.size(); i++) {
            sources.addSite(i + 1, sites.get(i));
        }
        return sources;
    }

    /**
     * Gives back a plan that makes tasks, and not too many.
     *
     * @throws UsageException for any other
     */
    static Plan worthRunning(Plan plan) throws UsageException {
        try {
            if (plan.tasks().isEmpty()) {
                throw new UsageException(
                        "There is nothing to run: the list has no site that is switched on.");
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException(e);
        }
        return plan;
    }
}
