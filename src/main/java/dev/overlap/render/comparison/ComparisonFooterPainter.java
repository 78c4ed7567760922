package dev.overlap.render.comparison;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.Surface;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.VerticalSpan;

import java.util.List;

/** Paints the reference lines of a comparison with their captions, and the conclusion below. */
final class ComparisonFooterPainter {

    private final Surface surface;
    private final PaintTarget target;
    private final Theme theme;
    private final ComparisonLayout layout;

    ComparisonFooterPainter(Surface surface, PaintTarget target, ComparisonLayout layout) {
        this.surface = surface;
        this.target = target;
        this.theme = target.theme();
        this.layout = layout;
    }

    void marks() {
        VerticalSpan view = layout.view();
        List<ComparisonFooter.FooterMark> marks = layout.footer().marks();
        boolean apart = layout.footer().captionLines() > 1;
        for (int i = 0; i < marks.size(); i++) {
            ComparisonFooter.FooterMark footerMark = marks.get(i);
            double line = apart ? i + 0.5 : 0.5;
            double middle = view.bottom() + 4 + line * ComparisonFooter.CAPTION_LINE;
            int ink = footerMark.ink(theme);
            if (footerMark.x() <= layout.plotRight()) {
                double x = footerMark.x() + target.pixel() / 2;
                surface.line(x, view.top(), x, middle + 7, Surface.Stroke.DASHED, ink);
            }
            text(footerMark.words(), footerMark.left(), middle, Surface.Align.LEFT, ink);
        }
    }

    void sentence() {
        double top = layout.view().bottom() + layout.footer().captionsHeight() + 8;
        TextStyle style = ComparisonFooter.SENTENCE;
        for (String line : layout.footer().sentence()) {
            double baseline = top + ComparisonFooter.SENTENCE_LINE / 2 + style.baselineFromMiddle();
            surface.text(line, PaintTarget.PAD, baseline, style, Surface.Align.LEFT, theme.text());
            top += ComparisonFooter.SENTENCE_LINE;
        }
    }

    private void text(String text, double x, double middle, Surface.Align align, int ink) {
        TextStyle style = TextStyle.SMALL;
        surface.text(text, x, middle + style.baselineFromMiddle(), style, align, ink);
    }
}
