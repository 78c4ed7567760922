package dev.overlap.snippet;

import dev.overlap.plan.Settings;
import dev.overlap.plan.StepSequence;
import dev.overlap.trace.Phase;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
            return List.of(new RenderedLine(comment, Set.of(), false, 0));
        }
    }

    /**
     * Creates the program for the sites of a sample and the default settings.
     *
     * @param model the id of a model; without a template for it, the program is a comment that says
     *     so
     */
    public static Program of(String model, TaskKind kind, Language language) {
        return new Program(
                new ProgramSpec(
                        model,
                        kind,
                        language,
                        SiteArguments.ofSamples(kind, language),
                        Settings.DEFAULT));
    }

    /**
     * Returns the program for other sites and settings.
     *
     * @param sites those of other kinds are ignored; only the first few are shown; if none is of
     *     this kind, the sites of a sample are kept. User names and passwords are removed
     * @param lab the address of the lab, such as {@code http://127.0.0.1:41733}
     */
    public Program with(List<StepSequence> sites, URI lab, Settings settings) {
        return new Program(spec.with(sites, lab, settings));
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
     * @return counted from 0; -1 if the program has none
     */
    public int lineOf(Phase phase, boolean again) {
        return IntStream.range(0, rendered.size())
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
