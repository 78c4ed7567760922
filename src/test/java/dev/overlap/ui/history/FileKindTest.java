package dev.overlap.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

class FileKindTest {

    @TempDir private Path folder;

    private FileKind of(byte[] content) throws IOException {
        return FileKind.of(Files.write(folder.resolve("file"), content));
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(content);
        }
        return out.toByteArray();
    }

    @Test
    void kindsAreToldByTheFirstBytesPackedOrNot() throws IOException {
        String[] begins = {
            "{\"e\":\"hello\",\"v\":1}",
            " {\n \"log\" : {",
            "\uFEFF{\"log\":{",
            "[{\"ph\":\"X\"}",
            "{\"traceEvents\":[",
            "",
            "none"
        };
        FileKind[] kinds = {
            FileKind.SESSION,
            FileKind.HAR,
            FileKind.HAR,
            FileKind.CHROME_TRACE,
            FileKind.CHROME_TRACE,
            FileKind.SESSION,
            FileKind.SESSION
        };
        for (int i = 0; i < begins.length; i++) {
            byte[] content = begins[i].getBytes(UTF_8);
            assertThat(of(content)).as(begins[i]).isEqualTo(kinds[i]);
            assertThat(of(packed(content))).as(begins[i]).isEqualTo(kinds[i]);
        }
        byte[] cut = packed("[1]".getBytes(UTF_8));
        assertThat(of(Arrays.copyOf(cut, 5))).isEqualTo(FileKind.SESSION);
    }
}
