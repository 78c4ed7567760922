package dev.overlap.ui.program;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * The content of what is run: what was confirmed once is recognised by it, and shown as it was.
 *
 * @param digest of the command, its surroundings and all files that it names
 * @param shown the file of the program; null if it has none
 */
record ProgramContent(String digest, @Nullable ProgramFile shown) {

    /**
     * Reads the files of a program; blocks.
     *
     * @throws IOException of the system, if one cannot be read
     */
    static ProgramContent read(ProgramRequest request) throws IOException {
        Path file = request.file();
        return new ProgramContent(
                digest(request), file == null ? null : ProgramFile.read(file, request.folder()));
    }

    /** Returns the file of the program; null if it has none. */
    @Nullable Path file() {
        return shown == null ? null : shown.file();
    }

    private static String digest(ProgramRequest request) throws IOException {
        MessageDigest digest = ProgramFile.sha256();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            put(out, request.command());
            put(out, List.of(request.folder().toString(), request.python()));
            put(out, request.hosts());
            for (Path file : request.files()) {
                put(out, List.of(file.toString(), String.valueOf(Files.size(file))));
                try (InputStream in = Files.newInputStream(file)) {
                    in.transferTo(out);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void put(OutputStream out, List<String> words) throws IOException {
        out.write((words.size() + ":").getBytes(StandardCharsets.UTF_8));
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            out.write((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            out.write(bytes);
        }
    }
}
