package dev.overlap.export.pdf;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPatternContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The colours, patterns and strokes of a page; says only what has changed. */
final class PdfPaints {

    private static final float HATCH = 6;

    private final PDPageContentStream content;
    private final PDResources resources;
    private final Matrix units;
    private final Map<Integer, PDExtendedGraphicsState> opacities = new HashMap<>();
    private final Map<Integer, PDColor> hatches = new HashMap<>();
    private String filling = "";
    private String stroking = "";
    private int opacity = 0xFF;

    /**
     * @param units of the page, which the patterns use too
     */
    PdfPaints(PDPageContentStream content, PDResources resources, Matrix units) {
        this.content = content;
        this.resources = resources;
        this.units = units;
    }

    /** Assumes nothing of what is set now. */
    void forget() {
        filling = "";
        stroking = "";
        opacity = -1;
    }

    void fill(int argb) throws IOException {
        opacity(argb);
        String wanted = "colour " + (argb & 0xFFFFFF);
        if (!wanted.equals(filling)) {
            filling = wanted;
            content.setNonStrokingColor(part(argb, 16), part(argb, 8), part(argb, 0));
        }
    }

    void hatch(int argb) throws IOException {
        opacity(argb);
        String wanted = "hatch " + (argb & 0xFFFFFF);
        if (!wanted.equals(filling)) {
            filling = wanted;
            PDColor pattern = hatches.get(argb & 0xFFFFFF);
            if (pattern == null) {
                pattern = pattern(argb);
                hatches.put(argb & 0xFFFFFF, pattern);
            }
            content.setNonStrokingColor(pattern);
        }
    }

    void stroke(int argb, float width, int cap, float[] dashes) throws IOException {
        opacity(argb);
        String wanted = (argb & 0xFFFFFF) + " " + width + " " + cap + Arrays.toString(dashes);
        if (!wanted.equals(stroking)) {
            stroking = wanted;
            content.setStrokingColor(part(argb, 16), part(argb, 8), part(argb, 0));
            content.setLineWidth(width);
            content.setLineCapStyle(cap);
            content.setLineDashPattern(dashes, 0);
        }
    }

    private static float part(int argb, int shift) {
        return Math.round((argb >> shift & 0xFF) * 1000 / 255f) / 1000f;
    }

    private void opacity(int argb) throws IOException {
        int wanted = argb >>> 24;
        if (wanted != opacity) {
            opacity = wanted;
            content.setGraphicsStateParameters(
                    opacities.computeIfAbsent(wanted, PdfPaints::translucent));
        }
    }

    private static PDExtendedGraphicsState translucent(int alpha) {
        PDExtendedGraphicsState state = new PDExtendedGraphicsState();
        state.setNonStrokingAlphaConstant(alpha / 255f);
        state.setStrokingAlphaConstant(alpha / 255f);
        return state;
    }

    /** Diagonal lines that rise, and join from tile to tile. */
    private PDColor pattern(int argb) throws IOException {
        PDTilingPattern pattern = new PDTilingPattern();
        pattern.setPaintType(PDTilingPattern.PAINT_COLORED);
        pattern.setTilingType(PDTilingPattern.TILING_CONSTANT_SPACING);
        pattern.setBBox(new PDRectangle(HATCH, HATCH));
        pattern.setXStep(HATCH);
        pattern.setYStep(HATCH);
        pattern.setMatrix(units.createAffineTransform());
        try (PDPatternContentStream tile = new PDPatternContentStream(pattern)) {
            tile.setStrokingColor(part(argb, 16), part(argb, 8), part(argb, 0));
            tile.setLineWidth(1.1f);
            for (float shift = -HATCH; shift <= HATCH; shift += HATCH) {
                tile.moveTo(shift - 1, HATCH + 1);
                tile.lineTo(shift + HATCH + 1, -1);
            }
            tile.stroke();
        }
        COSName name = resources.add(pattern);
        return new PDColor(name, new PDPattern(null));
    }
}
