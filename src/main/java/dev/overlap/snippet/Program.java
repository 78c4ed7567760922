package dev.overlap.snippet;

import dev.overlap.plan.Settings;
import dev.overlap.plan.Site;
import dev.overlap.trace.Phase;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a model stands for, as a program that runs as it is saved. Immutable; may be made and read
 * on any thread. Making one reads some small files that are part of Overlap.
 */
public final class Program {

    private final ProgramSpec order;
    private final List<RenderedLine> written;

    private Program(ProgramSpec order) {
        this.order = order;
        written = written(order);
    }

    /**
     * The lines of the program. A part that is missing or makes no sense is found by the tests; a
     * window shows a comment then, and goes on.
     */
    private static List<RenderedLine> written(ProgramSpec order) {
        try {
            return SourceFormatter.of(new TemplateRenderer(order).program(), order.language());
        } catch (TemplateException e) {
            String comment =
                    order.language().comment()
                            + " There is no "
                            + order.language().words()
                            + " program for this model yet.";
            return List.of(new RenderedLine(comment, Set.of(), false, 0));
        }
    }

    /**
     * The program for the sites of a sample, and for the settings that a new user meets.
     *
     * @param model the id of a model; where nobody has written a program for it, the program is a
     *     comment that says so
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
     * The same program for somebody's own sites and settings.
     *
     * @param sites those of other kinds are left out; the first few are shown; where none is of
     *     this kind, the sites of a sample stay. User names and passwords are left out
     * @param lab where the sites of the lab are served, such as {@code http://127.0.0.1:41733}
     */
    public Program with(List<Site> sites, URI lab, Settings settings) {
        return new Program(order.with(sites, lab, settings));
    }

    /** What a file of it should be called; a Java program needs this very name. */
    public String fileName() {
        return order.fileName();
    }

    /** The whole program, every line ended by a line feed. */
    public String text() {
        return written.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }

    /** The lines, cut into pieces to be coloured. */
    public List<HighlightedLine> lines() {
        return written.stream().map(line -> Lexer.line(order.language(), line.text())).toList();
    }

    /**
     * The line that a task is in while in a phase: the call that waits, the arithmetic, or where it
     * waits for its turn.
     *
     * @param again whether the task has paused before: it asks for its job's state by another line
     *     than the one that began it, where the program has both
     * @return counted from 0; -1 if the program has none
     */
    public int lineOf(Phase phase, boolean again) {
        return IntStream.range(0, written.size())
                .filter(line -> written.get(line).phases().contains(phase))
                .filter(line -> again || !written.get(line).again())
                .boxed()
                .min(
                        Comparator.comparingInt((Integer line) -> written.get(line).depth())
                                .thenComparing(line -> written.get(line).again() != again))
                .orElse(-1);
    }

    @Override
    public String toString() {
        return fileName();
    }
}
