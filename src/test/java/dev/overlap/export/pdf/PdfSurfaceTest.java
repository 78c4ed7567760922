package dev.overlap.export.pdf;

import static dev.overlap.testkit.SurfaceContract.GROUND;
import static dev.overlap.testkit.SurfaceContract.HEIGHT;
import static dev.overlap.testkit.SurfaceContract.WIDTH;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.render.Surface;
import dev.overlap.render.Surface.Align;
import dev.overlap.render.TextStyle;
import dev.overlap.testkit.SurfaceContract;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Tests the surface on the pixels of its page, as PDFBox draws it. */
class PdfSurfaceTest {

    @TestFactory
    Stream<DynamicTest> fulfilsTheSurfaceContract() {
        return SurfaceContract.of(PdfSurfaceTest::drawn);
    }

    private static int[][] drawn(int scale, Consumer<Surface> drawing) {
        try (PDDocument document = document(drawing)) {
            BufferedImage image =
                    new PDFRenderer(document)
                            .renderImage(0, (float) (scale / Pdf.POINTS), ImageType.RGB);
            int[][] pixels = new int[image.getHeight()][];
            for (int y = 0; y < pixels.length; y++) {
                pixels[y] = image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
            }
            return pixels;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fonts are embedded when a document is saved. */
    private static PDDocument document(Consumer<Surface> drawing) throws IOException {
        try (PDDocument document = new PDDocument()) {
            draw(document, drawing);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return Loader.loadPDF(file.toByteArray());
        }
    }

    private static void draw(PDDocument document, Consumer<Surface> drawing) throws IOException {
        PDRectangle size =
                new PDRectangle((float) (WIDTH * Pdf.POINTS), (float) (HEIGHT * Pdf.POINTS));
        PDPage page = new PDPage(size);
        document.addPage(page);
        try (PdfSurface surface = new PdfSurface(document, page, Pdf.POINTS)) {
            surface.fill(0, 0, WIDTH, HEIGHT, GROUND);
            drawing.accept(surface);
        }
    }

    /** What the font has not would otherwise be an exception; marks of direction have no shape. */
    @Test
    void charactersThatTheFontHasNotAreReplaced() throws IOException {
        String text = "a\u200eb\ud83d\ude00c\u0007d\u4e2de";
        try (PDDocument document =
                document(
                        surface ->
                                surface.text(
                                        text, 1, 40, TextStyle.LABEL, Align.LEFT, 0xFF000000))) {
            assertThat(new PDFTextStripper().getText(document).strip())
                    .isEqualTo("ab\u25a1c\u25a1d\u25a1e");
        }
    }
}
