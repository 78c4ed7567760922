package dev.overlap.snippet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Formats a program according to the conventions of its language: comment, imports, body. */
final class SourceFormatter {

    private static final RenderedLine BLANK = RenderedLine.plain("");

    private final List<RenderedLine> lines = new ArrayList<>();

    private SourceFormatter() {}

    static List<RenderedLine> of(TemplateRenderer.Pieces pieces, Language language) {
        SourceFormatter layout = new SourceFormatter();
        layout.add(pieces, language);
        return layout.lines;
    }

    private void add(TemplateRenderer.Pieces pieces, Language language) {
        List<RenderedLine> body = pieces.body();
        int comment = 0;
        while (comment < body.size() && body.get(comment).text().startsWith(language.comment())) {
            comment++;
        }
        body.subList(0, comment).forEach(this::add);
        addBlock(pieces.imports());
        addBlock(pieces.libraries());
        body.stream().skip(comment).dropWhile(RenderedLine::isBlank).forEach(this::add);
        if (lines.getLast().isBlank()) {
            lines.removeLast();
        }
    }

    private void addBlock(Collection<String> imports) {
        imports.forEach(text -> add(RenderedLine.plain(text)));
        if (!lines.getLast().isBlank()) {
            add(BLANK);
        }
    }

    /**
     * Adds a line, unless it is a superfluous blank line. There is one blank line between
     * functions, even in Python, where two are usual: a program is read in a pane or on a slide.
     */
    private void add(RenderedLine line) {
        if (!line.isBlank() || (!lines.isEmpty() && !lines.getLast().isBlank())) {
            lines.add(line);
        }
    }
}
