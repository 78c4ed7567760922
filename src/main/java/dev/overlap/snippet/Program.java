package dev.overlap.snippet;

import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.Task;
import dev.overlap.trace.Phase;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The program equivalent to a model, which runs as it is saved. Immutable and thread-safe. Creating
 * one reads some small files that are part of Overlap.
 */
public final class Program {

    private final ProgramSpec spec;
    private final List<RenderedLine> rendered;

    private Program(ProgramSpec spec) {
        this.spec = spec;
        rendered = render(spec);
    }

    /**
     * Renders the program. Missing or invalid templates are found by the tests; a window shows a
     * comment instead.
     */
    private static List<RenderedLine> render(ProgramSpec spec) {
        try {
            return SourceFormatter.of(new TemplateRenderer(spec).program(), spec.language());
        } catch (TemplateException e) {
            String comment =
                    spec.language().comment()
                            + " There is no "
                            + spec.language().words()
                            + " program for this model yet.";
            return List.of(RenderedLine.plain(comment));
        }
    }

    /**
     * Creates the program for the sites of a sample and the default settings.
     *
     * @param model the id of a model; without a template for it, the program is a comment that says
     *     so
     */
    public static Program of(String model, TaskKind kind, Language language) {
        return new Program(ProgramSpec.ofSamples(model, kind, language));
    }

    /**
     * Returns the program in Python that runs all tasks of a plan as it is, while Overlap watches
     * it. Its interpreter must have the module of the tracer, which it tells which task of the plan
     * is which. User names and passwords are removed.
     *
     * @param lab the address of the lab
     */
    public static Program ofAll(Plan plan, URI lab) {
        return new Program(ProgramSpec.ofAll(plan, lab));
    }

    /** Returns the libraries that the program imports, besides the module of the tracer. */
    public List<String> libraries() {
        return Stream.of("requests", "aiohttp")
                .filter(name -> text().lines().anyMatch(line -> isImport(line, name)))
                .toList();
    }

    private static boolean isImport(String line, String name) {
        return line.startsWith("import " + name + " ") || line.equals("import " + name);
    }

    /** Returns whether user names or passwords were removed from it. */
    public boolean lacksUsers() {
        return spec.sites().users();
    }

    /**
     * Returns the program for the tasks and settings of a plan.
     *
     * @param plan tasks of other kinds are ignored; only the first few are shown; if none is of
     *     this kind, the sites of a sample are kept. User names and passwords are removed
     * @param lab the address of the lab, such as {@code http://127.0.0.1:41733}
     */
    public Program with(Plan plan, URI lab) {
        List<StepSequence> sites = plan.tasks().stream().map(Task::steps).toList();
        return new Program(spec.with(sites, plan.sites().queues(), lab, plan.settings()));
    }

    /** Returns the program for some sites, of which each queue holds one item. */
    Program with(List<StepSequence> sites, URI lab, Settings settings) {
        return new Program(spec.with(sites, Map.of(), lab, settings));
    }

    /** The file name; a Java program requires it. */
    public String fileName() {
        return spec.fileName();
    }

    /** The whole program, every line terminated by a line feed. */
    public String text() {
        return rendered.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }

    /** The lines, split into tokens. */
    public List<HighlightedLine> lines() {
        return rendered.stream().map(line -> Lexer.line(spec.language(), line.text())).toList();
    }

    /**
     * Returns the line that a task is in during a phase: the call that waits, the computation, or
     * where it waits for its turn.
     *
     * @param again whether the task has paused before: polling a job's state may be another line
     *     than the first request, if the program distinguishes them
     * @param steps of the task
     * @param step the index of the current one in the order of the text; -1 before the first, and
     *     for a task with a single step
     * @return counted from 0; -1 if the program has none
     */
    public int lineOf(Phase phase, boolean again, StepSequence steps, int step) {
        int common = lineOf(phase, again);
        boolean begun = step >= 0 || (steps.isSingle() && phase != Phase.QUEUED);
        boolean waitsForTurn = phase == Phase.READY && step < 0;
        if (!begun || (isOfSkeleton(common) && (phase != Phase.READY || waitsForTurn))) {
            return common;
        }
        int own = lineOf(phase, new StepMark(functionOf(steps), Math.max(0, step)));
        return own < 0 ? common : own;
    }

    private boolean isOfSkeleton(int line) {
        return line >= 0 && rendered.get(line).depth() == 0;
    }

    private int functionOf(StepSequence steps) {
        return spec.sites().tasks().functions().indexOf(steps);
    }

    /** The line of a step that is marked with the phase, or else its first line. */
    private int lineOf(Phase phase, StepMark step) {
        return IntStream.range(0, rendered.size())
                .filter(line -> step.equals(rendered.get(line).step()))
                .boxed()
                .min(Comparator.comparing(line -> !rendered.get(line).phases().contains(phase)))
                .orElse(-1);
    }

    /** The line of a phase whatever the step, in a function that the steps call. */
    int lineOf(Phase phase, boolean again) {
        return IntStream.range(0, rendered.size())
                .filter(line -> rendered.get(line).step() == null)
                .filter(line -> rendered.get(line).phases().contains(phase))
                .filter(line -> again || !rendered.get(line).again())
                .boxed()
                .min(
                        Comparator.comparingInt((Integer line) -> rendered.get(line).depth())
                                .thenComparing(line -> rendered.get(line).again() != again))
                .orElse(-1);
    }

    @Override
    public String toString() {
        return fileName();
    }
}
