package dev.overlap.export.pdf;

import dev.overlap.report.ComparisonReport;
import dev.overlap.report.ReportFormat;
import dev.overlap.report.RunReport;
import dev.overlap.report.slide.AwtTextMetrics;
import dev.overlap.report.slide.ComparisonSlide;
import dev.overlap.report.slide.RunSlide;
import dev.overlap.report.slide.Slide;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;

/**
 * Writes an image as a PDF of one page, with text that can be searched. The bundled font is
 * embedded, as far as it is used. The same report makes the same file.
 */
public final class Pdf implements ReportFormat {

    /** The points of a unit at scale 1: 96 pixels are an inch on the web, and 72 points are one. */
    static final double POINTS = 0.75;

    @Override
    public String extension() {
        return "pdf";
    }

    @Override
    public String label() {
        return "PDF picture";
    }

    @Override
    public boolean isPicture() {
        return true;
    }

    @Override
    public void write(RunReport report, OutputStream out) throws IOException {
        write(RunSlide.of(report, AwtTextMetrics.load()), report.begun(), out);
    }

    @Override
    public void write(ComparisonReport report, OutputStream out) throws IOException {
        write(ComparisonSlide.of(report, AwtTextMetrics.load()), report.begun(), out);
    }

    static void write(Slide slide, Instant begun, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            describe(document, slide, begun);
            double points = POINTS * slide.zoom();
            PDRectangle size =
                    new PDRectangle(
                            (float) (slide.width() * points), (float) (slide.height() * points));
            PDPage page = new PDPage(size);
            document.addPage(page);
            try (PdfSurface surface = new PdfSurface(document, page, points)) {
                slide.paint(surface, 1);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            document.save(new OpenStream(out));
        }
        out.flush();
    }

    private static void describe(PDDocument document, Slide slide, Instant begun) {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(slide.title());
        information.setSubject(slide.description());
        information.setCreator("Overlap");
        Calendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        date.setTimeInMillis(begun.toEpochMilli());
        information.setCreationDate(date);
        document.setDocumentId(begun.toEpochMilli()); // otherwise the time of writing
        document.getDocumentCatalog().setLanguage("en");
        PDViewerPreferences preferences =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }
}
