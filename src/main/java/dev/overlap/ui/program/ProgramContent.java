package dev.overlap.ui.program;

import dev.overlap.snippet.HighlightedLine;
import dev.overlap.snippet.Language;
import dev.overlap.snippet.Lexer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The content of what is run: what was confirmed once is recognised by it, and shown as it was.
 *
 * @param digest of the command, its surroundings and all files that it names
 * @param file of the program; null if it has none
 * @param lines of that file; empty if it is too long to be shown
 */
record ProgramContent(String digest, @Nullable Path file, List<HighlightedLine> lines) {

    private static final long MAX_SHOWN_BYTES = 2 << 20;

    ProgramContent {
        lines = List.copyOf(lines);
    }

    /**
     * Reads the files of a program; blocks.
     *
     * @throws IOException of the system, if one cannot be read
     */
    static ProgramContent read(ProgramRequest request) throws IOException {
        Path file = request.file();
        return new ProgramContent(digest(request), file, file == null ? List.of() : lines(file));
    }

    private static String digest(ProgramRequest request) throws IOException {
        MessageDigest digest = sha256();
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every platform has SHA-256", e);
        }
    }

    private static List<HighlightedLine> lines(Path file) throws IOException {
        if (Files.size(file) > MAX_SHOWN_BYTES) {
            return List.of();
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        Language language = file.toString().endsWith(".java") ? Language.JAVA : Language.PYTHON;
        return text.lines().map(line -> Lexer.line(language, line.replace("\t", "    "))).toList();
    }
}
