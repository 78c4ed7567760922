package dev.overlap.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;

/** Checks that every failure of an export is reported in the status line. */
class ExportServiceTest {

    private static final Path FILE = Path.of("run.csv");

    private final List<String> messages = new ArrayList<>();
    private final ExportService exportService =
            new ExportService(
                    Runnable::run,
                    Runnable::run,
                    (_, _) -> FILE,
                    new ExportService.Callbacks().window(() -> null).say(messages::add));

    private List<String> messagesOfSaving(ExportService.FileExporter fileExporter) {
        exportService.save("run.csv", fileExporter);
        return messages;
    }

    @Test
    void savedFileIsReported() {
        assertThat(messagesOfSaving(_ -> {})).containsExactly("Writing run.csv.", "Saved run.csv.");
    }

    @Test
    void messageOfTheFileIsReported() {
        assertThat(
                        messagesOfSaving(
                                _ -> {
                                    throw new IOException("\"run.csv\" cannot be written.");
                                }))
                .containsExactly("Writing run.csv.", "\"run.csv\" cannot be written.");
    }

    @Test
    void lackOfMemoryIsReported() {
        assertThat(
                        withoutLog(
                                _ -> {
                                    throw new OutOfMemoryError("Java heap space");
                                }))
                .endsWith("Nothing was exported: there is not enough memory for it.");
    }

    @Test
    void internalErrorIsReportedWithoutClassName() {
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
            return messagesOfSaving(fileExporter);
        } finally {
            log.setFilter(null);
        }
    }
}
