package dev.overlap.cli;

import dev.overlap.cli.options.UsageException;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;
import dev.overlap.plan.repair.LineAdvice;
import dev.overlap.plan.repair.LineAdvisor;
import dev.overlap.runtime.LabRouteTable;
import dev.overlap.text.sites.RepairText;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The options that name the sites of a run, and the list loaded from them: from a file, standard
 * input and single lines. Remembers where each line came from.
 */
final class SiteListLoader {

    /** Site lists are typed by people; anything larger is something else. */
    private static final int MAX_BYTES = 16 << 20;

    @Parameters(arity = "0..1", paramLabel = "FILE|-", description = "A site list; - reads stdin.")
    private @Nullable String file;

    @Option(names = "--site", paramLabel = "LINE", description = "One more line of the list.")
    private List<String> sites = new ArrayList<>();

    private final List<SiteLine> lines = new ArrayList<>();
    private final List<String> origins = new ArrayList<>();

    /** A line that is not understood: where it came from, and the sentence that says why. */
    record Problem(String origin, String sentence) {}

    /**
     * Loads everything that the options name, and prints each line that is not understood, and why.
     *
     * @param messages where these lines are printed
     * @throws UsageException if the options name nothing, or something cannot be read
     */
    void load(CliContext context, CliContext messages) throws UsageException {
        if (file == null && sites.isEmpty()) {
            throw new UsageException("There is nothing to run. Name a file, - or --site.");
        }
        if (file != null) {
            add(file, context);
        }
        for (int i = 0; i < sites.size(); i++) {
            addSite(i + 1, sites.get(i));
        }
        problems().forEach(it -> messages.printError(it.origin + " is left out: " + it.sentence));
    }

    /**
     * Adds the lines of a file, or of standard input for a hyphen.
     *
     * @throws UsageException if it cannot be read
     */
    void add(String name, CliContext context) throws UsageException {
        if (name.equals("-")) {
            addStandardInput(context.in());
        } else {
            addFile(name, context.folder());
        }
    }

    /** Adds the lines of a file; resolves a relative name against {@code folder}. */
    private void addFile(String name, Path folder) throws UsageException {
        try (InputStream in = Files.newInputStream(ArgumentCheck.resolve(folder, name))) {
            addText(name, in);
        } catch (InvalidPathException | NoSuchFileException e) {
            throw new UsageException("There is no file \"" + name + "\".");
        } catch (AccessDeniedException e) {
            throw new UsageException("\"" + name + "\" cannot be read: its permissions forbid it.");
        } catch (IOException e) {
            throw new UsageException("\"" + name + "\" cannot be read: " + e.getMessage() + ".");
        }
    }

    private void addStandardInput(InputStream in) throws UsageException {
        try {
            addText("standard input", in);
        } catch (IOException e) {
            throw new UsageException("Standard input cannot be read: " + e.getMessage() + ".");
        }
    }

    private void addText(String source, InputStream in) throws IOException, UsageException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new UsageException("\"" + source + "\" is too large for a list of sites.");
        }
        int number = 0;
        for (SiteLine line : SiteList.parse(decoded(source, bytes)).lines()) {
            add(line, source + ", line " + ++number);
        }
    }

    private static String decoded(String source, byte[] bytes) throws UsageException {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text; // a byte order mark
        } catch (CharacterCodingException e) {
            throw new UsageException("\"" + source + "\" is not UTF-8 text. Save it as UTF-8.");
        }
    }

    /** Adds the argument of the {@code number}th {@code --site}. */
    private void addSite(int number, String text) {
        SiteList.parse(text).lines().forEach(line -> add(line, "--site " + number));
    }

    private void add(SiteLine line, String origin) {
        lines.add(line);
        origins.add(origin);
    }

    /** Returns all lines, in the order in which they were added. */
    SiteList list() {
        return new SiteList(lines);
    }

    /** Returns every line that is not understood, in the order of the list. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        List<SiteLine> listed = list().lines();
        for (int i = 0; i < listed.size(); i++) {
            String problem = listed.get(i).problem();
            if (problem != null) {
                problems.add(new Problem(origins.get(i), problem));
            }
        }
        return problems;
    }

    /** Returns what is doubtful in lines that are understood, in the order of the list. */
    List<Problem> doubts() {
        LineAdvisor advisor = new LineAdvisor(new LabRouteTable());
        List<Problem> doubts = new ArrayList<>();
        List<SiteLine> listed = list().lines();
        for (int i = 0; i < listed.size(); i++) {
            SiteLine line = listed.get(i);
            LineAdvice advice = line.problem() == null ? advisor.advice(line) : null;
            if (advice != null) {
                doubts.add(new Problem(origins.get(i), RepairText.doubt(advice)));
            }
        }
        return doubts;
    }

    /**
     * Returns a plan for the list.
     *
     * @throws UsageException if it has no task, or too many
     */
    Plan plan(String model, Settings settings) throws UsageException {
        Plan plan = new Plan(list(), model, settings);
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
