package dev.overlap.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;

/** Whatever fails behind an export, the status line says it in a sentence. */
class ExportServiceTest {

    private static final Path FILE = Path.of("run.csv");

    private final List<String> said = new ArrayList<>();
    private final ExportService exportService =
            new ExportService(
                    Runnable::run,
                    Runnable::run,
                    (_, _) -> FILE,
                    new ExportService.Callbacks().window(() -> null).say(said::add));

    private List<String> saidOfSaving(ExportService.FileExporter fileExporter) {
        exportService.save("run.csv", fileExporter);
        return said;
    }

    @Test
    void whatIsSavedIsSaid() {
        assertThat(saidOfSaving(_ -> {})).containsExactly("Writing run.csv.", "Saved run.csv.");
    }

    @Test
    void aSentenceOfTheFileIsSaid() {
        assertThat(
                        saidOfSaving(
                                _ -> {
                                    throw new IOException("\"run.csv\" cannot be written.");
                                }))
                .containsExactly("Writing run.csv.", "\"run.csv\" cannot be written.");
    }

    @Test
    void tooLittleMemoryIsSaid() {
        assertThat(
                        withoutLog(
                                _ -> {
                                    throw new OutOfMemoryError("Java heap space");
                                }))
                .endsWith("Nothing was exported: there is not enough memory for it.");
    }

    @Test
    void aFaultOfOverlapIsSaidWithoutTheNameOfAClass() {
        assertThat(
                        withoutLog(
                                _ -> {
                                    throw new UncheckedIOException(new IOException("device"));
                                }))
                .endsWith("Nothing was exported: Overlap itself failed. The log says more.");
    }

    private List<String> withoutLog(ExportService.FileExporter fileExporter) {
        Logger log = Logger.getLogger(ExportService.class.getName());
        log.setFilter(_ -> false);
        try {
            return saidOfSaving(fileExporter);
        } finally {
            log.setFilter(null);
        }
    }
}
