package dev.overlap.export.pdf;

import static dev.overlap.testkit.ComparisonBuilder.atOnce;
import static dev.overlap.testkit.ComparisonBuilder.entry;
import static dev.overlap.testkit.ComparisonBuilder.finished;
import static dev.overlap.testkit.ComparisonBuilder.oneByOne;
import static dev.overlap.testkit.ComparisonBuilder.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.export.ReportFormats;
import dev.overlap.render.RowGrouping;
import dev.overlap.report.Aspect;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.ReportFormat;
import dev.overlap.report.RunReport;
import dev.overlap.report.RunReport.Look;
import dev.overlap.testkit.ComparisonBuilder;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collections;

import javax.imageio.ImageIO;

/** Tests PDF files by reading and drawing them with PDFBox. */
class PdfTest {

    private static final String[] SITES = {"lab:/a", "lab:/b", "cpu:250ms"};
    private static final Look WIDE = new Look(1, true, RowGrouping.TASKS).withAspect(Aspect.WIDE);
    private static final Look LIGHT = new Look(1, false, RowGrouping.TASKS);

    private static RunReport run(Look look) {
        TraceBuilder traceBuilder = TraceBuilder.of(SITES).fetch(0, 1, 20, 280, 300);
        traceBuilder.enter(1, Phase.WAIT, 20).failed(1, FailureKind.RESET, 240);
        traceBuilder.enter(2, Phase.READY, 0).enter(2, Phase.COMPUTE, 120);
        Trace trace = traceBuilder.answered(2, 200, 220).finished();
        return report(trace, look).withGuess(150_000_000);
    }

    private static RunReport report(Trace trace, Look look) {
        return new RunReport(
                TraceBuilder.plan("event-loop", SITES), "Event loop", Instant.EPOCH, trace, look);
    }

    private static ComparisonReport report(Comparison comparison, Look look) {
        return new ComparisonReport(comparison, SortOrder.WALL, Guesses.NONE, Instant.EPOCH, look);
    }

    /** Writes a report in a format. */
    private interface Writing {
        void write(ReportFormat format, OutputStream out) throws IOException;
    }

    private static byte[] bytes(ReportFormat format, Writing writing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.write(format, out);
        return out.toByteArray();
    }

    private static PDDocument read(RunReport report) throws IOException {
        return Loader.loadPDF(bytes(new Pdf(), (format, out) -> format.write(report, out)));
    }

    @Test
    void pageOfARunLooksAsThePngDoes() throws IOException {
        assertLooksAsPng((format, out) -> format.write(run(WIDE), out));
    }

    @Test
    void pageOfAComparisonLooksAsThePngDoes() throws IOException {
        Comparison models =
                finished(
                        1,
                        entry("sequential", "Sequential", oneByOne(3, 100)),
                        entry("event-loop", "Event loop", atOnce(3, 100)));
        assertLooksAsPng((format, out) -> format.write(report(models, LIGHT), out));
    }

    @Test
    void pageOfASweepLooksAsThePngDoes() throws IOException {
        Comparison sweep =
                ComparisonBuilder.of(workers("thread-pool", 1, 300), workers("thread-pool", 2, 99));
        assertLooksAsPng((format, out) -> format.write(report(sweep, WIDE), out));
    }

    private static void assertLooksAsPng(Writing writing) throws IOException {
        byte[] png = bytes(ReportFormats.PNG, writing);
        BufferedImage expected = ImageIO.read(new ByteArrayInputStream(png));
        try (PDDocument document = Loader.loadPDF(bytes(new Pdf(), writing))) {
            BufferedImage actual =
                    new PDFRenderer(document)
                            .renderImage(0, (float) (1 / Pdf.POINTS), ImageType.RGB);
            assertThat(actual.getWidth()).isEqualTo(expected.getWidth());
            assertThat(actual.getHeight()).isEqualTo(expected.getHeight());
            assertThat(differing(expected, actual)).isLessThan(0.01);
        }
    }

    /** The share of pixels that clearly differ; letters do at their edges. */
    private static double differing(BufferedImage one, BufferedImage other) {
        int count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                count += differ(one.getRGB(x, y), other.getRGB(x, y)) ? 1 : 0;
            }
        }
        return (double) count / one.getWidth() / one.getHeight();
    }

    private static boolean differ(int one, int other) {
        return Math.abs((one & 0xFF) - (other & 0xFF)) > 60
                || Math.abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF)) > 60;
    }

    @Test
    void pageIsThatOfASlideAndHasText() throws IOException {
        try (PDDocument document = read(run(WIDE.withList(true)))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            PDRectangle size = document.getPage(0).getMediaBox();
            assertThat(size.getWidth()).isEqualTo(960);
            assertThat(size.getHeight()).isEqualTo(540);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Event loop", "lab:/a", "300 ms", "List");
        }
    }

    @Test
    void fontIsEmbeddedAsFarAsItIsUsed() throws IOException {
        try (PDDocument document = read(run(LIGHT))) {
            PDResources resources = document.getPage(0).getResources();
            int fonts = 0;
            for (COSName name : resources.getFontNames()) {
                PDFont font = resources.getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+Inter-(Regular|SemiBold)");
                fonts++;
            }
            assertThat(fonts).isEqualTo(2);
        }
    }

    @Test
    void documentSaysWhatItIsAndIsTheSameEachTime() throws IOException {
        try (PDDocument document = read(run(LIGHT))) {
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Event loop: 3 tasks");
            assertThat(document.getDocumentInformation().getSubject())
                    .contains("Wall time: 300 ms.");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
        assertThat(bytes(new Pdf(), (format, out) -> format.write(run(LIGHT), out)))
                .isEqualTo(bytes(new Pdf(), (format, out) -> format.write(run(LIGHT), out)));
    }

    @Test
    void fileOfTenThousandTasksIsSmall() throws IOException {
        TraceBuilder traceBuilder = new TraceBuilder(Collections.nCopies(10_000, "lab:/delay/1"));
        for (int task = 0; task < 10_000; task++) {
            traceBuilder.fetch(task, task, task + 2, task + 3, task + 4);
        }
        RunReport report = report(traceBuilder.finished(), LIGHT);
        assertThat(bytes(new Pdf(), (format, out) -> format.write(report, out)).length)
                .isBetween(5_000, 100_000);
    }

    @Test
    void failureOfTheStreamIsThrownAsItIs() {
        IOException full = new IOException("No space left on device");
        OutputStream out =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw full;
                    }
                };
        assertThatThrownBy(() -> new Pdf().write(run(LIGHT), out)).isSameAs(full);
    }
}
