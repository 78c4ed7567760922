package dev.overlap.snippet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renders the template of a program: drops lines whose condition does not hold, includes parts,
 * replaces {@code $} variables, and collects imports.
 *
 * <p>Values of variables are not parsed again: a site cannot become a directive or a variable.
 */
final class TemplateRenderer {

    private static final Pattern NAMES = Pattern.compile("(?<module>from .* import )(?<names>.*)");

    private static final int MAX_DEPTH = 5; // deeper nesting is a cycle

    /** Plain imports first, as is usual in Python. Java has no others. */
    private static final Comparator<String> IMPORTS =
            Comparator.<String, Boolean>comparing(text -> text.startsWith("from"))
                    .thenComparing(Comparator.naturalOrder());

    /**
     * The rendered program, before formatting by {@link SourceFormatter}.
     *
     * @param body everything except imports
     * @param imports from the standard library
     * @param libraries other imports
     */
    record Pieces(
            List<RenderedLine> body, SortedSet<String> imports, SortedSet<String> libraries) {}

    private final ProgramSpec spec;
    private final TemplateVariables templateVariables;
    private final Pieces pieces =
            new Pieces(new ArrayList<>(), new TreeSet<>(IMPORTS), new TreeSet<>(IMPORTS));

    TemplateRenderer(ProgramSpec spec) {
        this.spec = spec;
        templateVariables = new TemplateVariables(spec);
    }

    /**
     * Renders the whole program.
     *
     * @throws TemplateException if a part is missing or invalid
     */
    Pieces program() {
        add(TemplateLoader.skeleton(spec.model(), spec.language()), "", 0);
        return pieces;
    }

    /**
     * Adds a part.
     *
     * @param indent of the line that includes it
     * @param depth the nesting depth of the part
     */
    private void add(List<TemplateLine> part, String indent, int depth) {
        if (depth > MAX_DEPTH) {
            throw new TemplateException("Parts use one another in a circle.");
        }
        boolean begun = false; // drops blank lines between imports and body
        for (TemplateLine line : part) {
            begun |= !line.isBlank() && !isImport(line);
            if (holds(line) && (begun || isImport(line))) {
                add(line, indent, depth);
            }
        }
    }

    private boolean holds(TemplateLine line) {
        return line.conditions().stream().allMatch(condition -> condition.holds(spec));
    }

    private void add(TemplateLine line, String indent, int depth) {
        String outer = indent + TemplateLine.indent(line.text());
        if (line.code() != null) {
            steps(line.code()).functions().forEach(own -> pieces.body().add(own.in(outer, depth)));
        } else if (line.use() != null) {
            String name = templateVariables.substitute(line.use());
            add(TemplateLoader.part(name, spec.language()), outer, depth + 1);
        } else if (isImport(line)) {
            addImport(line.text(), line.library() ? pieces.libraries() : pieces.imports());
        } else {
            addText(line, indent, depth);
        }
    }

    private void addText(TemplateLine line, String indent, int depth) {
        for (String text : templateVariables.expand(line.text())) {
            RenderedLine own = new RenderedLine(text, line.phases(), line.again(), depth, null);
            pieces.body().add(own.in(indent, depth));
        }
    }

    /** Adds an import; names from one Python module share a line. */
    private static void addImport(String text, Set<String> imports) {
        Matcher names = NAMES.matcher(text);
        Optional<String> known =
                names.matches()
                        ? imports.stream()
                                .filter(it -> it.startsWith(names.group("module")))
                                .findFirst()
                        : Optional.empty();
        known.ifPresent(imports::remove);
        imports.add(known.map(it -> merged(it, names)).orElse(text));
    }

    private static String merged(String known, Matcher added) {
        String all = known.substring(added.end("module")) + ", " + added.group("names");
        SortedSet<String> sorted = new TreeSet<>(List.of(all.split(", ")));
        return added.group("module") + String.join(", ", sorted);
    }

    private StepWriter steps(StepStyle style) {
        return switch (spec.language()) {
            case PYTHON -> new PythonStepWriter(spec, style);
            case JAVA ->
                    style == StepStyle.AWAITED
                            ? new JavaLoopStepWriter(spec)
                            : new JavaStepWriter(spec, style);
        };
    }

    private static boolean isImport(TemplateLine line) {
        return line.text().startsWith("import ") || line.text().startsWith("from ");
    }
}
