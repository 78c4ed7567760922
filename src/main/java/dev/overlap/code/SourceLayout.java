package dev.overlap.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Lays a program out as is usual in its language: comment, imports, body, few blank lines. */
final class SourceLayout {

    private static final Written BLANK = plain("");

    private final Language language;
    private final List<Written> lines = new ArrayList<>();

    private SourceLayout(Language language) {
        this.language = language;
    }

    static List<Written> of(Assembly.Pieces pieces, Language language) {
        SourceLayout layout = new SourceLayout(language);
        layout.add(pieces);
        return layout.lines;
    }

    private void add(Assembly.Pieces pieces) {
        List<Written> body = pieces.body();
        int comment = 0;
        while (comment < body.size() && body.get(comment).text().startsWith(language.comment())) {
            comment++;
        }
        body.subList(0, comment).forEach(this::add);
        addBlock(pieces.imports());
        addBlock(pieces.libraries());
        body.stream().skip(comment).dropWhile(Written::isBlank).forEach(this::add);
        if (lines.getLast().isBlank()) {
            lines.removeLast();
        }
    }

    private void addBlock(Collection<String> imports) {
        imports.forEach(text -> add(plain(text)));
        if (!lines.getLast().isBlank()) {
            add(BLANK);
        }
    }

    /** Adds a line, unless it is one blank line too many. */
    private void add(Written line) {
        if (!line.isBlank() || !isBlank(lines.size() - mostBlanks())) {
            lines.add(line);
        }
    }

    /** Whether all lines from there on are blank, as is whatever would stand above the program. */
    private boolean isBlank(int from) {
        return from < 0 || lines.subList(from, lines.size()).stream().allMatch(Written::isBlank);
    }

    /** How many blank lines may stand together: two between the functions of Python. */
    private int mostBlanks() {
        return switch (language) {
            case PYTHON -> 2;
            case JAVA -> 1;
        };
    }

    private static Written plain(String text) {
        return new Written(text, Set.of(), 0);
    }
}
