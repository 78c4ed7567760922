package dev.overlap.export.svg;

import dev.overlap.render.TextMetrics;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.ReportFormat;
import dev.overlap.report.RunReport;
import dev.overlap.report.slide.AwtTextMetrics;
import dev.overlap.report.slide.ComparisonSlide;
import dev.overlap.report.slide.RunSlide;
import dev.overlap.report.slide.Slide;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes an image as SVG: text is text, and nothing is fetched or executed by whoever shows it. The
 * file has a title and a description for screen readers.
 */
public final class Svg implements ReportFormat {

    @Override
    public String extension() {
        return "svg";
    }

    @Override
    public String label() {
        return "SVG picture";
    }

    @Override
    public boolean isPicture() {
        return true;
    }

    @Override
    public void write(RunReport report, OutputStream out) throws IOException {
        AwtTextMetrics metrics = AwtTextMetrics.load();
        write(RunSlide.of(report, metrics), metrics, out);
    }

    @Override
    public void write(ComparisonReport report, OutputStream out) throws IOException {
        AwtTextMetrics metrics = AwtTextMetrics.load();
        write(ComparisonSlide.of(report, metrics), metrics, out);
    }

    private static void write(Slide slide, TextMetrics metrics, OutputStream out)
            throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            write(slide, metrics, new SvgWriter(writer));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    /** Writes a slide; the file is as it is drawn at scale 1, where no pixel is known. */
    static void write(Slide slide, TextMetrics metrics, SvgWriter writer) {
        writer.begin(slide);
        SvgSurface surface = new SvgSurface(writer, metrics);
        slide.paint(surface, 1);
        surface.finish();
        writer.end();
    }
}
