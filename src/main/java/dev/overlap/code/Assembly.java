package dev.overlap.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Puts the parts of a program together: lines whose condition does not hold go, parts come in where
 * they are used, words behind a {@code $} are filled in, and imports are collected.
 *
 * <p>What is filled in is not read again: a site cannot become a mark or a word.
 */
final class Assembly {

    private static final int DEEPEST = 5; // parts that use one another; more are a circle

    /** As usual in Python: plain imports first. Java has no others. */
    private static final Comparator<String> IMPORTS =
            Comparator.<String, Boolean>comparing(text -> text.startsWith("from"))
                    .thenComparing(Comparator.naturalOrder());

    /**
     * The lines of a program, not yet in the order and with the blank lines of {@link
     * SourceLayout}.
     *
     * @param body all but the imports
     * @param imports of what comes with the language
     * @param libraries imports of what does not
     */
    record Pieces(List<Written> body, SortedSet<String> imports, SortedSet<String> libraries) {}

    private final ProgramOrder order;
    private final Words words;
    private final Pieces pieces =
            new Pieces(new ArrayList<>(), new TreeSet<>(IMPORTS), new TreeSet<>(IMPORTS));

    Assembly(ProgramOrder order) {
        this.order = order;
        words = new Words(order);
    }

    /**
     * The whole program.
     *
     * @throws BadPart if a part of it is missing or makes no sense
     */
    Pieces program() {
        add(Shelf.skeleton(order.model(), order.language()), "", 0);
        return pieces;
    }

    /**
     * Adds a part.
     *
     * @param indent of the line that uses it
     * @param depth how many parts use one another down to this one
     */
    private void add(List<PartLine> part, String indent, int depth) {
        if (depth > DEEPEST) {
            throw new BadPart("Parts use one another in a circle.");
        }
        boolean begun = false; // a part begins behind its imports; blank lines before that go
        for (PartLine line : part) {
            begun |= !line.isBlank() && !isImport(line);
            if (holds(line) && (begun || isImport(line))) {
                add(line, indent, depth);
            }
        }
    }

    private boolean holds(PartLine line) {
        return line.mark().conditions().stream().allMatch(condition -> condition.holds(order));
    }

    private void add(PartLine line, String indent, int depth) {
        String use = line.mark().use();
        if (use != null) {
            List<PartLine> part = Shelf.part(words.filledIn(use), order.language());
            add(part, indent + PartLine.indent(line.text()), depth + 1);
        } else if (isImport(line)) {
            (line.mark().library() ? pieces.libraries() : pieces.imports()).add(line.text());
        } else {
            for (String text : words.repeated(line.text())) {
                pieces.body()
                        .add(
                                new Written(
                                        (indent + text).stripTrailing(),
                                        line.mark().phases(),
                                        line.mark().again(),
                                        depth));
            }
        }
    }

    private static boolean isImport(PartLine line) {
        return line.text().startsWith("import ") || line.text().startsWith("from ");
    }
}
