package dev.overlap.snippet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Puts the parts of a program together: lines whose condition does not hold go, parts come in where
 * they are used, words after a {@code $} are filled in, and imports are collected.
 *
 * <p>What is filled in is not read again: a site cannot become a mark or a word.
 */
final class TemplateRenderer {

    private static final int DEEPEST = 5; // parts that use one another; more are a circle

    /** As usual in Python: plain imports first. Java has no others. */
    private static final Comparator<String> IMPORTS =
            Comparator.<String, Boolean>comparing(text -> text.startsWith("from"))
                    .thenComparing(Comparator.naturalOrder());

    /**
     * The lines of a program, not yet in the order and with the blank lines of {@link
     * SourceFormatter}.
     *
     * @param body all but the imports
     * @param imports of what comes with the language
     * @param libraries imports of what does not
     */
    record Pieces(
            List<RenderedLine> body, SortedSet<String> imports, SortedSet<String> libraries) {}

    private final ProgramSpec order;
    private final TemplateVariables templateVariables;
    private final Pieces pieces =
            new Pieces(new ArrayList<>(), new TreeSet<>(IMPORTS), new TreeSet<>(IMPORTS));

    TemplateRenderer(ProgramSpec order) {
        this.order = order;
        templateVariables = new TemplateVariables(order);
    }

    /**
     * The whole program.
     *
     * @throws TemplateException if a part of it is missing or makes no sense
     */
    Pieces program() {
        add(TemplateLoader.skeleton(order.model(), order.language()), "", 0);
        return pieces;
    }

    /**
     * Adds a part.
     *
     * @param indent of the line that uses it
     * @param depth how many parts use one another down to this one
     */
    private void add(List<TemplateLine> part, String indent, int depth) {
        if (depth > DEEPEST) {
            throw new TemplateException("Parts use one another in a circle.");
        }
        boolean begun = false; // a part begins behind its imports; blank lines before that go
        for (TemplateLine line : part) {
            begun |= !line.isBlank() && !isImport(line);
            if (holds(line) && (begun || isImport(line))) {
                add(line, indent, depth);
            }
        }
    }

    private boolean holds(TemplateLine line) {
        return line.conditions().stream().allMatch(condition -> condition.holds(order));
    }

    private void add(TemplateLine line, String indent, int depth) {
        String use = line.use();
        if (use != null) {
            List<TemplateLine> part =
                    TemplateLoader.part(templateVariables.filledIn(use), order.language());
            add(part, indent + TemplateLine.indent(line.text()), depth + 1);
        } else if (isImport(line)) {
            (line.library() ? pieces.libraries() : pieces.imports()).add(line.text());
        } else {
            for (String text : templateVariables.repeated(line.text())) {
                pieces.body()
                        .add(
                                new RenderedLine(
                                        (indent + text).stripTrailing(),
                                        line.phases(),
                                        line.again(),
                                        depth));
            }
        }
    }

    private static boolean isImport(TemplateLine line) {
        return line.text().startsWith("import ") || line.text().startsWith("from ");
    }
}
