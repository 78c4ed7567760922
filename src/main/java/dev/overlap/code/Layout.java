package dev.overlap.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Sets a program as its language is usually set: comment, imports, body, and few blank lines. */
final class Layout {

    private Layout() {}

    static List<Written> of(Assembly.Pieces pieces, Language language) {
        List<Written> body = pieces.body();
        int head = 0;
        while (head < body.size() && body.get(head).text().startsWith(language.comment())) {
            head++;
        }
        List<Written> lines = new ArrayList<>(body.subList(0, head));
        addBlock(pieces.imports(), lines);
        addBlock(pieces.libraries(), lines);
        lines.addAll(body.subList(head, body.size()));
        return withFewBlanks(lines, mostBlanks(language));
    }

    private static void addBlock(Collection<String> imports, List<Written> lines) {
        imports.forEach(text -> lines.add(plain(text)));
        lines.add(plain(""));
    }

    private static Written plain(String text) {
        return new Written(text, Set.of(), 0);
    }

    /** How many blank lines may stand together: two between the functions of Python. */
    private static int mostBlanks(Language language) {
        return switch (language) {
            case PYTHON -> 2;
            case JAVA -> 1;
        };
    }

    private static List<Written> withFewBlanks(List<Written> lines, int most) {
        List<Written> kept = new ArrayList<>();
        int blanks = most; // none at the begin
        for (Written line : lines) {
            blanks = line.isBlank() ? blanks + 1 : 0;
            if (blanks <= most) {
                kept.add(line);
            }
        }
        while (!kept.isEmpty() && kept.getLast().isBlank()) {
            kept.removeLast();
        }
        return kept;
    }
}
