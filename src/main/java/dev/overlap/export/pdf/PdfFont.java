package dev.overlap.export.pdf;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A weight of the bundled font in a document, which will hold the glyphs that were used. */
final class PdfFont {

    /** A square stands for characters that the font has not, as in other pictures. */
    private static final int REPLACEMENT = 0x25A1;

    private final PDFont font;
    private final CmapLookup glyphs;

    private PdfFont(PDFont font, CmapLookup glyphs) {
        this.font = font;
        this.glyphs = glyphs;
    }

    /** Loads a file of the bundled font whose outlines are TrueType's, as embedding needs. */
    static PdfFont load(PDDocument document, String file) throws IOException {
        String path = "/dev/overlap/assets/fonts/" + file;
        try (InputStream in = PdfFont.class.getResourceAsStream(path)) {
            byte[] bytes = Objects.requireNonNull(in, path).readAllBytes();
            TrueTypeFont outlines = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            PDFont font = PDType0Font.load(document, outlines, true); // closed by the document
            return new PdfFont(font, outlines.getUnicodeCmapLookup());
        }
    }

    PDFont font() {
        return font;
    }

    /** Returns a text that the font can show; marks without a shape are left out. */
    String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> hasGlyph(point) || Character.getType(point) != Character.FORMAT)
                .forEach(point -> shown.appendCodePoint(hasGlyph(point) ? point : REPLACEMENT));
        return shown.toString();
    }

    private boolean hasGlyph(int point) {
        return glyphs.getGlyphId(point) != 0;
    }
}
