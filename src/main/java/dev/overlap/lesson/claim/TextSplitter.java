package dev.overlap.lesson.claim;

import java.util.ArrayList;
import java.util.List;

/** Splits a text into plain pieces and the figures that it names. */
final class TextSplitter {

    private TextSplitter() {}

    /** Splits a text. Never throws: what is no figure stays, and is refused by the check. */
    static List<TextPiece> split(String text) {
        List<TextPiece> pieces = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int brace = text.indexOf('{', at);
            if (brace < 0) {
                pieces.add(new TextPiece.Plain(text.substring(at)));
                break;
            }
            pieces.add(new TextPiece.Plain(text.substring(at, brace)));
            at = brace + addBrace(text, brace, pieces);
        }
        return pieces;
    }

    /** Adds what begins with a brace; returns its length. */
    private static int addBrace(String text, int brace, List<TextPiece> pieces) {
        if (text.startsWith("{{", brace)) {
            pieces.add(new TextPiece.Plain("{"));
            return 2;
        }
        int end = text.indexOf('}', brace);
        if (end < 0) {
            pieces.add(new TextPiece.Broken(text.substring(brace), "has no closing brace"));
            return text.length() - brace;
        }
        pieces.add(figure(text.substring(brace, end + 1)));
        return end + 1 - brace;
    }

    private static TextPiece figure(String braced) {
        try {
            return FigureParser.parse(braced.substring(1, braced.length() - 1));
        } catch (IllegalArgumentException e) {
            return new TextPiece.Broken(braced, String.valueOf(e.getMessage()));
        }
    }
}
